/** What Dødsårsaksregisteret takes and what it rejects. */
import { Dodsarsak, syntheticFodselsnummer } from '@budstikka/meldinger'
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { openDodsarsaksregister } from './receive.ts'

const id = '0190a2f4-0000-8000-8000-000000000001'
const dodsarsak = Dodsarsak.parse({
  fodselsnummer: [7, 8, 9]
    .map((individualNumber) => syntheticFodselsnummer({ birthDate: '1950-01-10', individualNumber }))
    .find((number) => number !== undefined),
  dodsdato: '2023-05-31',
  dodssted: '1',
  arsak: { A: { kode: 'I21.9' } },
  dodsmate: '1',
  lege: '1234567'
})
const open = () => openDodsarsaksregister(openMemoryStore(), () => 0)

test('a cause is taken, and the same again gets the same answer', () => {
  const register = open()
  const answers = [register.receive({ id, dodsarsak }), register.receive({ id, dodsarsak })]
  expect([answers, register.count()]).toEqual([
    Array.from({ length: 2 }, () => ({ type: 'mottatt', referanse: id })),
    1
  ])
})

test('another doctor may correct what is known', () => {
  const register = open()
  register.receive({ id, dodsarsak })
  const correction = { ...dodsarsak, lege: '7654321', gjelder: { id, type: 'rettelse' as const } }
  expect(register.receive({ id: 'other', dodsarsak: correction })).toEqual({ type: 'mottatt', referanse: 'other' })
})

test('a correction of what was never told is rejected, and not kept', () => {
  const register = open()
  const correction = { ...dodsarsak, gjelder: { id, type: 'tillegg' as const } }
  expect(register.receive({ id: 'other', dodsarsak: correction })).toEqual({
    type: 'avvist',
    begrunnelse: 'Meldingen gjelder en melding som ikke finnes'
  })
  expect(register.count()).toBe(0)
})

test('a natural death has no injury', () => {
  const injured = { ...dodsarsak, skade: { beskrivelse: 'Fall', sted: '0' as const, aktivitet: '9' as const } }
  expect(open().receive({ id, dodsarsak: injured })).toMatchObject({ type: 'avvist' })
})

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
const kanal = 'elektronisk'
const open = () => openDodsarsaksregister(openMemoryStore(), () => 0)

test('a cause is taken, and the same again gets the same answer', () => {
  const register = open()
  const answers = [register.receive({ id, dodsarsak, kanal }), register.receive({ id, dodsarsak, kanal })]
  expect([answers, register.count()]).toEqual([
    Array.from({ length: 2 }, () => ({ type: 'mottatt', referanse: id })),
    1
  ])
})

test('another doctor may correct what is known', () => {
  const register = open()
  register.receive({ id, dodsarsak, kanal })
  const correction = { ...dodsarsak, lege: '7654321', gjelder: { id, type: 'rettelse' as const } }
  expect(register.receive({ id: 'other', dodsarsak: correction, kanal })).toEqual({
    type: 'mottatt',
    referanse: 'other'
  })
})

test('a correction of what was never told is rejected, and not kept', () => {
  const register = open()
  const correction = { ...dodsarsak, gjelder: { id, type: 'tillegg' as const } }
  expect(register.receive({ id: 'other', dodsarsak: correction, kanal })).toEqual({
    type: 'avvist',
    begrunnelse: 'Meldingen gjelder en melding som ikke finnes'
  })
  expect(register.count()).toBe(0)
})

test('a natural death has no injury', () => {
  const injured = { ...dodsarsak, skade: { beskrivelse: 'Fall', sted: '0' as const, aktivitet: '9' as const } }
  expect(open().receive({ id, dodsarsak: injured, kanal })).toMatchObject({ type: 'avvist' })
})

test.each(['2', '3', '4'] as const)('a death in manner %s is not natural', (dodsmate) => {
  const receive = (unaturlig: '1' | '2') =>
    open().receive({ id, dodsarsak: { ...dodsarsak, dodsmate, unaturlig }, kanal })
  expect([receive('1').type, receive('2').type]).toEqual(['mottatt', 'avvist'])
})

test('what stands is counted by how it was told, with covid-19 apart, and a correction takes the place of what it corrects', () => {
  const register = open()
  const covid = { ...dodsarsak, arsak: { A: { kode: 'U071' } } }
  register.receive({ id, dodsarsak: covid, kanal: 'papir' })
  register.receive({ id: 'addition', dodsarsak: { ...covid, gjelder: { id, type: 'tillegg' } }, kanal })
  expect(register.tall()).toEqual({ 'papir.2023-05': 1, 'korona.2023-05': 1 })
  for (const again of ['first', 'second'])
    register.receive({ id: again, dodsarsak: { ...dodsarsak, gjelder: { id, type: 'rettelse' } }, kanal })
  expect(register.tall()).toEqual({ 'papir.2023-05': 0, 'korona.2023-05': 0, 'elektronisk.2023-05': 1 })
})

/** Code lists: what they say is as published, and a folder of whole lists is served instead where one is named. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isProblem } from '@budstikka/service'
import { afterAll, expect, test } from 'vitest'
import { openKodeverk } from './kodeverk.ts'

const kodeverk = openKodeverk()
const dir = mkdtempSync(join(tmpdir(), 'budstikka-kodeverk-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

test('the lists of the envelope, of its errors, of care, of e-resept and of the registers are there', () => {
  expect(kodeverk.lister()).toEqual(expect.arrayContaining(['3101', '8221', '9121', '7402', '7704', '9060']))
  expect(kodeverk.hent({ liste: '9121', kode: '13' })).toEqual({
    liste: '9121',
    erHel: false,
    koder: [{ kode: '13', navn: 'Pasienten er død' }]
  })
})

test('what is not there is said to be unknown here, not to be wrong', () => {
  expect([kodeverk.hent({ liste: '1' }), kodeverk.hent({ liste: '9121', kode: '99' })].map(isProblem)).toEqual([
    true,
    true
  ])
})

test('a folder of whole lists takes the place of our parts', () => {
  writeFileSync(join(dir, 'kodeverk.json'), JSON.stringify({ '9121': { '1': 'Hel' } }))
  expect(openKodeverk(dir).hent({ liste: '9121' })).toEqual({
    liste: '9121',
    erHel: true,
    koder: [{ kode: '1', navn: 'Hel' }]
  })
  expect(() => openKodeverk(join(dir, 'none'))).toThrow()
})

const published = new URL('../../../../shared/standards/kodeverk.json', import.meta.url)
const isThere = existsSync(published)
test.skipIf(!isThere)(`every code and name is as published${isThere ? '' : ' (skipped: no folder shared)'}`, () => {
  const lists = JSON.parse(readFileSync(published, 'utf8'))
  const wrong = kodeverk.lister().flatMap((liste) => {
    const list = kodeverk.hent({ liste })
    if (isProblem(list)) return [liste]
    return list.koder.filter(({ kode, navn }) => lists[liste]?.[kode] !== navn).map(({ kode }) => `${liste} ${kode}`)
  })
  expect(wrong).toEqual([])
})

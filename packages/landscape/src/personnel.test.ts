/** Personnel: everybody who acts in the meldinger is there, and nobody is anybody real. */
import { expect, test } from 'vitest'
import { rekvirentAddress } from './content/e-resept/rekvirent.ts'
import { createLandscape } from './landscape.ts'
import { personnelOf } from './personnel.ts'

const landscape = createLandscape({ year: 2019, seed: '1', size: { municipalities: 5 } })
const personnel = personnelOf(landscape)

test('every GP is there under the HPR number of the address register, as a doctor who works for themselves', () => {
  const gps = [...landscape.parties()].filter(({ person }) => person !== undefined)
  expect(gps.length).toBeGreaterThan(0)
  for (const { herId, person } of gps)
    expect(personnel.get(person?.hprNumber ?? '')).toMatchObject({ ...person, profession: 'LE', employers: [herId] })
})

test('whoever prescribes at a legevakt or a hospital is there', () => {
  for (const tjeneste of ['8663-KA02', '8666-FR'])
    for (const party of landscape.find(tjeneste)) {
      const { person } = rekvirentAddress(party, 'a prescription')
      const number = person?.idents.find(({ kind }) => kind === 'HPR')?.id ?? ''
      expect(personnel.get(number)).toMatchObject({ profession: 'LE' })
    }
})

test('only a licence ends, and HPR numbers are nine digits of a range that nobody has', () => {
  for (const { approval, validTo, hprNumber } of personnel.values()) {
    expect(validTo !== undefined).toBe(['3', '4', '18'].includes(approval))
    expect(hprNumber).toMatch(/^9[6-9][0-9]{7}$/)
  }
  expect(new Set(Array.from(personnel.values(), ({ profession }) => profession))).toEqual(new Set(['LE', 'SP', 'FA1']))
})

/** How many packages are told of, where the report of a dispensing does not count them. */
import { expect, test } from 'vitest'
import { now, resept } from './resept.examples.ts'
import { sisteUtlevering } from './siste-utlevering.ts'

const details = { ...resept().details, navnFormStyrke: 'Aldrinol Tablett 20 mg' }
const dispensing = { id: 'm10', utleverer: 'A', at: now, isLast: false }
const told = (antall: number | undefined) =>
  sisteUtlevering(
    resept({ antall: 3, details, utleveringer: [{ ...dispensing, ...(antall !== undefined && { antall }) }] })
  ).map((one) => [one.AntallPakningerUtlevertTotalt, one.AntallPakningerUtlevertSiste])

test('what is not counted was all that is prescribed at a time', () => {
  expect([told(undefined), told(2)]).toEqual([[['3', '3']], [['2', '2']]])
})

test('of what was never dispensed nothing is told', () => {
  expect(sisteUtlevering(resept({ details, utleveringer: [] }))).toEqual([])
})

/** Reference numbers: allotted by look-up to who prescribes, and used once. */
import { expect, test } from 'vitest'
import { openReseptformidler, parties, receiptOf } from './handle.examples.ts'
import { answered, m1WithRefNr, m41 } from './rekvirent.examples.ts'

type Reseptformidler = ReturnType<typeof openReseptformidler>
const allotted = (rf: Reseptformidler, id: string, antall: number, isRepeated = false) => {
  const answer = answered(rf.ask(m41(id, antall), isRepeated), 'M4.2')
  return typeof answer === 'string' ? [] : answer.RefNr
}

test('as many are allotted as are asked for, all different, in fourteen digits', () => {
  const rf = openReseptformidler()
  const numbers = [...allotted(rf, 'first', 100), ...allotted(rf, 'second', 100)]
  expect([numbers.length, new Set(numbers).size]).toEqual([200, 200])
  expect(numbers.filter((number) => !/^\d{14}$/.test(number))).toEqual([])
})

test('a question that comes again is answered with the same', () => {
  const rf = openReseptformidler()
  expect(allotted(rf, 'first', 3)).toEqual(allotted(rf, 'first', 3, true))
})

test('more than a hundred are refused with 49, and so is who may not prescribe', () => {
  const rf = openReseptformidler()
  expect([
    answered(rf.ask(m41('many', 101)), 'M4.2'),
    answered(rf.ask(m41('none', 0)), 'M4.2'),
    answered(rf.ask(m41('pharmacy', 1, { from: parties.apotek })), 'M4.2')
  ]).toEqual(['49', '320', '377'])
})

test('an allotted number may be used once', () => {
  const rf = openReseptformidler()
  const [number = ''] = allotted(rf, 'first', 1)
  expect(['a', 'b'].map((id) => receiptOf(rf.hear(m1WithRefNr(id, number))))).toEqual(['OK', '51'])
})

test('a number whose control digit is wrong is refused with 161', () => {
  const rf = openReseptformidler()
  const [number = ''] = allotted(rf, 'first', 1)
  const wrong = number.slice(0, 13) + String((Number(number.slice(13)) + 1) % 10)
  expect(receiptOf(rf.hear(m1WithRefNr('a', wrong)))).toBe('161')
})

test('a number that nobody was allotted, or another prescriber, is refused with 52', () => {
  const [number = ''] = allotted(openReseptformidler(), 'elsewhere', 1)
  const rf = openReseptformidler()
  expect(receiptOf(rf.hear(m1WithRefNr('a', number)))).toBe('52')
})

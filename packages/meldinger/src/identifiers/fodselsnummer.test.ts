/** Person numbers as Folkeregisteret and HIS 1001 give them; those written here are synthetic. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { birthDateOf, identifyPersonNumber, sexOf, syntheticFodselsnummer } from './fodselsnummer.ts'

/** All numbers that begin with these nine digits and hold. */
function numbersFrom(stem: string): string[] {
  const all = Array.from({ length: 100 }, (_, control) => stem + String(control).padStart(2, '0'))
  return all.filter((id) => identifyPersonNumber(id) !== undefined)
}

const kindsFrom = (stem: string) => new Set(numbersFrom(stem).map((id) => identifyPersonNumber(id)?.kind))

test.each(['01914796756', '02838897382', '02898597531'])('the published synthetic person %s is recognised', (id) => {
  expect(identifyPersonNumber(id)).toEqual({ kind: 'FNR', isSynthetic: true })
})

test('a number with one digit changed is no person number', () => {
  for (let i = 0; i < 11; i++) {
    const wrong = '01914796756'.replace(/./g, (digit, at) => (at === i ? String((Number(digit) + 5) % 10) : digit))
    expect(identifyPersonNumber(wrong)).toBeUndefined()
  }
})

test('text that is not eleven or twelve digits is no person number', () => {
  for (const text of ['', '0191479675', '01914796756 ', '0191479675a', '-1914796756']) {
    expect(identifyPersonNumber(text)).toBeUndefined()
  }
})

test('a D-nummer has its day raised by 40', () => {
  const dNumber = syntheticFodselsnummer({ birthDate: '1988-03-02', individualNumber: 123, dNumber: true })
  expect(dNumber?.slice(0, 4)).toBe('4283')
  expect(identifyPersonNumber(dNumber ?? '')).toEqual({ kind: 'DNR', isSynthetic: true })
})

test('a month raised by 40 is an H-nummer, which is nobody’s synthetic person', () => {
  expect(kindsFrom('024388973')).toEqual(new Set(['HNR']))
  expect(numbersFrom('024388973').some((id) => identifyPersonNumber(id)?.isSynthetic)).toBe(false)
})

test('a number from 800 000 000 is a felles hjelpenummer, whatever its digits say of a date', () => {
  expect(kindsFrom('800000001')).toEqual(new Set(['FHN']))
  expect(numbersFrom('999999998')).toHaveLength(1)
})

test('twelve digits are a DUF-nummer', () => {
  expect(identifyPersonNumber('200000000001')?.kind).toBe('DUF')
})

test('a month without a person is refused', () => {
  for (const month of ['00', '13', '40', '53', '80', '93']) expect(numbersFrom(`02${month}88973`)).toEqual([])
})

test('from 2032 each nine digits have several first control digits, and the classic one is among them', () => {
  const numbers = numbersFrom('028388973')
  expect(numbers).toContain('02838897382')
  expect(numbers.length).toBeGreaterThan(1)
})

test('a number of the 2032 series tells neither birth date nor sex', () => {
  const [, ...later] = numbersFrom('028388973').toSorted((one) => (one === '02838897382' ? -1 : 1))
  expect(later.map((id) => [birthDateOf(id), sexOf(id)])).toEqual(later.map(() => [undefined, undefined]))
})

test('a leap day is a day only in a leap year', () => {
  expect(birthDateOf(numbersFrom('298200501').at(0) ?? '')).toBe('2000-02-29')
  expect(numbersFrom('298200001').filter((id) => birthDateOf(id) !== undefined)).toEqual([])
  expect(numbersFrom('298201001')).toEqual([])
})

test.each([
  ['1854-05-06', 500],
  ['1899-05-06', 749],
  ['1900-05-06', 0],
  ['1999-05-06', 499],
  ['1940-05-06', 900],
  ['1999-05-06', 999],
  ['2000-05-06', 500],
  ['2039-05-06', 999]
])('a birth on %s has individual numbers such as %i', (birthDate, individualNumber) => {
  const numbers = [0, 2, -2, 3, -3]
    .map((step) => individualNumber + step)
    .filter((number) => number >= 0 && number <= 999)
    .flatMap((number) => isOfYear(birthDate, number) ?? [])
  expect(numbers.map(birthDateOf)).toEqual(numbers.map(() => birthDate))
  expect(numbers).not.toEqual([])
})

/** The synthetic number, or undefined where the individual number is of other years or has no control digits. */
function isOfYear(birthDate: string, individualNumber: number): string | undefined {
  try {
    return syntheticFodselsnummer({ birthDate, individualNumber })
  } catch {
    return undefined
  }
}

test('every synthetic number that is composed tells the date and sex it was composed of', () => {
  const parts = fc.record({
    day: fc.integer({ min: 0, max: 36_523 }),
    individualNumber: fc.integer({ min: 0, max: 499 }),
    dNumber: fc.boolean()
  })
  fc.assert(
    fc.property(parts, ({ day, individualNumber, dNumber }) => {
      const birthDate = new Date(Date.UTC(1900, 0, 1 + day)).toISOString().slice(0, 10)
      const id = syntheticFodselsnummer({ birthDate, individualNumber, dNumber })
      if (id === undefined) return
      expect(identifyPersonNumber(id)).toEqual({ kind: dNumber ? 'DNR' : 'FNR', isSynthetic: true })
      expect(birthDateOf(id)).toBe(birthDate)
      expect(sexOf(id)).toBe(individualNumber % 2 === 0 ? '2' : '1')
    })
  )
})

test('about one in six individual numbers has no control digits', () => {
  const numbers = Array.from({ length: 500 }, (_, individualNumber) =>
    syntheticFodselsnummer({ birthDate: '1988-03-02', individualNumber })
  )
  const missing = numbers.filter((id) => id === undefined).length
  expect(missing).toBeGreaterThan(50)
  expect(missing).toBeLessThan(120)
})

test('an individual number of another century is a fault in the code', () => {
  expect(() => syntheticFodselsnummer({ birthDate: '2001-03-02', individualNumber: 123 })).toThrow('birth year')
})

test('a date that no calendar has is a fault in the code', () => {
  expect(() => syntheticFodselsnummer({ birthDate: '1999-02-29', individualNumber: 123 })).toThrow('calendar')
})

/** Nine digits with a date in the calendar, written with day and month raised as asked. */
const stems = (raised: { readonly day: number; readonly month: number }) =>
  fc
    .record({ day: fc.integer({ min: 0, max: 36_523 }), individual: fc.integer({ min: 0, max: 499 }) })
    .map(({ day, individual }) => {
      const [year = '', month = '', date = ''] = new Date(Date.UTC(1900, 0, 1 + day))
        .toISOString()
        .slice(0, 10)
        .split('-')
      const two = (value: number) => String(value).padStart(2, '0')
      return `${two(Number(date) + raised.day)}${two(Number(month) + raised.month)}${year.slice(2)}${String(individual).padStart(3, '0')}`
    })

test.each([
  ['a fødselsnummer', { day: 0, month: 0 }, { kind: 'FNR', isSynthetic: false }],
  ['a synthetic fødselsnummer', { day: 0, month: 80 }, { kind: 'FNR', isSynthetic: true }],
  ['a D-nummer', { day: 40, month: 0 }, { kind: 'DNR', isSynthetic: false }],
  ['a synthetic D-nummer', { day: 40, month: 80 }, { kind: 'DNR', isSynthetic: true }],
  ['an H-nummer', { day: 0, month: 40 }, { kind: 'HNR', isSynthetic: false }]
])('%s of any date is recognised as what it is, and by the control digits of 2032 alone', (_name, raised, kind) => {
  const rest = (digits: string, weights: readonly number[]) =>
    weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11
  fc.assert(
    fc.property(stems(raised), fc.integer({ min: 0, max: 99 }), (stem, control) => {
      const id = stem + String(control).padStart(2, '0')
      const first = rest(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1])
      const holds = first <= 3 && rest(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) === 0
      expect(identifyPersonNumber(id)).toEqual(holds ? kind : undefined)
    }),
    { numRuns: 2_000 }
  )
})

test('one wrong digit anywhere is always found', () => {
  const slip = fc.record({ at: fc.integer({ min: 0, max: 10 }), by: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(stems({ day: 0, month: 80 }), slip, (stem, { at, by }) => {
      for (const id of numbersFrom(stem)) {
        const wrong = `${id.slice(0, at)}${(Number(id[at]) + by) % 10}${id.slice(at + 1)}`
        expect(identifyPersonNumber(wrong)).toBeUndefined()
      }
    })
  )
})

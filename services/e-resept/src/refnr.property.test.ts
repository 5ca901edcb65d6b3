/** Whoever asks for numbers and uses whichever of them: each stands on one prescription at most, of the prescriber it was allotted to. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openReseptformidler, parties, receiptOf } from './handle.examples.ts'
import { answered, m1WithRefNr, m41 } from './rekvirent.examples.ts'

const from = fc.constantFrom(parties.fastlege, parties.annenFastlege)
const command = fc.oneof(
  fc.record({ type: fc.constant('asks' as const), from, antall: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ type: fc.constant('writes' as const), from, number: fc.nat({ max: 8 }) })
)

test('random questions and prescriptions never use a number twice, or another prescriber’s', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      const rf = openReseptformidler()
      const allotted: { readonly to: string; readonly number: string; isUsed: boolean }[] = []
      commands.forEach((each, i) => {
        if (each.type === 'asks') {
          const answer = answered(rf.ask(m41(`m41-${i}`, each.antall, { from: each.from })), 'M4.2')
          const numbers = typeof answer === 'string' ? [] : answer.RefNr
          expect(numbers.length).toBe(each.antall)
          for (const number of numbers) {
            expect(allotted.some((one) => one.number === number)).toBe(false)
            allotted.push({ to: each.from, number, isUsed: false })
          }
          return
        }
        const one = allotted[each.number]
        if (one === undefined) return
        const isRight = !one.isUsed && one.to === each.from
        const written = m1WithRefNr(`m1-${i}`, one.number, { from: each.from })
        expect(receiptOf(rf.hear(written))).toBe(isRight ? 'OK' : one.isUsed ? '51' : '52')
        if (isRight) one.isUsed = true
      })
    }),
    { numRuns: 60 }
  )
})

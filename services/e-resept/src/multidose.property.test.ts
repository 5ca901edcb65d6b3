/** Whoever registers and signs off in whatever order: at most one doctor and one pharmacy have a multidose, and only they leave it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openReseptformidler, parties, receiptOf, sentIn } from './handle.examples.ts'
import { m271 } from './multidose.examples.ts'

const { fastlege, annenFastlege, apotek, annetApotek } = parties
const command = fc.record({
  from: fc.constantFrom(fastlege, annenFastlege, apotek, annetApotek),
  status: fc.constantFrom('R' as const, 'A' as const)
})

test('random registrations are answered as whoever stands allows', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
      const rf = openReseptformidler()
      const standing: Record<'lege' | 'apotek', string | undefined> = { lege: undefined, apotek: undefined }
      let former: string | undefined
      commands.forEach(({ from, status }, i) => {
        const kind = from === fastlege || from === annenFastlege ? 'lege' : 'apotek'
        const codes = kind === 'lege' ? (['155', '152'] as const) : (['154', '153'] as const)
        const stands = standing[kind]
        const isFree = stands === from || (status === 'R' && stands === undefined)
        const effects = rf.hear(m271(`m${i}`, status, { from }))
        expect(receiptOf(effects)).toBe(isFree ? 'OK' : codes[status === 'R' ? 0 : 1])
        const told = sentIn(effects).map(({ envelope }) => envelope.type)
        if (!isFree) return expect(told).toEqual([])
        const isNext = kind === 'lege' && status === 'R' && former !== undefined && former !== from
        expect(told).toEqual(['ERM272', ...(isNext ? ['ERM28'] : [])])
        if (kind === 'lege') former = status === 'A' ? from : undefined
        standing[kind] = status === 'R' ? from : undefined
        return undefined
      })
    }),
    { numRuns: 100 }
  )
})

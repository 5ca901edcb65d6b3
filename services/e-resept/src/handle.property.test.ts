/** Whatever comes in whatever order: a report that is taken over is told to exactly those who are to know, and a refused one to nobody; the prescriber sees each, and the dead are handed out nothing. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { m1, m10, m5, m93, openReseptformidler, parties, patient, receiptOf, sentIn } from './handle.examples.ts'
import { answered, m97 } from './rekvirent.examples.ts'
import { dayMs, now } from './resept.examples.ts'

const resepter = ['a', 'b', 'c']
const which = fc.constantFrom(...resepter)
const from = fc.constantFrom(parties.apotek, parties.annetApotek)
const detail = fc.constantFrom('', 'siste', 'avbrutt', 'papir')
const command = fc.oneof(
  fc.record({ type: fc.constant('M9.3' as const), which, from }),
  fc.record({ type: fc.constant('M10' as const), which, from, detail }),
  fc.record({ type: fc.constant('M5' as const), which }),
  fc.record({ type: fc.constant('dodsfall' as const), annullert: fc.boolean() }),
  fc.record({ type: fc.constant('klokke' as const), days: fc.integer({ min: 1, max: 60 }) })
)

test('random meldinger over several prescriptions are told as SAR R1308 says', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      const rf = openReseptformidler()
      const written = new Map(resepter.map((id) => [id, m1(id, { dispensings: 2 })]))
      for (const melding of written.values()) rf.hear(melding)
      let at = now
      let isDead = false
      commands.forEach((each, i) => {
        at += 60_000
        if (each.type === 'klokke') {
          at += each.days * dayMs
          rf.strike(at)
          return
        }
        if (each.type === 'dodsfall') {
          isDead = !each.annullert
          rf.tell('dodsfall', { fodselsnummer: patient.id, annullert: each.annullert })
          return
        }
        const melding = written.get(each.which)
        if (melding === undefined) return
        const { msgId } = melding.envelope
        if (each.type === 'M9.3') {
          const given = rf.ask(m93(`m93-${i}`, msgId, { from: each.from, at }))
          if (isDead) expect(given.type).toBe('appRec')
          return
        }
        if (each.type === 'M5') return void rf.hear(m5(`m5-${i}`, each.which, { at }))
        const report = m10(`m10-${i}`, each.which, { from: each.from, at, detail: each.detail, dispensings: 2 })
        const before = rf.resept(melding)
        const effects = rf.hear(report)
        const told = sentIn(effects).map(({ envelope }) => envelope.type)
        expect(told).toEqual(toldOf(receiptOf(effects) === 'OK', each.detail))
        if (receiptOf(effects) !== 'OK') expect(rf.resept(melding)).toEqual(before)
        const valid = rf.resept(melding)?.utleveringer.length
        const expected = valid === undefined ? { IngenResept: 'true' } : { AntallUtleveringer: String(valid) }
        expect(answered(rf.ask(m97(`m97-${i}`, msgId, { at })), 'M9.8')).toEqual(expected)
      })
    }),
    { numRuns: 60 }
  )
})

function toldOf(isTaken: boolean, detail: string): readonly string[] {
  if (!isTaken || detail === 'avbrutt') return []
  return detail === 'papir' ? ['ERM81'] : ['ERM6', 'ERM81']
}

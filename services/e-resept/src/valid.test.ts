/** Everything that Reseptformidleren writes is valid by the official schemas, driven through what it decides. */
import { appRecFor, derivedUuid, encodeAppRec, encodeMelding, type Melding, type Refusal } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { afterAll, expect, test } from 'vitest'
import { m1, m10, m5, m91, m93, openReseptformidler, parties, patient, sentIn } from './handle.examples.ts'
import { m41, m95, m97 } from './rekvirent.examples.ts'
import { m15, m1UtenMt, m3 } from './soknad.examples.ts'
import { entry, m251, m252, m253, m271, m911, m921 } from './multidose.examples.ts'
import { now } from './resept.examples.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

const scenes = {
  'a prescription is dispensed, and three are told'(rf) {
    const written = m1('a', { dispensings: 2 })
    rf.hear(written)
    rf.subscribe(written, parties.sykehus)
    rf.ask(m91('asks'))
    rf.ask(m93('takes', written.envelope.msgId))
    rf.hear(m10('b', 'a', { dispensings: 2 }))
    rf.ask(m91('asks again', { all: true }))
  },
  'a paper prescription'(rf) {
    rf.hear(m10('b', 'paper', { detail: 'papir' }))
  },
  'recalled by another, then again'(rf) {
    rf.hear(m1('a'))
    rf.hear(m5('x', 'a', { from: parties.sykehus }))
    rf.hear(m5('y', 'a'))
  },
  'a prescriber asks'(rf) {
    const written = m1('a')
    for (const melding of [written, m5('x', 'a')]) rf.hear(melding)
    rf.ask(m41('numbers', 100))
    rf.ask(m95('asks', { Fnr: patient.id, isForAll: true }))
    const dispensed = m1('b')
    rf.hear(dispensed)
    rf.ask(m93('takes', dispensed.envelope.msgId))
    rf.hear(m10('c', 'b'))
    for (const { envelope } of [dispensed, m1('never written')]) rf.ask(m97('asks', envelope.msgId))
    rf.ask(m95('asks again', { Fnr: patient.id, isForAll: true }))
  },
  'a medicine list, and multidose'(rf) {
    const { fastlege, annenFastlege, apotek } = parties
    const list = m251('list', { entries: [entry('a'), entry('b')] })
    const asks = m252('asks', list.envelope.msgId)
    for (const from of [fastlege, apotek]) rf.hear(m271(`registers ${from}`, 'R', { from }))
    for (const melding of [m1('a'), list, asks, m253('packed', asks.envelope.msgId)]) rf.hear(melding)
    rf.ask(m91('pharmacy asks'))
    rf.ask(m911('asks', { isWithResepter: true }))
    for (const since of [0, now + 1]) rf.ask(m921('asks', since))
    rf.hear(m271('leaves', 'A', { from: fastlege }))
    rf.hear(m271('takes over', 'R', { from: annenFastlege }))
  },
  'an application to the agency'(rf) {
    const written = m1UtenMt('a')
    rf.hear(written)
    rf.ask(m93('takes', written.envelope.msgId))
    const soknad = rf.hear(m3('asks', written.envelope.msgId))[0]
    rf.ask(m95('asks', { Fnr: patient.id, isForAll: true }))
    rf.hear(m15('answers', soknad, 'granted'))
    rf.ask(m91('asks'))
    rf.ask(m93('takes again', written.envelope.msgId))
    rf.hear(m1UtenMt('b', true))
  },
  'nothing there'(rf) {
    rf.ask(m95('asks', { Fnr: patient.id }))
    rf.ask(m91('asks'))
    rf.ask(m93('takes', m1('a').envelope.msgId))
  }
} satisfies Readonly<Record<string, (rf: ReturnType<typeof recorded>) => void>>

test.skipIf(!judge.isThere).each(Object.entries(scenes))('what is written is valid: %s', (_name, play) => {
  const rf = recorded()
  play(rf)
  expect(rf.written.map(({ type, xml }) => [type, judge.faultsIn(xml, '/eresept/')])).toEqual(
    rf.written.map(({ type }) => [type, []])
  )
})

test('the scenes have all that Reseptformidleren writes', () => {
  const types = Object.values(scenes).flatMap((play) => {
    const rf = recorded()
    play(rf)
    return rf.written.map(({ type }) => type)
  })
  const told = [
    'ERM52',
    'ERM6',
    'ERM7',
    'ERM8',
    'ERM81',
    'ERM252',
    'ERM253',
    'ERM254',
    'ERM272',
    'ERM28',
    'ERM14',
    'ERM15'
  ]
  const answered = ['ERM42', 'ERM92', 'ERM94', 'ERM96', 'ERM98', 'ERM912', 'ERM922']
  expect([...new Set(types)].toSorted()).toEqual(['APPREC', ...told, ...answered].toSorted())
})

/** Reseptformidleren, with all that it writes kept. */
function recorded() {
  const rf = openReseptformidler()
  const written: { readonly type: string; readonly xml: string }[] = []
  const put = (melding: Melding) => void written.push({ type: melding.envelope.type, xml: encodeMelding(melding) })
  const receipt = ({ envelope }: Melding, refusal: Refusal | undefined) => {
    const [status, errors] = refusal ? (['2', refusal.errors] as const) : (['1', []] as const)
    const about = { role: 'PRIM', answeredBy: envelope.receiver, version: '1.0', status, errors } as const
    const appRec = appRecFor(envelope, { ...about, id: derivedUuid(now, envelope.msgId), genDate: envelope.genDate })
    written.push({ type: 'APPREC', xml: encodeAppRec(appRec) })
  }
  return {
    written,
    hear(melding: Melding) {
      const effects = rf.hear(melding)
      for (const effect of effects) if (effect.type === 'receipt') receipt(melding, effect.refusal)
      const sent = sentIn(effects)
      for (const one of sent) put(one)
      return sent
    },
    ask(melding: Melding) {
      const given = rf.ask(melding)
      if (given.type === 'answer') put(given.melding)
      else receipt(melding, given.refusal)
    },
    subscribe: rf.subscribe
  }
}

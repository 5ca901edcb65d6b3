/** What the medicines agency answers an application of Reseptformidleren. */
import { createLandscape, createRng, type Hendelse, meldingOf } from '@budstikka/landscape'
import { contentOf, encodeMelding, enterpriseAddressOf, herIdOf, type Melding, payloadOf } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { afterAll, expect, test } from 'vitest'
import { hear } from './hear.ts'
import { legemiddelverket } from './legemiddelverket.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

/** 2 December 2019, 09:00 in Norway. */
const now = Date.UTC(2019, 11, 2, 8)
const landscape = createLandscape({ year: 2019, seed: 'slv', size: { municipalities: 2 } })
const patient = landscape.randomPerson(createRng('slv'), { bornFrom: 1950, bornTo: 1980 })
const reseptformidler = landscape.find('8658-1')[0] ?? expect.fail('Reseptformidleren')
const agency = landscape.find(legemiddelverket.tjeneste)[0] ?? expect.fail('the agency')

const prescribed: Hendelse = {
  id: 'resept',
  at: now,
  meldingType: 'ERM1',
  actor: patient.fastlege,
  counterpart: reseptformidler.herId,
  patient: patient.id,
  status: 'N',
  copies: [],
  variant: 'plain',
  expectsAnswer: false
}

/** A prescription, of a medicine without marketing authorisation where there is a reason for it. */
function resept(Begrunnelse?: string): Melding {
  const melding = meldingOf(prescribed, { register: landscape, person: landscape.person })
  const read = contentOf(melding.payload, 'M1')
  if (read.type !== 'content' || Begrunnelse === undefined) return melding
  const LegemiddelUtenMt = { Begrunnelse, Produsent: 'Fjell', DirektesoknadSlv: 'false' }
  const { ReseptDokLegemiddel: dok } = read.content
  return {
    ...melding,
    payload: payloadOf('M1', { ...read.content, ReseptDokLegemiddel: dok && { ...dok, LegemiddelUtenMt } })
  }
}

/** The application for a prescription, with those that come along. */
function soknad(ReseptId: string, ...attached: readonly Melding[]): Melding {
  return {
    envelope: {
      type: 'ERM14',
      msgId: 'm14',
      genDate: new Date(now).toISOString(),
      conversation: { refToParent: 'm3', refToConversation: 'm3' },
      sender: enterpriseAddressOf(reseptformidler),
      receiver: enterpriseAddressOf(agency),
      copies: []
    },
    payload: payloadOf('M14', { ReseptId }),
    attachments: attached.map((one) => ({
      mimeType: 'text/xml',
      base64: Buffer.from(encodeMelding(one)).toString('base64')
    }))
  }
}

const answerTo = (melding: Melding): Melding | undefined => {
  const came = { type: 'melding', melding, to: agency.herId, role: 'PRIM' } as const
  const effects = hear([legemiddelverket], { told: () => undefined }, came, { now, register: landscape })
  return effects.flatMap((effect) => (effect.type === 'send' ? [effect.melding] : []))[0]
}
const saysIn = (melding: Melding | undefined) => {
  const read = melding && contentOf(melding.payload, 'M15')
  return read?.type === 'content' && [read.content.Innvilget.V, read.content.BegrunnelseAvslag]
}

test('what is reasoned is granted, within the conversation', () => {
  const written = resept('Annet hjelper ikke')
  const answer = answerTo(soknad(written.envelope.msgId, written))
  expect(saysIn(answer)).toEqual(['1', undefined])
  expect(answer && [herIdOf(answer.envelope.receiver), answer.envelope.conversation]).toEqual([
    reseptformidler.herId,
    { refToParent: 'm14', refToConversation: 'm3' }
  ])
})

test('what has no reason, no prescription, or needs no exemption is refused, and says why', () => {
  const [usual, unreasoned] = [resept(), resept(' ')]
  const { msgId } = usual.envelope
  expect([soknad(msgId, unreasoned), soknad(msgId), soknad(msgId, usual)].map((one) => saysIn(answerTo(one)))).toEqual([
    ['2', 'Begrunnelse mangler'],
    ['2', 'Resepten er ikke vedlagt'],
    ['2', 'Legemidlet trenger ikke godkjenningsfritak']
  ])
})

test.skipIf(!judge.isThere)('its answers are valid', () => {
  const written = resept('Annet hjelper ikke')
  const answers = [soknad(written.envelope.msgId, written), soknad('unknown')].map(answerTo)
  expect(answers.map((answer) => answer && judge.faultsIn(encodeMelding(answer), '/eresept/'))).toEqual([[], []])
})

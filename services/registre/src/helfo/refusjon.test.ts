/** What Helfo answers an application for a refund to one patient. */
import { createLandscape, createRng } from '@budstikka/landscape'
import {
  contentOf,
  encodeMelding,
  encodePart,
  enterpriseAddressOf,
  eReseptCs,
  eReseptCv,
  type EReseptCode,
  type Melding,
  payloadOf,
  personIds8116,
  type SoknadHelfo
} from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { afterAll, expect, test } from 'vitest'
import { hear } from '../hear.ts'
import { refusjon } from './refusjon.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

/** 2 December 2019, 09:00 in Norway. */
const now = Date.UTC(2019, 11, 2, 8)
const landscape = createLandscape({ year: 2019, seed: 'helfo', size: { municipalities: 2 } })
const { id } = landscape.randomPerson(createRng('helfo'), { bornFrom: 1950, bornTo: 1980 })
const patient = { familyName: 'Elv', idents: [{ id, kind: 'FNR', codeSystem: personIds8116 }] }
const gp = landscape.find('person')[0] ?? expect.fail('a GP')
const helfo = landscape.find(refusjon.tjeneste)[0] ?? expect.fail('Helfo')

const forskrivning = encodePart('Forskrivning', {
  Legemiddelpakning: {
    NavnFormStyrke: 'Aldrinol Tablett 20 mg',
    Reseptgruppe: eReseptCs('7421', 'C'),
    Varenr: '990001'
  }
})
const legemiddel = { OmsoktLegemiddel: [{ Uuid: 'a', ForskrivningB64: forskrivning }] }
const ja = eReseptCs('1101', '1')
const kinds = {
  soknad3: { Soknad3: { ...legemiddel, AlvorligSykdom: eReseptCv('1101', '1') } },
  yrkesskade: { Yrkesskade: { ...legemiddel, Vedtak: ja, Arsak: ja } },
  naring: { SoknadNaringsmiddel: { KroniskSykdom: ja, Varenavn: 'Fjellnæring', Begrunnelse: eReseptCv('1101', '1') } }
} satisfies Readonly<Record<string, Partial<SoknadHelfo>>>

const soknad = (kind: keyof typeof kinds, hjemmel: EReseptCode<'7427'>): Melding => ({
  envelope: {
    type: 'ERM2',
    msgId: `m2 ${kind} ${hjemmel}`,
    genDate: new Date(now).toISOString(),
    sender: enterpriseAddressOf(gp),
    receiver: enterpriseAddressOf(helfo),
    copies: [],
    patient
  },
  payload: payloadOf('M2', {
    Diagnose: { V: 'M05', S: '2.16.578.1.12.4.1.1.7110', DN: 'Seropositiv revmatoid artritt' },
    Begrunnelse: 'Varig behandling',
    UtenforInstitusjon: ja,
    Forstegangs: ja,
    Oppdatert: 'true',
    ...kinds[kind],
    Instituert: {},
    RefHjemmel: eReseptCv('7427', hjemmel)
  }),
  attachments: []
})

const answerTo = (melding: Melding): Melding | undefined => {
  const came = { type: 'melding', melding, to: helfo.herId, role: 'PRIM' } as const
  const effects = hear([refusjon], { told: () => undefined }, came, { now, register: landscape })
  return effects.flatMap((effect) => (effect.type === 'send' ? [effect.melding] : []))[0]
}
const saysOf = (melding: Melding) => {
  const answer = answerTo(melding)
  const read = answer && contentOf(answer.payload, 'M12')
  return read?.type === 'content' && [read.content.OmsoktVare, read.content.Beslutning.V, read.content.RefSoknad]
}

test('what is applied for by the legal basis of its kind is granted, and names the application', () => {
  expect([soknad('soknad3', '300'), soknad('yrkesskade', '800'), soknad('naring', '601')].map(saysOf)).toEqual([
    ['Aldrinol Tablett 20 mg', '1', 'm2 soknad3 300'],
    ['Aldrinol Tablett 20 mg', '1', 'm2 yrkesskade 800'],
    ['Fjellnæring', '1', 'm2 naring 601']
  ])
})

test('another legal basis is refused, and the answer says why', () => {
  const answer = answerTo(soknad('naring', '300'))
  const read = answer && contentOf(answer.payload, 'M12')
  expect(read).toMatchObject({
    content: { Beslutning: { V: '2' }, Begrunnelse: 'Hjemmelen gjelder ikke det søkes om' }
  })
})

test('an application about nobody is refused (E36)', () => {
  const { envelope, ...rest } = soknad('soknad3', '300')
  const { patient: _nobody, ...about } = envelope
  const came = { type: 'melding', melding: { ...rest, envelope: about }, to: helfo.herId, role: 'PRIM' } as const
  const [receipt] = hear([refusjon], { told: () => undefined }, came, { now, register: landscape })
  expect(receipt).toMatchObject({ type: 'receipt', refusal: { errors: [{ code: 'E36' }] } })
})

test.skipIf(!judge.isThere)('its answers are valid', () => {
  const answers = [soknad('soknad3', '301'), soknad('naring', '300')].map(answerTo)
  expect(answers.map((answer) => answer && judge.faultsIn(encodeMelding(answer), '/eresept/'))).toEqual([[], []])
})

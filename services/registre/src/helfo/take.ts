/** Helfo answers questions about frikort, and takes claims: what patients paid by them is what makes a frikort. */
import {
  contentOf,
  herIdOf,
  type Melding,
  oereOf,
  payloadOf,
  refuse,
  type Register as Parties
} from '@budstikka/meldinger'
import { dateOf } from '@budstikka/landscape'
import type { Store } from '@budstikka/transport'
import type { Register, Taken } from '../register.ts'
import type { Folkeregister } from '../sysvak/folkeregister.ts'
import { helfo as tjenesteOfHelfo } from './receive-claim.ts'
import { type Enkeltregning, judgeBills } from './enkeltregninger.ts'
import { answerOf, type Frikort, hasFrikort, isExempt } from './frikort.ts'

type Known = {
  readonly store: Store
  readonly folkeregister: Folkeregister
  readonly parties: Pick<Parties, 'party'>
  /** In øre. */
  readonly ceiling: number
}

const paidTable = 'helfo_betalt'

/** What is known of frikort, as far as claims have come; `ceiling` in øre. */
export function openFrikort(store: Store, ceiling: number): Frikort {
  const paid = store.table(paidTable)
  return { ceiling, paid: (id, year) => Number(paid.get(`${id}.${year}`) ?? 0) }
}

/** Under the same tjeneste as NAV, through which it is reached. */
export function helfo({ store, folkeregister, parties, ceiling }: Known): Register {
  const paid = store.table(paidTable)
  const frikort = openFrikort(store, ceiling)
  return {
    tjeneste: tjenesteOfHelfo,
    takes: {
      EgenandelForesporselV2: (melding) => askOne(frikort, folkeregister, parties, melding),
      EgenandelMengdeForesporselV2: ({ payload }) => askMany(frikort, payload),
      LOM: take,
      POM: take
    },
    looksUp: ['EgenandelForesporselV2', 'EgenandelMengdeForesporselV2']
  }

  function take({ payload }: Melding, now: number): Taken {
    const read = contentOf(payload, 'BehandlerKrav')
    if (read.type === 'faults') return read
    const { Enkeltregning, Krav } = read.content
    const persons = Enkeltregning.flatMap(({ Patient }) => Patient?.Ident?.Id ?? [])
    // Helfo's own controls are not published: that a claim agrees with itself is our choice.
    if (Number(Krav.AntallRegninger) !== Enkeltregning.length)
      return no(persons, 'Antall regninger stemmer ikke med kravet')
    const refunds = Enkeltregning.map(({ Behandling }) => oereOf(Behandling?.SumKrav.Refusjon ?? {}))
    if (refunds.reduce((sum, one) => sum + one, 0) !== oereOf(Krav.SumKravSamlet))
      return no(persons, 'Summen av regningene stemmer ikke med kravet')
    const { godkjent, delfeil } = judgeBills(Enkeltregning, dateOf(now))
    if (godkjent.length === 0) return { type: 'refused', refusal: { type: 'refusal', errors: delfeil }, persons }
    return { type: 'answer', persons, ...(delfeil.length > 0 && { delfeil }), keep: () => godkjent.forEach(keep) }
  }

  function keep({ Patient, DatoTid = '', BetaltEgenandel, Behandling }: Enkeltregning) {
    const id = Patient?.Ident?.Id
    const amount = oereOf(Behandling?.SumKrav.EgenandelHonorar ?? {})
    if (id === undefined || BetaltEgenandel?.erBetalt !== 'true' || amount === 0) return
    const key = `${id}.${DatoTid.slice(0, 4)}`
    paid.put(key, String(Number(paid.get(key) ?? 0) + amount), 0)
  }
}

function askOne(
  frikort: Frikort,
  folkeregister: Folkeregister,
  parties: Pick<Parties, 'party'>,
  { envelope, payload }: Melding
): Taken {
  const read = contentOf(payload, 'EgenandelForesporselV2')
  if (read.type === 'faults') return read
  const { HarBorgerFrikort: card, HarBorgerEgenandelfritak: exemption } = read.content
  const { BorgerFnr = '', Dato = '' } = card ?? exemption ?? {}
  const asker = parties.party(herIdOf(envelope.sender) ?? '')?.organisation.businessType ?? ''
  if (exemption !== undefined && !pharmacies.includes(asker))
    return no([BorgerFnr], 'Bare apotek og bandasjister kan spørre om egenandelfritak')
  const isFree =
    card !== undefined ? hasFrikort(frikort, BorgerFnr, Dato) : isExempt(folkeregister(BorgerFnr)?.fodselsdato, Dato)
  const answer = { type: 'EgenandelSvarV2', payload: payloadOf('EgenandelSvarV2', answerOf(isFree)) }
  return { type: 'answer', persons: [BorgerFnr], answer }
}

/** Types of enterprise (list 9040) that may ask for an exemption: pharmacies and bandasjister. */
const pharmacies = ['108', '109']

/** The question stands again in each answer, so that they are told apart. */
function askMany(frikort: Frikort, payload: Melding['payload']): Taken {
  const read = contentOf(payload, 'EgenandelMengdeForesporselV2')
  if (read.type === 'faults') return read
  const asked = read.content.HarBorgerFrikort
  const HarBorgerFrikortSvar = asked.map((one) => ({
    ...one,
    Status: answerOf(hasFrikort(frikort, one.BorgerFnr, one.Dato)).Status
  }))
  const answer = {
    type: 'EgenandelMengdeSvarV2',
    payload: payloadOf('EgenandelMengdeSvarV2', { HarBorgerFrikortSvar })
  }
  return { type: 'answer', persons: asked.map(({ BorgerFnr }) => BorgerFnr), answer }
}

const no = (persons: readonly string[], text: string): Taken => ({
  type: 'refused',
  refusal: refuse('X99', 'HIS 1024; BehandlerKrav', text),
  persons
})

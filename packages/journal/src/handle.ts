/** What a journal system decides: what it sends when something happens, and how it answers what comes. */
import { answerOwed, hendelserOf, meldingOf, type Person, sendingsOf } from '@budstikka/landscape'
import {
  type Envelope,
  forsendelsesstatusOf,
  herIdOf,
  isCancelled,
  type Melding,
  type Party,
  requireJournal,
  requireSynthetic,
  turnOf
} from '@budstikka/meldinger'
import { type Context, type Effect, type Incoming, receipt, save, say, send } from '@budstikka/service'
import { initial, sentKey, type State, withMelding } from './state.ts'

type Effects = readonly Effect<State>[]
/** `tjenester`: whom we act for. */
type Known = Context & { readonly tjenester: readonly string[]; person(id: string): Person }
type Came<Type extends Incoming['type']> = Extract<Incoming, { type: Type }>

export function handle(state: State, incoming: Incoming, known: Known): Effects {
  switch (incoming.type) {
    case 'event':
      return incoming.name === 'hendelse' ? act(incoming, known) : []
    case 'melding':
      return receive(state, incoming, known)
    case 'receipt':
      return hearReceipt(state, incoming, known)
    case 'overdue':
      return [say('kvittering-mangler', incoming.original.msgId, incoming.original)]
  }
}

/** Sends what our parties send when it happens. */
function act({ data }: Came<'event'>, known: Known): Effects {
  const isOurs = (actor: string) => known.tjenester.includes(known.register.party(actor)?.tjeneste ?? '')
  return hendelserOf(data, isOurs).flatMap((hendelse) =>
    sendingsOf(hendelse, known).flatMap(({ melding, attempt, isToBeCorrected }): Effects => {
      const sent = send(melding, attempt)
      if (!isToBeCorrected) return [sent]
      return [sent, save({ ...initial, toCorrect: hendelse }, sentKey(hendelse.actor, melding.envelope.msgId))]
    })
  )
}

/** Takes the melding over, and answers it where an answer is owed: never as copy receiver, never what is cancelled. */
function receive(state: State, { melding, to, role }: Came<'melding'>, { register, now, person }: Known): Effects {
  const from = herIdOf(melding.envelope.sender) ?? ''
  const [us, asker] = [register.party(to), register.party(from)]
  const refusal =
    requireSynthetic(melding.envelope.patient) ??
    requireJournal(melding.envelope, (about) => hasJournal(about, us, person))
  if (refusal !== undefined) return [receipt(refusal)]
  const by = asker?.organisation.herId ?? from
  const after = withMelding(state, melding, by)
  const taken: Effects = [
    receipt(),
    ...kept(after, melding),
    ...(role === 'PRIM' ? deathIn(state, after, melding, to) : [])
  ]
  if (role === 'COP' || us === undefined || asker === undefined) return taken
  if (isCancelled(after.turns, turnOf(melding, by))) return taken
  const answer = answerOwed(melding, {
    from: us,
    to: asker,
    now,
    hasJournal: hasJournal(melding.envelope, us, person)
  })
  return answer === undefined ? taken : [...taken, send(answer)]
}

/** A GP has journals of those on his list; whoever else is sent a report has treated the patient, or will (our choice). */
function hasJournal({ patient }: Envelope, us: Party | undefined, person: Known['person']): boolean {
  const number = patient?.idents.find(({ kind }) => kind === 'FNR' || kind === 'DNR')?.id
  const isList = us?.tjeneste === 'person' || us?.tjeneste === '8663-KX17'
  return !isList || number === undefined || person(number).fastlege === us.herId
}

/** Only what can be changed or cancelled is kept. */
const kept = (state: State, { payload }: Melding): Effects =>
  forsendelsesstatusOf(payload) === undefined ? [] : [save(state)]

/** Said when it is learned, not again, and without the patient: who hears it has not received the melding. */
function deathIn(before: State, after: State, { envelope: { msgId } }: Melding, herId: string): Effects {
  return after.isDead && !before.isDead ? [say('dodsfall', msgId, { msgId, herId })] : []
}

/** A refusal of what could not be identified is followed by the same, corrected, with another MsgId (AR11 §3.3). */
function hearReceipt(state: State, { appRec, original }: Came<'receipt'>, known: Known): Effects {
  if (appRec.status !== '2') return appRec.role === 'PRIM' ? notify(state, original, known.now) : []
  const codes = appRec.errors.map(({ code }) => code)
  const { toCorrect, ...rest } = state
  if (toCorrect !== undefined && codes.includes('E36')) {
    return [send(meldingOf(toCorrect, known, known.now)), save(rest)]
  }
  return [say('melding-avvist', original.msgId, { ...original, codes })]
}

/**
 * The municipality counts as notified when the positive AppRec is in, not when the melding was sent (80806): that of the receiver,
 * since a copy receiver is not who was to be notified.
 */
function notify(state: State, { msgId, meldingType, from, to }: Came<'receipt'>['original'], now: number): Effects {
  if (meldingType !== 'LOG_UTSKRIVNINGSKLAR' || state.notifiedAt !== undefined) return []
  return [
    save({ ...state, notifiedAt: now }),
    say('kommune-varslet', msgId, { msgId, hospital: from, municipality: to, at: now })
  ]
}

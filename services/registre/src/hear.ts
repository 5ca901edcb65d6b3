/** What the registers do with a melding: judged, kept, receipted, and answered where its register answers. */
import {
  addressOf,
  derivedUuid,
  enterpriseAddressOf,
  herIdOf,
  type Melding,
  refuse,
  type Refusal,
  requireSynthetic
} from '@budstikka/meldinger'
import {
  type Answer,
  type Context,
  Dodsfall,
  type Effect,
  type Incoming,
  partReceipt,
  type Question,
  receipt,
  send,
  tellUnanswered
} from '@budstikka/service'
import type { Register, Taken } from './register.ts'

export type Deaths = { told(fodselsnummer: string, dodsdato: string | undefined): void }

/** Simulated time from a request to its answer: our choice. */
const answerDelayMs = 1_000

export function hear(
  registers: readonly Register[],
  deaths: Deaths,
  incoming: Incoming,
  context: Context
): readonly Effect<object>[] {
  switch (incoming.type) {
    case 'event': {
      if (incoming.name !== 'dodsfall') return []
      const { fodselsnummer, dodsdato, annullert } = Dodsfall.parse(incoming.data)
      if (fodselsnummer !== undefined) deaths.told(fodselsnummer, annullert ? undefined : dodsdato)
      return []
    }
    case 'melding': {
      const { melding, to } = incoming
      const taken = judged(registers, melding, to, context)
      if (taken.type === 'refusal') return [receipt(taken)]
      taken.keep?.()
      const answer = answerTo(registers, melding, to, taken, context)
      const received = taken.delfeil === undefined ? receipt() : partReceipt(taken.delfeil)
      return answer === undefined ? [received] : [received, send(answer)]
    }
    case 'receipt':
    case 'overdue':
      return tellUnanswered(incoming)
  }
}

/** A look-up of what nothing is kept of: the same answer, or an AppRec where it is refused. */
export function lookUp(registers: readonly Register[], { melding, to }: Question, context: Context): Answer<object> {
  const { type } = melding.envelope
  const types = at(registers, to, context).flatMap(({ looksUp }) => looksUp)
  if (!types.includes(type)) return { type: 'appRec', refusal: notTaken(types) }
  const taken = judged(registers, melding, to, context)
  if (taken.type === 'refusal') return { type: 'appRec', refusal: taken }
  const answer = answerTo(registers, melding, to, taken, context)
  return answer === undefined ? { type: 'appRec' } : { type: 'answer', melding: answer }
}

/** The registers that stand behind the party that was written to. */
function at(registers: readonly Register[], to: string, { register }: Context): readonly Register[] {
  const tjeneste = register.party(to)?.tjeneste
  return registers.filter((one) => one.tjeneste === tjeneste)
}

function judged(
  registers: readonly Register[],
  melding: Melding,
  to: string,
  context: Context
): Refusal | Extract<Taken, { type: 'answer' }> {
  const takes = at(registers, to, context).map((one) => one.takes)
  const take = takes.map((one) => one[melding.envelope.type]).find((one) => one !== undefined)
  if (take === undefined) return notTaken(takes.flatMap((one) => Object.keys(one)))
  const taken = take(melding, context.now)
  // The type that the envelope names is not the payload's.
  if (taken.type === 'faults') return refuse('T10', 'HITS 1168 §6.2')
  const unreal =
    requireSynthetic(melding.envelope.patient) ??
    requireSynthetic({ idents: taken.persons.map((id) => ({ id, kind: 'FNR' })) })
  if (unreal !== undefined) return unreal
  return taken.type === 'refused' ? taken.refusal : taken
}

const notTaken = (types: readonly string[]) =>
  refuse('T10', 'HITS 1168 §6.2', `Registeret tar imot ${types.length > 0 ? types.join(', ') : 'ingen meldinger'}`)

/**
 * RefToParent and RefToConversation are the request's MsgId (SYSVAK Meldingsbeskrivelse 1.0; HIS 1024); in e-resept a conversation goes on
 * (ERDOK).
 */
function answerTo(
  registers: readonly Register[],
  { envelope }: Melding,
  to: string,
  { answer }: Extract<Taken, { type: 'answer' }>,
  { now, register }: Context
): Melding | undefined {
  const [us, asker] = [register.party(to), register.party(herIdOf(envelope.sender) ?? '')]
  if (answer === undefined || us === undefined || asker === undefined) return undefined
  const { msgId, conversation } = envelope
  const isEresept = registers.some(
    (one) => one.isEresept && one.tjeneste === us.tjeneste && one.takes[envelope.type] !== undefined
  )
  const address = isEresept ? enterpriseAddressOf : addressOf
  const refToConversation = (isEresept ? conversation?.refToConversation : undefined) ?? msgId
  return {
    envelope: {
      type: answer.type,
      msgId: derivedUuid(now + answerDelayMs, answer.type, msgId, to),
      genDate: new Date(now + answerDelayMs).toISOString(),
      conversation: { refToParent: msgId, refToConversation },
      sender: address(us),
      receiver: address(asker),
      copies: []
    },
    payload: answer.payload,
    attachments: []
  }
}

/** What the registers do with a melding: judged, kept, receipted, and answered where its register answers. */
import {
  addressOf,
  derivedUuid,
  herIdOf,
  type Melding,
  refuse,
  type Refusal,
  requireSynthetic
} from '@budstikka/meldinger'
import {
  type Answer,
  type Context,
  type Effect,
  type Incoming,
  type Question,
  receipt,
  say,
  send
} from '@budstikka/service'
import { z } from 'zod'
import type { Register, Taken } from './register.ts'

/** Event 'dodsfall'; who tells of a death without the person's number cannot be heard here. */
const Dodsfall = z.object({
  fodselsnummer: z.string().optional(),
  dodsdato: z.string().optional(),
  annullert: z.boolean().default(false)
})
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
      const answer = answerTo(melding, to, taken, context)
      return answer === undefined ? [receipt()] : [receipt(), send(answer)]
    }
    case 'receipt':
      return incoming.appRec.status === '2' ? [say('melding-avvist', incoming.original.msgId, incoming.original)] : []
    case 'overdue':
      return [say('kvittering-mangler', incoming.original.msgId, incoming.original)]
  }
}

/** A look-up of what nothing is kept of: the same answer, or an AppRec where it is refused. */
export function lookUp(registers: readonly Register[], { melding, to }: Question, context: Context): Answer<object> {
  const tjeneste = context.register.party(to)?.tjeneste
  const register = registers.find((one) => one.tjeneste === tjeneste)
  if (register?.looksUp.includes(melding.envelope.type) !== true)
    return { type: 'appRec', refusal: notTaken(register?.looksUp ?? []) }
  const taken = judged(registers, melding, to, context)
  if (taken.type === 'refusal') return { type: 'appRec', refusal: taken }
  const answer = answerTo(melding, to, taken, context)
  return answer === undefined ? { type: 'appRec' } : { type: 'answer', melding: answer }
}

function judged(
  registers: readonly Register[],
  melding: Melding,
  to: string,
  { now, register }: Context
): Refusal | Extract<Taken, { type: 'answer' }> {
  const tjeneste = register.party(to)?.tjeneste
  const own = registers.find((one) => one.tjeneste === tjeneste)
  const take = own?.takes[melding.envelope.type]
  if (take === undefined) return notTaken(Object.keys(own?.takes ?? {}))
  const taken = take(melding, now)
  // The type that the envelope names is not the payload's.
  if (taken.type === 'faults') return refuse('T10', 'HITS 1168 §6.2')
  const unreal =
    requireSynthetic(melding.envelope.patient) ??
    requireSynthetic({ idents: taken.persons.map((id) => ({ id, kind: 'FNR' })) })
  if (unreal !== undefined) return unreal
  return taken.type === 'refused' ? taken.refusal : taken
}

const notTaken = (types: readonly string[]) =>
  refuse('T10', 'HITS 1168 §6.2', `Registeret tar imot ${types.join(', ')}`)

/** RefToParent and RefToConversation are the request's MsgId (SYSVAK Meldingsbeskrivelse 1.0; HIS 1024). */
function answerTo(
  { envelope }: Melding,
  to: string,
  { answer }: Extract<Taken, { type: 'answer' }>,
  { now, register }: Context
): Melding | undefined {
  const [us, asker] = [register.party(to), register.party(herIdOf(envelope.sender) ?? '')]
  if (answer === undefined || us === undefined || asker === undefined) return undefined
  const { msgId } = envelope
  return {
    envelope: {
      type: answer.type,
      msgId: derivedUuid(now + answerDelayMs, answer.type, msgId, to),
      genDate: new Date(now + answerDelayMs).toISOString(),
      conversation: { refToParent: msgId, refToConversation: msgId },
      sender: addressOf(us),
      receiver: addressOf(asker),
      copies: []
    },
    payload: answer.payload,
    attachments: []
  }
}

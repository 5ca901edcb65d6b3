/** A prescription is taken in hand: found in the patient's list (M9.1), or by what the pharmacy was asked to dispense (M21), and downloaded (M9.3). */
import { type Hendelse, msgIdOf } from '@budstikka/landscape'
import { contentOf, type Melding, type Register } from '@budstikka/meldinger'
import { askMelding, type AskingParties, untilThere } from '@budstikka/service'
import type { Bus, Store } from '@budstikka/transport'
import { openAnmodninger } from './anmodninger.ts'
import type { Nedlastet } from './handle.ts'
import { asksForKunde, asksForList, asksForOne, takesInHand } from './questions.ts'

export type Asking = {
  readonly bus: Pick<Bus, 'ask'>
  readonly store: Store
  readonly register: Register
}

export const reseptformidleren = '8658-1'
const nettapotek = '8664-NA'

/** Waited for, since the prescription may still be on its way, or our own last report of it; undefined when it never comes. */
export async function takeInHand(
  asking: Asking,
  hendelse: Hendelse,
  signal: AbortSignal
): Promise<Nedlastet | undefined> {
  const parties = partiesOf(asking, hendelse)
  if (parties === undefined) return undefined
  const reseptId = msgIdOf(hendelse.firstAt ?? hendelse.at, hendelse.first ?? '')
  const take = isSentFor(hendelse) ? takeAsked : takeListed
  return await untilThere(async () => {
    if (isUnderway(asking, hendelse, parties.to.herId)) return undefined
    return await take({ asking, hendelse, parties, reseptId, signal })
  }, signal)
}

type Taking = {
  readonly asking: Asking
  readonly hendelse: Hendelse
  readonly parties: AskingParties
  readonly reseptId: string
  readonly signal: AbortSignal
}

/** A locked prescription is in no list: the doctor sends it to the pharmacy by name. */
const isSentFor = ({ detail = '' }: Hendelse) => detail.split(' ').includes('last')

async function takeListed({ asking, hendelse, parties, reseptId, signal }: Taking): Promise<Nedlastet | undefined> {
  const ask = (question: Melding) => askMelding(asking.bus, reseptformidleren, question, signal)
  const list = asksForList(hendelse, parties)
  const m92 = await ask(list)
  if (m92 === undefined || !lists(m92, reseptId)) return undefined
  // The customer looks at what can be had, and then at the one that is ordered; one who may not log in orders by telephone.
  if (parties.from.tjeneste === nettapotek && (await ask(asksForKunde(hendelse, parties))) !== undefined)
    await ask(asksForOne(hendelse, parties, reseptId))
  const begins = list.envelope.msgId
  const m94 = await ask(takesInHand(hendelse, parties, { reseptId, begins, follows: m92.envelope.msgId }))
  return m94 && { begins, m94: m94.envelope.msgId, ...blueIn(m94) }
}

/** M21 names it, and its reference number; the conversation is that of the M1 (ERDOK). */
async function takeAsked({ asking, hendelse, parties, reseptId, signal }: Taking): Promise<Nedlastet | undefined> {
  const asked = openAnmodninger(asking.store).of(reseptId)
  if (asked === undefined) return undefined
  const about = { reseptId, begins: reseptId, follows: asked.m21, refNr: asked.refNr }
  const m94 = await askMelding(asking.bus, reseptformidleren, takesInHand(hendelse, parties, about), signal)
  return m94 && { begins: reseptId, m94: m94.envelope.msgId, ...blueIn(m94) }
}

/** The M1 of a blue prescription. It is only looked at here, and read when it is claimed. */
function blueIn({ attachments: [m1] }: Melding): Pick<Nedlastet, 'm1'> {
  return m1 !== undefined && Buffer.from(m1.base64, 'base64').includes('RefHjemmel') ? { m1: m1.base64 } : {}
}

/** Whoever acts, and Reseptformidleren. */
export function partiesOf({ register }: Asking, { actor }: Hendelse): AskingParties | undefined {
  const [from, to] = [register.party(actor), register.find(reseptformidleren)[0]]
  return from && to && { from, to }
}

/** The report before this one has no receipt yet. */
export function isUnderway({ store }: Asking, { previous, previousAt }: Hendelse, to: string): boolean {
  return previous !== undefined && store.table('awaiting').has(`${msgIdOf(previousAt ?? 0, previous)}.${to}.PRIM`)
}

function lists({ payload }: Melding, reseptId: string): boolean {
  const read = contentOf(payload, 'M9.2')
  return read.type === 'content' && (read.content.Reseptinfo ?? []).some((one) => one.ReseptId === reseptId)
}

/** Before a pharmacy decides: it asks until the prescription that it is to dispense is in hand, or the medicine list that it packs is there. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Hendelse, Hendelser, msgIdOf } from '@budstikka/landscape'
import {
  contentOf,
  decodeMelding,
  encodeMelding,
  herIdOf,
  type Melding,
  type Party,
  readXml,
  type Register
} from '@budstikka/meldinger'
import { lookUpTimeoutMs, oppslagSubject } from '@budstikka/service'
import { type Bus, NoAnswerError, type Store } from '@budstikka/transport'
import type { Nedlastet, Prepared } from './handle.ts'
import { asksForKunde, asksForList, asksForMedicineList, asksForOne, takesInHand } from './questions.ts'

export type Asking = {
  readonly bus: Pick<Bus, 'ask'>
  readonly store: Store
  readonly register: Register
  readonly tjenester: readonly string[]
}

/** Our choice: how often it is asked whether something has come, and after how long the patient goes home without. */
const retryMs = 100
const giveUpMs = 30_000
const reseptformidleren = '8658-1'
const nettapotek = '8664-NA'

/** Of an event's happenings those of the pharmacies, and what they have in hand; another event's data as it is. */
export async function prepare(asking: Asking, data: unknown, signal: AbortSignal): Promise<unknown> {
  const read = Hendelser.safeParse(data)
  if (!read.success) return data
  const { register, tjenester } = asking
  const own = read.data.hendelser.filter(({ actor }) => tjenester.includes(register.party(actor)?.tjeneste ?? ''))
  const taken = await Promise.all(
    own.filter(isDispensing).map(async (hendelse) => [hendelse.id, await takeInHand(asking, hendelse, signal)] as const)
  )
  await Promise.all(own.filter(isPacking).map((hendelse) => awaitList(asking, hendelse, signal)))
  const nedlastet: Record<string, Nedlastet> = {}
  for (const [id, one] of taken) if (one !== undefined) nedlastet[id] = one
  await Promise.all(own.filter(isClaim).map((hendelse) => receiptOfPrevious(asking, hendelse, signal)))
  return { hendelser: own, nedlastet } satisfies Prepared
}

const isClaim = ({ meldingType }: Hendelse) => meldingType === 'ERM18'

/** Nothing is claimed before Reseptformidleren has answered what was dispensed last; in a replay that may be now. */
async function receiptOfPrevious(asking: Asking, hendelse: Hendelse, signal: AbortSignal): Promise<void> {
  const to = asking.register.find(reseptformidleren)[0]?.herId ?? ''
  for (const until = Date.now() + giveUpMs; Date.now() < until; await wait(retryMs, undefined, { signal }))
    if (!isUnderway(asking, hendelse, to)) return
}

/** It is in hand before an exemption is asked for (M3), too; a paper prescription is in nobody's register. */
const isDispensing = ({ meldingType, first }: Hendelse) =>
  (meldingType === 'ERM10' || meldingType === 'ERM3') && first !== undefined

/**
 * What happened before may still be on its way: the prescription to Reseptformidleren, or our own last report of it. In the world that is
 * days ago, in a replay it may be now. So it is waited for; undefined when it never comes.
 */
async function takeInHand(asking: Asking, hendelse: Hendelse, signal: AbortSignal): Promise<Nedlastet | undefined> {
  const { register } = asking
  const [from, to] = [register.party(hendelse.actor), register.find(reseptformidleren)[0]]
  if (from === undefined || to === undefined) return undefined
  const reseptId = msgIdOf(hendelse.firstAt ?? hendelse.at, hendelse.first ?? '')
  const list = asksForList(hendelse, { from, to })
  for (const until = Date.now() + giveUpMs; Date.now() < until; await wait(retryMs, undefined, { signal })) {
    if (isUnderway(asking, hendelse, to.herId)) continue
    const m92 = await ask(asking, list, signal)
    if (m92 === undefined || !lists(m92, reseptId)) continue
    if (from.tjeneste === nettapotek) await showKunde(asking, hendelse, { from, to, reseptId }, signal)
    const about = { reseptId, m91: list.envelope.msgId, m92: m92.envelope.msgId }
    const m94 = await ask(asking, takesInHand(hendelse, { from, to }, about), signal)
    if (m94 !== undefined) return { m91: about.m91, m94: m94.envelope.msgId, ...blueIn(m94) }
  }
  return undefined
}

/** The customer looks first at what can be had, and then at the one that is ordered; one who may not log in orders by telephone. */
async function showKunde(
  asking: Asking,
  hendelse: Hendelse,
  { from, to, reseptId }: { readonly from: Party; readonly to: Party; readonly reseptId: string },
  signal: AbortSignal
): Promise<void> {
  const seen = await ask(asking, asksForKunde(hendelse, { from, to }), signal)
  if (seen !== undefined) await ask(asking, asksForOne(hendelse, { from, to }, reseptId), signal)
}

/** The M1 of a blue prescription. It is only looked at here, and read when it is claimed. */
function blueIn({ attachments: [m1] }: Melding): Pick<Nedlastet, 'm1'> {
  return m1 !== undefined && Buffer.from(m1.base64, 'base64').includes('RefHjemmel') ? { m1: m1.base64 } : {}
}

/** Or asking about what is to be packed (M25.2). */
const isPacking = ({ meldingType }: Hendelse) => meldingType === 'ERM252' || meldingType === 'ERM253'

/** The doctor's medicine list is looked up (M9.11) until it is there, as above; what is never found is packed all the same, and refused. */
async function awaitList(asking: Asking, hendelse: Hendelse, signal: AbortSignal): Promise<void> {
  const { register } = asking
  const [from, to] = [register.party(hendelse.actor), register.find(reseptformidleren)[0]]
  if (from === undefined || to === undefined) return
  const question = asksForMedicineList(hendelse, { from, to })
  for (const until = Date.now() + giveUpMs; Date.now() < until; await wait(retryMs, undefined, { signal })) {
    const m912 = await ask(asking, question, signal)
    if (m912 !== undefined && holdsList(m912)) return
  }
}

function holdsList({ payload }: Melding): boolean {
  const read = contentOf(payload, 'M9.12')
  return read.type === 'content' && 'Pasient' in read.content && (read.content.Pasient.VarerIBrukB64 ?? []).length > 0
}

/** The report before this one has no receipt yet. */
function isUnderway({ store }: Asking, { previous, previousAt }: Hendelse, to: string): boolean {
  return previous !== undefined && store.table('awaiting').has(`${msgIdOf(previousAt ?? 0, previous)}.${to}.PRIM`)
}

function lists({ payload }: Melding, reseptId: string): boolean {
  const read = contentOf(payload, 'M9.2')
  return read.type === 'content' && (read.content.Reseptinfo ?? []).some((one) => one.ReseptId === reseptId)
}

/** The answer, undefined for a refusal. Nobody answering is no answer: it is asked again, by the same id, until stopped. */
async function ask({ bus }: Asking, melding: Melding, signal: AbortSignal): Promise<Melding | undefined> {
  const { type, sender, receiver } = melding.envelope
  const subject = oppslagSubject(reseptformidleren, herIdOf(receiver) ?? '', herIdOf(sender) ?? '', type)
  const body = Buffer.from(encodeMelding(melding))
  for (;;) {
    signal.throwIfAborted()
    try {
      const root = readXml(await bus.ask(subject, body, lookUpTimeoutMs))
      const decoded = 'reason' in root ? undefined : decodeMelding(root)
      return decoded?.type === 'melding' ? decoded.melding : undefined
    } catch (error) {
      if (!(error instanceof NoAnswerError)) throw error
      await wait(retryMs, undefined, { signal })
    }
  }
}

/** Before a prescriber decides: a locked prescription gets its reference number, what another wrote is found before it is recalled, and a list follows the last. */
import { type Hendelse, Hendelser, msgIdOf } from '@budstikka/landscape'
import { contentOf, type Melding, type Register } from '@budstikka/meldinger'
import { askMelding, type AskingParties, untilThere } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { asksForList, asksForMedicineList, asksForRefNr, asksForUtleveringer } from './questions.ts'
import type { Prepared, Svar } from './svar.ts'

export type Asking = {
  readonly bus: Pick<Bus, 'ask'>
  readonly register: Register
  readonly tjenester: readonly string[]
}

const reseptformidleren = '8658-1'
/** Words of `detail` (landscape): a prescription is locked, a recall is of what another wrote, a multidose ends when all is packed. */
const [locked, anothers, packed] = ['last', 'annens', 'pakket'] as const
const list = 'ERM251'

/** Whether an event may hold something that must be asked first: told by its bytes, since most hold nothing. */
export const isConcerned = (body: Uint8Array): boolean =>
  [locked, anothers, packed, list].some((word) => Buffer.from(body.buffer, body.byteOffset, body.length).includes(word))

/** An event's happenings, and what was answered about them; another event's data as it is. */
export async function prepare(asking: Asking, data: unknown, signal: AbortSignal): Promise<unknown> {
  const read = Hendelser.safeParse(data)
  if (!read.success) return data
  const { hendelser } = read.data
  const svar: Record<string, Svar> = {}
  await Promise.all(
    hendelser.map(async (hendelse) => {
      const parties = partiesOf(asking, hendelse)
      const one = parties && (await askFirst({ ...asking, hendelse, parties, signal }))
      if (one !== undefined) svar[msgIdOf(hendelse.at, hendelse.id)] = one
    })
  )
  return { hendelser, svar } satisfies Prepared
}

type About = Asking & { readonly hendelse: Hendelse; readonly parties: AskingParties; readonly signal: AbortSignal }

/** What is refused is sent all the same without the answer, and refused in its turn. */
async function askFirst(about: About): Promise<Svar | undefined> {
  const { hendelse, parties } = about
  const says = (word: string) => (hendelse.detail ?? '').split(' ').includes(word)
  switch (hendelse.meldingType) {
    case 'ERM1':
      return says(locked) ? { refNr: refNrIn(await ask(about, asksForRefNr(hendelse, parties))) } : undefined
    case 'ERM5':
      if (says(anothers)) await seesWhatAnotherWrote(about)
      return undefined
    case 'ERM271':
      if (says(packed)) await seesWhatIsPacked(about)
      return undefined
    case list:
      return { refMsgId: pasientIn(await ask(about, asksForMedicineList(hendelse, parties)))?.RefMsgId }
    default:
      return undefined
  }
}

const ask = ({ bus, signal }: About, question: Melding) => askMelding(bus, reseptformidleren, question, signal)

/** Undefined where the actor is none of ours. */
function partiesOf({ register, tjenester }: Asking, { actor, counterpart }: Hendelse): AskingParties | undefined {
  const [from, to] = [register.party(actor), register.party(counterpart)]
  return from && to && tjenester.includes(from.tjeneste) ? { from, to } : undefined
}

/** It is in the patient's list, and what was dispensed before is reported. */
async function seesWhatAnotherWrote(about: About): Promise<void> {
  const { hendelse, parties, signal } = about
  const reseptId = msgIdOf(hendelse.firstAt ?? hendelse.at, hendelse.first ?? '')
  const m10 = msgIdOf(hendelse.previousAt ?? hendelse.at, hendelse.previous ?? '')
  await untilThere(async () => {
    const m96 = await ask(about, asksForList(hendelse, parties))
    if (m96 === undefined || !lists(m96, reseptId)) return undefined
    const m98 = await ask(about, asksForUtleveringer(hendelse, parties, reseptId))
    return m98 !== undefined && reports(m98, m10) ? m98 : undefined
  }, signal)
}

/** The list that it refers to is among those that are looked up. */
async function seesWhatIsPacked(about: About): Promise<void> {
  const { hendelse, parties, signal } = about
  const m253 = msgIdOf(hendelse.previousAt ?? hendelse.at, hendelse.previous ?? '')
  await untilThere(async () => {
    const held = pasientIn(await ask(about, asksForMedicineList(hendelse, parties)))?.VarerIBrukB64 ?? []
    return held.some((base64) => Buffer.from(base64, 'base64').includes(m253)) ? held : undefined
  }, signal)
}

function lists({ payload }: Melding, reseptId: string): boolean {
  const read = contentOf(payload, 'M9.6')
  return (
    read.type === 'content' &&
    'Listeelement' in read.content &&
    (read.content.Listeelement ?? []).some((one) => one.ReseptId === reseptId)
  )
}

/** An M6 goes along for each dispensing, and names its M10. */
const reports = ({ attachments }: Melding, m10: string) =>
  attachments.some(({ base64 }) => Buffer.from(base64, 'base64').includes(m10))

function refNrIn(m42: Melding | undefined): string | undefined {
  const read = m42 && contentOf(m42.payload, 'M4.2')
  return read?.type === 'content' ? read.content.RefNr[0] : undefined
}

function pasientIn(m912: Melding | undefined) {
  const read = m912 && contentOf(m912.payload, 'M9.12')
  return read?.type === 'content' && 'Pasient' in read.content ? read.content.Pasient : undefined
}

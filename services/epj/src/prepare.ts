/** Before a prescriber decides: a locked prescription gets its reference number, and what another wrote is found before it is recalled. */
import { type Hendelse, Hendelser, msgIdOf } from '@budstikka/landscape'
import { contentOf, type Melding, type Register } from '@budstikka/meldinger'
import { askMelding, untilThere } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { asksForList, asksForRefNr, asksForUtleveringer, type Parties } from './questions.ts'
import type { Prepared } from './refnr.ts'

export type Asking = {
  readonly bus: Pick<Bus, 'ask'>
  readonly register: Register
  readonly tjenester: readonly string[]
}

const reseptformidleren = '8658-1'
/** Words of `detail` (landscape) by which a prescription is locked, and a recall is of what another wrote. */
const [lockedWord, anothersWord] = ['last', 'annens']

/** Whether an event may hold something that must be asked first: told by its bytes, since most hold nothing. */
export const isConcerned = (body: Uint8Array): boolean =>
  [lockedWord, anothersWord].some((word) => Buffer.from(body.buffer, body.byteOffset, body.length).includes(word))

/** An event's happenings with the reference numbers of those that need one; another event's data as it is. */
export async function prepare(asking: Asking, data: unknown, signal: AbortSignal): Promise<unknown> {
  const read = Hendelser.safeParse(data)
  if (!read.success) return data
  const { hendelser } = read.data
  const refNumre: Record<string, string> = {}
  await Promise.all(
    hendelser.map(async (hendelse) => {
      const parties = partiesOf(asking, hendelse)
      if (parties === undefined) return
      if (hendelse.meldingType === 'ERM5' && says(hendelse, anothersWord))
        await seesWhatAnotherWrote(asking, hendelse, parties, signal)
      if (hendelse.meldingType !== 'ERM1' || !says(hendelse, lockedWord)) return
      const refNr = refNrIn(await askMelding(asking.bus, reseptformidleren, asksForRefNr(hendelse, parties), signal))
      if (refNr !== undefined) refNumre[msgIdOf(hendelse.at, hendelse.id)] = refNr
    })
  )
  return { hendelser, refNumre } satisfies Prepared
}

const says = ({ detail = '' }: Hendelse, word: string | undefined) =>
  word !== undefined && detail.split(' ').includes(word)

/** Undefined where the actor is none of ours. */
function partiesOf({ register, tjenester }: Asking, { actor, counterpart }: Hendelse): Parties | undefined {
  const [from, to] = [register.party(actor), register.party(counterpart)]
  return from && to && tjenester.includes(from.tjeneste) ? { from, to } : undefined
}

/** It is in the patient's list, and what was dispensed before is reported; what is never found is recalled all the same, and refused. */
async function seesWhatAnotherWrote(
  { bus }: Asking,
  hendelse: Hendelse,
  parties: Parties,
  signal: AbortSignal
): Promise<void> {
  const reseptId = msgIdOf(hendelse.firstAt ?? hendelse.at, hendelse.first ?? '')
  const m10 = msgIdOf(hendelse.previousAt ?? hendelse.at, hendelse.previous ?? '')
  await untilThere(async () => {
    const m96 = await askMelding(bus, reseptformidleren, asksForList(hendelse, parties), signal)
    if (m96 === undefined || !lists(m96, reseptId)) return undefined
    const m98 = await askMelding(bus, reseptformidleren, asksForUtleveringer(hendelse, parties, reseptId), signal)
    return m98 !== undefined && reports(m98, m10) ? m98 : undefined
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

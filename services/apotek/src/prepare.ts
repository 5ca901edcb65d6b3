/** Before a pharmacy decides: it asks until the prescription that it is to dispense is in hand, or the medicine list that it packs is there. */
import { type Hendelse, Hendelser } from '@budstikka/landscape'
import { contentOf, type Melding } from '@budstikka/meldinger'
import { askMelding, untilThere } from '@budstikka/service'
import type { Nedlastet, Prepared } from './handle.ts'
import { asksForMedicineList } from './questions.ts'
import { type Asking, isUnderway, partiesOf, reseptformidleren, takeInHand } from './take-in-hand.ts'

/** Of an event's happenings those of the pharmacies, and what they have in hand; another event's data as it is. */
export async function prepare(
  asking: Asking & { readonly tjenester: readonly string[] },
  data: unknown,
  signal: AbortSignal
): Promise<unknown> {
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

/** Nothing is claimed before Reseptformidleren has answered what was dispensed last. */
async function receiptOfPrevious(asking: Asking, hendelse: Hendelse, signal: AbortSignal): Promise<void> {
  const to = asking.register.find(reseptformidleren)[0]?.herId ?? ''
  await untilThere(async () => (isUnderway(asking, hendelse, to) ? undefined : true), signal)
}

/** It is in hand before an exemption is asked for (M3), too; a paper prescription is in nobody's register. */
const isDispensing = ({ meldingType, first }: Hendelse) =>
  (meldingType === 'ERM10' || meldingType === 'ERM3') && first !== undefined

/** Or asking about what is to be packed (M25.2). */
const isPacking = ({ meldingType }: Hendelse) => meldingType === 'ERM252' || meldingType === 'ERM253'

/** The doctor's medicine list is looked up (M9.11) until it is there; what is never found is packed all the same, and refused. */
async function awaitList(asking: Asking, hendelse: Hendelse, signal: AbortSignal): Promise<void> {
  const parties = partiesOf(asking, hendelse)
  if (parties === undefined) return
  const question = asksForMedicineList(hendelse, parties)
  await untilThere(async () => {
    const m912 = await askMelding(asking.bus, reseptformidleren, question, signal)
    return m912 !== undefined && holdsList(m912) ? m912 : undefined
  }, signal)
}

function holdsList({ payload }: Melding): boolean {
  const read = contentOf(payload, 'M9.12')
  return read.type === 'content' && 'Pasient' in read.content && (read.content.Pasient.VarerIBrukB64 ?? []).length > 0
}

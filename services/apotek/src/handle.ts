/** What a pharmacy does when somebody comes for a medicine: it reports what it dispensed of what it took in hand, and claims refunds. */
import type { State } from '@budstikka/journal'
import { Hendelse, meldingOf, msgIdOf, type Person, sendingsOf, type World } from '@budstikka/landscape'
import { contentOf, type Melding } from '@budstikka/meldinger'
import { type Context, type Effect, type Incoming, send } from '@budstikka/service'
import { z } from 'zod'
import type { Krav } from './krav.ts'
import { oppgjorskrav } from './oppgjorskrav.ts'

export const Nedlastet = z.object({
  /** What the conversation began with, the M9.1 or the M1 that was sent to the pharmacy, and the M9.4 that the report answers (ERDOK). */
  begins: z.string(),
  m94: z.string(),
  /** The prescription that was handed out, in base64, where it is a blue one. */
  m1: z.string().optional()
})
export type Nedlastet = z.infer<typeof Nedlastet>

/** What the pharmacies' event holds once their look-ups are answered, by id of the happening. */
export const Prepared = z.object({ hendelser: z.array(Hendelse), nedlastet: z.record(z.string(), Nedlastet) })
export type Prepared = z.infer<typeof Prepared>

type Known = Context & { readonly tjenester: readonly string[]; readonly krav: Krav; person(id: string): Person }
type Effects = readonly Effect<State>[]

/** What was not found is reported all the same, and refused: nobody may think that it never happened. */
export function act({ name, data }: Extract<Incoming, { type: 'event' }>, known: Known): Effects {
  if (name !== 'hendelse') return []
  const { hendelser, nedlastet } = Prepared.parse(data)
  const world = { register: known.register, person: known.person }
  return hendelser
    .filter(({ actor }) => known.tjenester.includes(known.register.party(actor)?.tjeneste ?? ''))
    .flatMap((hendelse): Effects => {
      switch (hendelse.meldingType) {
        case 'ERM10':
          return report(hendelse, nedlastet[hendelse.id], { world, krav: known.krav })
        case 'ERM18':
          return claim(hendelse, known)
        default:
          return sendingsOf(hendelse, world).map(({ melding, attempt }) => send(melding, attempt))
      }
    })
}

function report(
  hendelse: Hendelse,
  asked: Nedlastet | undefined,
  { world, krav }: { readonly world: World; readonly krav: Krav }
): Effects {
  const melding = meldingOf(hendelse, world)
  if (asked?.m1 !== undefined) remember(melding, asked.m1, hendelse.at, krav)
  const conversation = asked && { refToParent: asked.m94, refToConversation: asked.begins }
  return [send({ ...melding, envelope: { ...melding.envelope, ...(conversation && { conversation }) } })]
}

/** A download that is given back is nothing to claim. */
function remember({ envelope, payload }: Melding, m1: string, at: number, krav: Krav): void {
  const read = contentOf(payload, 'M10')
  if (read.type !== 'content' || read.content.Kanselleringskode !== undefined) return
  const { ReseptId, ReseptDokLegemiddel: legemiddel, Avsluttet } = read.content.Utlevering
  const varenr = legemiddel?.Forskrivning.Legemiddelpakning?.Varenr
  if (varenr === undefined) return
  const antall = Number(legemiddel?.Antall ?? 1)
  krav.dispense(ReseptId, m1, { id: envelope.msgId, at, varenr, antall, isLast: Avsluttet?.V === '1' })
}

/** Nothing is sent where nothing was dispensed that Reseptformidleren took over. */
function claim(hendelse: Hendelse, { register, krav }: Known): Effects {
  const reseptId = msgIdOf(hendelse.firstAt ?? hendelse.at, hendelse.first ?? '')
  const [from, to] = [register.party(hendelse.actor), register.party(hendelse.counterpart)]
  const unclaimed = krav.unclaimed(reseptId)
  if (from === undefined || to === undefined || unclaimed === undefined) return []
  const claimed = oppgjorskrav(hendelse, { from, to }, unclaimed)
  if (claimed === undefined) return []
  krav.claim(reseptId, claimed.oppgjorsNr, claimed.oere, hendelse.at)
  return [send(claimed.melding)]
}

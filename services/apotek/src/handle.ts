/** What a pharmacy does when somebody comes for a medicine: it reports what it dispensed of what it took in hand. */
import type { State } from '@budstikka/journal'
import { Hendelse, meldingOf, type Person, sendingsOf } from '@budstikka/landscape'
import { type Context, type Effect, type Incoming, send } from '@budstikka/service'
import { z } from 'zod'

/** Ids of the look-ups of a dispensing: M9.1 begins the conversation, and M9.4 is what the report answers (ERDOK). */
export const Nedlastet = z.object({ m91: z.string(), m94: z.string() })
export type Nedlastet = z.infer<typeof Nedlastet>

/** What the pharmacies' event holds once their look-ups are answered, by id of the happening. */
export const Prepared = z.object({ hendelser: z.array(Hendelse), nedlastet: z.record(z.string(), Nedlastet) })
export type Prepared = z.infer<typeof Prepared>

type Known = Context & { readonly tjenester: readonly string[]; person(id: string): Person }

/** What was not found is reported all the same, and refused: nobody may think that it never happened. */
export function act({ name, data }: Extract<Incoming, { type: 'event' }>, known: Known): readonly Effect<State>[] {
  if (name !== 'hendelse') return []
  const { hendelser, nedlastet } = Prepared.parse(data)
  const world = { register: known.register, person: known.person }
  return hendelser
    .filter(({ actor }) => known.tjenester.includes(known.register.party(actor)?.tjeneste ?? ''))
    .flatMap((hendelse) => {
      if (hendelse.meldingType !== 'ERM10')
        return sendingsOf(hendelse, world).map(({ melding, attempt }) => send(melding, attempt))
      const melding = meldingOf(hendelse, world)
      const asked = nedlastet[hendelse.id]
      const conversation = asked && { refToParent: asked.m94, refToConversation: asked.m91 }
      return [send({ ...melding, envelope: { ...melding.envelope, ...(conversation && { conversation }) } })]
    })
}

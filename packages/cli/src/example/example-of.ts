/** A melding that can be sent: written by the landscape, from one of its parties to another, about one of its persons. */
import {
  answerOwed,
  createLandscape,
  type Hendelse,
  hendelser,
  meldingOf,
  replayedSystems,
  scaledPlan,
  type World
} from '@budstikka/landscape'
import { herIdOf, type Melding } from '@budstikka/meldinger'

export type ExampleOptions = {
  /** Code of list 8279. */
  readonly type: string
  /** The landscape, and so the parties, of a running world. */
  readonly year: number
  readonly seed: string
  /** A melding is known by its id, so every example has one of its own. */
  readonly msgId: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Some five thousand happenings: every type that is sent is among them, or among their answers. */
const scale = 1_000

/** Undefined for a type that nobody sends. The same options give the same bytes. */
export function exampleOf({ type, year, seed, msgId, now }: ExampleOptions): Melding | undefined {
  const landscape = createLandscape({ year, seed })
  const world: World = { register: landscape, person: landscape.person }
  const plan = scaledPlan(year, { scale, systems: replayedSystems(year) })
  for (const batch of hendelser({ landscape, plan, seed }))
    for (const hendelse of batch) {
      const melding = meldingOfType(type, hendelse, world)
      if (melding === undefined) continue
      const genDate = new Date(now).toISOString()
      return { ...melding, envelope: { ...melding.envelope, msgId, genDate } }
    }
  return undefined
}

/** The first of a conversation stands for itself; an answer has what it answers above it. */
function meldingOfType(type: string, hendelse: Hendelse, world: World): Melding | undefined {
  if (hendelse.status !== 'N') return undefined
  if (hendelse.meldingType === type) return meldingOf(hendelse, world)
  if (!hendelse.expectsAnswer) return undefined
  const asked = meldingOf(hendelse, world)
  const from = world.register.party(herIdOf(asked.envelope.receiver) ?? '')
  const to = world.register.party(herIdOf(asked.envelope.sender) ?? '')
  const answer = from && to && answerOwed(asked, { from, to, now: hendelse.at })
  return answer?.envelope.type === type ? answer : undefined
}

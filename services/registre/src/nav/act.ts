/** What NAV writes to doctors of its own accord, as it happens: questions, reminders and notes. */
import { hendelserOf, sendingsOf, type World } from '@budstikka/landscape'
import { type Effect, send } from '@budstikka/service'
import { tjeneste } from './take.ts'

/** `data` is of event 'hendelse'; what others do is passed by. */
export function act(data: unknown, world: World): readonly Effect<object>[] {
  return hendelserOf(data, (actor) => world.register.party(actor)?.tjeneste === tjeneste).flatMap((hendelse) =>
    sendingsOf(hendelse, world).map(({ melding, attempt }) => send(melding, attempt))
  )
}

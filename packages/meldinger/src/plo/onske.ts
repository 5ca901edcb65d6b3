/** Interpreter, reservations and wishes (poKomponent). */
import { Person } from '../felles/felleskomponent1.ts'
import { CS, TS } from '../felles/kith.ts'
import { boolean, date, text } from '../felles/leaves.ts'
import { element, optional, some } from '../xml/schema.ts'
import { perVersion } from './version.ts'

export const onske = perVersion(({ po }) => {
  const AssistertKommunikasjon = element(po, {
    PersonTolkebehov: optional(Person),
    Horselsvikt: optional(boolean),
    Synsvikt: optional(boolean),
    BehovTolkSprak: optional(CS),
    PreferertTolk: optional(Person),
    BehovOpphortDato: optional(TS),
    Merknad: optional(text)
  })
  const InfoAssistertKommunikasjon = element(po, { AssistertKommunikasjon })
  const ReservasjonOnske = element(po, {
    Gjelder: text,
    FramsattAv: Person,
    FramsattDato: date,
    TrukketTilbakeAv: optional(Person),
    TrukketTilbakeDato: optional(date),
    Merknad: optional(text)
  })
  const InfoReservasjon = element(po, { ReservasjonOnske: some(ReservasjonOnske) })
  return { AssistertKommunikasjon, InfoAssistertKommunikasjon, InfoReservasjon }
})

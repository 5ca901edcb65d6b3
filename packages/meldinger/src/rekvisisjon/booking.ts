/** A referred document of a rekvisisjon; in 1.5 it may carry a booking. */
import { appointment, subOrg } from '../basismelding/booking.ts'
import type { Edition } from '../basismelding/edition.ts'
import { refDocFields } from '../basismelding/parts.ts'
import { text } from '../felles/leaves.ts'
import { atMostOneOf, element, many, optional } from '../xml/schema.ts'

export function refDoc({ namespace, dropped }: Edition) {
  const Booking = element(namespace, {
    Name: text,
    Id: text,
    TypeId: text,
    Appointment: appointment(namespace),
    SubOrg: many(subOrg(namespace, ['Name', 'Id', 'TypeId']))
  })
  return element(
    namespace,
    { ...refDocFields, Booking: dropped(optional(Booking)) },
    atMostOneOf('FileReference', 'Content')
  )
}

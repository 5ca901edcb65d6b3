/** A referred document of henvisning 1.0, which names it and may carry a booking. */
import { appointment, subOrg } from '../basismelding/booking.ts'
import { CS, TS } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import { element, optional } from '../xml/schema.ts'

export function bookedRefDoc(namespace: string) {
  const Booking = element(namespace, {
    Name: text,
    Id: text,
    TypeId: optional(text),
    Appointment: appointment(namespace),
    SubOrg: optional(subOrg(namespace, ['Name', 'Id']))
  })
  return element(namespace, { IssueDate: optional(TS), MsgType: CS, Id: optional(text), Booking: optional(Booking) })
}

/** What a prescriber asks Reseptformidleren, and prescriptions with a reference number, for the tests. */
import { contentOf, type ContentOf, type FormatName, type Melding, payloadOf } from '@budstikka/meldinger'
import type { Answer } from '@budstikka/service'
import { type About, changed, m1, parties, question } from './handle.examples.ts'
import type { State } from './state.ts'

type Asking = About & { readonly komprimering?: string }
const asker = ({ from = parties.fastlege, ...about }: About): About => ({ from, ...about })
const alle = (isForAll: boolean | undefined) => (isForAll ? { V: '1', DN: 'Ja' } : { V: '2', DN: 'Nei' })

export const m41 = (id: string, antall: number, about: About = {}): Melding =>
  question(id, 'ERM41', payloadOf('M4.1', { Antall: String(antall) }), asker(about))

/** Of a patient by number, and of reference numbers. */
export const m95 = (
  id: string,
  sought: { readonly Fnr?: string; readonly RefNr?: readonly string[]; readonly isForAll?: true },
  { komprimering: Komprimering = '0', ...about }: Asking = {}
): Melding => {
  const { isForAll, RefNr = [], Fnr } = sought
  const asked = { ...(Fnr !== undefined && { Fnr }), AlleResepter: alle(isForAll), RefNr: [...RefNr], Komprimering }
  return question(id, 'ERM95', payloadOf('M9.5', asked), asker(about))
}

export const m97 = (id: string, ReseptId: string, about: About = {}): Melding =>
  question(id, 'ERM97', payloadOf('M9.7', { ReseptId, Komprimering: '0' }), asker(about))

/** The prescription that `m1(id)` writes, with a reference number; a locked one is found by it alone. */
export const m1WithRefNr = (id: string, RefNr: string, { from = parties.fastlege, isLocked = false } = {}): Melding =>
  changed(m1(id, { from }), 'M1', (content) => payloadOf('M1', { ...content, RefNr, LastResept: String(isLocked) }))

/** What was answered, or the codes of the refusal. */
export function answered<F extends FormatName>(given: Answer<State>, name: F): ContentOf<F> | string {
  if (given.type === 'appRec') return given.refusal?.errors.map(({ code }) => code).join() ?? 'OK'
  const content = contentOf(given.melding.payload, name)
  if (content.type !== 'content') throw new Error(`expected ${name}`)
  return content.content
}

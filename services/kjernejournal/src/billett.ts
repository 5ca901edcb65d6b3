/** A ticket: HelseIndikator gives it for one person, whose kjernejournal it opens (Kjernejournal, X-kj-ticket). */
// What else it is bound to is our choice: who asked, in which role and enterprise, by which journal system, and on which basis.
import type { Grunnlag, Helsepersonell } from './rules.ts'
import { plain } from './valg.ts'

export type Billett = Holder & {
  /** Whose kjernejournal it opens. */
  readonly fodselsnummer: string
  /** The basis, where one was given when it was asked for (`samtykke`); it opens on no other but an emergency. */
  readonly grunnlag?: Grunnlag
}

/** As a portal session is: one practitioner in one role; and one enterprise, by one journal system (X-EPJ-System) where it was named. */
type Holder = {
  readonly hprNummer: string
  /** List 9060. */
  readonly rolle: string
  readonly organisasjonsnummer: string
  readonly epjSystem?: string
}

export type Shown = { readonly av: Helsepersonell; readonly grunnlag: Grunnlag; readonly epjSystem: string }

export const holderOf = ({ hprNummer, rolle, organisasjon }: Helsepersonell): Holder => ({
  hprNummer: plain(hprNummer),
  rolle,
  organisasjonsnummer: organisasjon.organisationNumber
})

/** Whether it was given to who shows it, for what they want to do. An emergency waits for no other ticket, and is logged as one: our choice. */
export function opens(billett: Billett, { av, grunnlag, epjSystem }: Shown): boolean {
  const holder = holderOf(av)
  return (
    billett.hprNummer === holder.hprNummer &&
    billett.rolle === holder.rolle &&
    billett.organisasjonsnummer === holder.organisasjonsnummer &&
    (billett.epjSystem ?? epjSystem) === epjSystem &&
    (grunnlag === 'AKUTT' || (billett.grunnlag ?? grunnlag) === grunnlag)
  )
}

/** What happened to the patient and when, where the patient went, and who was told (poKomponent). */
import { HealthcareProfessional, Person } from '../felles/felleskomponent1.ts'
import { CV, TS } from '../felles/kith.ts'
import { boolean, date, text } from '../felles/leaves.ts'
import { element, optional, some } from '../xml/schema.ts'
import { perVersion } from './version.ts'

export const hendelse = perVersion(({ po, optionalSince16 }) => {
  const TidsfestetHendelse = element(po, {
    Hendelsekode: optional(CV),
    BeskrivelseAvHendelse: optional(text),
    TidspunktForHendelse: TS,
    Anslag: boolean,
    Merknad: optional(text),
    StedForHendelse: optional(element(po, { StedHendelse: text }))
  })
  const UtskrevetTil = element(po, { Uttilstand: optional(CV), UtTil: CV, Merknad: optional(text) })
  const InformasjonGitt = element(po, {
    TypeInformasjon: optional(CV),
    BeskrivelseInformasjon: optional(text),
    MuntligInformasjon: optionalSince16(boolean),
    InformasjonGittTil: Person,
    InformasjonGittDato: date,
    InformasjonGittAv: HealthcareProfessional
  })
  const InfoInformasjonGitt = element(po, { InformasjonGitt: some(InformasjonGitt) })
  return { TidsfestetHendelse, UtskrevetTil, InfoInformasjonGitt }
})

/** What a report contains and why it is sent; who stands in for an absent receiver (poKomponent). */
import { HealthcareProfessional } from '../felles/felleskomponent1.ts'
import { CS, CV } from '../felles/kith.ts'
import { boolean, date, text } from '../felles/leaves.ts'
import { element, optional } from '../xml/schema.ts'
import { perVersion } from './version.ts'

export const innhold = perVersion(({ po }) => {
  const TypeInnholdIMelding = element(po, { TypeInnhold: CV, Merknad: optional(text) })
  const InnholdKonsultasjon = element(po, { TypeInnholdKonsultasjon: CS, Merknad: optional(text) })
  const OpplysningerTilSoknad = element(po, { EgensoknadSendt: boolean, Merknad: optional(text) })
  const Fraversassistent = element(po, {
    MottakerFravarende: boolean,
    MeldingVideresendt: optional(boolean),
    FravarendeFraDato: optional(date),
    FravarendeTilDato: optional(date),
    VideresendtTil: optional(HealthcareProfessional),
    Merknad: optional(text)
  })
  return { TypeInnholdIMelding, InnholdKonsultasjon, OpplysningerTilSoknad, Fraversassistent }
})

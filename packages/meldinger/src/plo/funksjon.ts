/** How the patient manages, by the variables of IPLOS, and with which aids (poKomponent). */
import { CS, CV } from '../felles/kith.ts'
import { boolean, decimal, integer, text } from '../felles/leaves.ts'
import { element, many, optional, some } from '../xml/schema.ts'
import { vurdering } from './vurdering.ts'
import { perVersion } from './version.ts'

export const funksjon = perVersion((version) => {
  const { po } = version
  const { Ansvarlig } = vurdering(version)
  const SamletVurderingFunksjonsniva = element(po, {
    Pleietyngde: optional(decimal),
    VurderingPleietyngde: optional(text),
    Merknad: optional(text)
  })
  const KartlagtFunksjon = element(po, {
    Funksjonsvariabel: optional(CV),
    Vurdering: optional(integer),
    Merknad: optional(text)
  })
  const InfoKartleggingFunksjonsniva = element(po, {
    SamletVurderingFunksjonsniva: optional(SamletVurderingFunksjonsniva),
    KartlagtFunksjon: some(KartlagtFunksjon),
    Ansvarlig: optional(Ansvarlig)
  })
  const FasteHjelpemidler = element(po, {
    Briller: optional(CS),
    HjelpemiddelHorsel: optional(CS),
    Pacemaker: optional(boolean),
    Merknad: optional(text)
  })
  const Hjelpemiddelbeskrivelse = element(po, {
    Sekvensnummer: optional(integer),
    HjelpemiddelkodeRTV: optional(CV),
    BetegnelseHjelpemiddel: text
  })
  const StatusHjelpemiddel = element(po, { Status: CS, Hjelpemiddelbeskrivelse })
  const OpplysningerOmHjelpemidler = element(po, {
    FasteHjelpemidler: many(FasteHjelpemidler),
    StatusHjelpemiddel: many(StatusHjelpemiddel)
  })
  return { InfoKartleggingFunksjonsniva, OpplysningerOmHjelpemidler }
})

/** What nurses and other professions report (poKomponent). */
import { Journaltekst } from '../epj/journal.ts'
import { LegemidlerAdministrertVedOverforing } from '../epj/legemiddel.ts'
import { HealthcareProfessional } from '../felles/felleskomponent1.ts'
import { CS } from '../felles/kith.ts'
import { boolean, date, text } from '../felles/leaves.ts'
import { element, many, optional } from '../xml/schema.ts'
import { tiltak } from './tiltak.ts'
import { vurdering } from './vurdering.ts'
import { perVersion } from './version.ts'

export const fagrapport = perVersion((version) => {
  const { po, since16 } = version
  const { AnbefaltVidereTiltak, IverksatteTiltak, Tiltaksbeskrivelse } = tiltak(version)
  const { Ansvarlig, InfoMaalForventetRes, InfoVurderinger } = vurdering(version)
  const OpplysningerRelevantOppfolging = element(po, {
    BandasjemateriellEngangsutstyr: optional(boolean),
    HjelpLegemiddeladm: optional(boolean),
    EndringFunksjonsnivaa: optional(text),
    MerknadTilBandasjemateriell: since16(optional(text)),
    MerknadTilLegemiddeladministrering: since16(optional(text))
  })
  const InfoFraSykepleier = element(po, {
    OpplysningerRelevantOppfolging: optional(OpplysningerRelevantOppfolging),
    Journaltekst: many(Journaltekst)
  })
  const AdmInstrukser = element(po, { Utleveringsform: optional(CS), SarskilteTiltak: many(CS) })
  const AvtaleOmAdmLegemidler = element(po, {
    AvtaleAdmLegemidler: boolean,
    AvtaleAdmMultidose: boolean,
    Merknad: optional(text),
    AdmInstrukser: optional(AdmInstrukser),
    Tiltaksbeskrivelse: many(Tiltaksbeskrivelse)
  })
  const InfoAvtaleOmLegemiddeladm = element(po, { AvtaleOmAdmLegemidler })
  const Sykepleierdokumentasjon = element(po, {
    InfoFraSykepleier: optional(InfoFraSykepleier),
    LegemidlerAdministrertVedOverforing: optional(LegemidlerAdministrertVedOverforing),
    InfoAvtaleOmLegemiddeladm: optional(InfoAvtaleOmLegemiddeladm),
    InfoVurderinger: many(InfoVurderinger),
    IverksatteTiltak: many(IverksatteTiltak),
    AnbefaltVidereTiltak: many(AnbefaltVidereTiltak),
    InfoMaalForventetRes: many(InfoMaalForventetRes),
    Ansvarlig: many(Ansvarlig)
  })
  const AndreFagrapporter = element(po, {
    BehandlingStart: optional(date),
    StatusInnleggelse: optional(text),
    StatusBehandlingsstart: optional(text),
    ForventetStatusUtskriving: optional(text),
    AnsvarligRapport: optional(HealthcareProfessional),
    Journaltekst: many(Journaltekst)
  })
  const OpplysningerAndreFaggrupper = element(po, {
    AndreFagrapporter: optional(AndreFagrapporter),
    AnbefaltVidereTiltak: many(AnbefaltVidereTiltak),
    InfoVurderinger: many(InfoVurderinger)
  })
  return { Sykepleierdokumentasjon, OpplysningerAndreFaggrupper }
})

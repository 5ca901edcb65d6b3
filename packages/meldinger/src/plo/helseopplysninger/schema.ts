/** Helseopplysninger (early warning and updates from the hospital) on the wire (HIS 80704). */
import type { Infer } from '../../xml/schema.ts'
import { element, many, optional } from '../../xml/schema.ts'
import { diagnose } from '../diagnose.ts'
import { fagrapport } from '../fagrapport.ts'
import { forsendelse } from '../forsendelse.ts'
import { funksjon } from '../funksjon.ts'
import { hendelse } from '../hendelse.ts'
import { innhold } from '../innhold.ts'
import { onske } from '../onske.ts'
import { opphold } from '../opphold.ts'
import { tjeneste } from '../tjeneste.ts'
import type { PloVersion } from '../version.ts'

export type HelseopplysningerVedSoknad = Infer<ReturnType<typeof helseopplysningerVedSoknad>>

export function helseopplysningerVedSoknad(version: PloVersion, namespace: string) {
  const { InfoMedisinskDiagnose, MedisinskfagligeOpplysninger } = diagnose(version)
  const { OpplysningerAndreFaggrupper, Sykepleierdokumentasjon } = fagrapport(version)
  const { InfoKartleggingFunksjonsniva } = funksjon(version)
  const { InfoInformasjonGitt } = hendelse(version)
  const { OpplysningerTilSoknad, TypeInnholdIMelding } = innhold(version)
  const { InfoAssistertKommunikasjon } = onske(version)
  const { OpplysningOpphold } = opphold(version)
  const { TjenesteBehov } = tjeneste(version)
  return element(namespace, {
    ...forsendelse(version),
    TypeInnholdIMelding: version.requiredSince16(optional(TypeInnholdIMelding), 'one'),
    OpplysningOpphold: version.requiredSince16(many(OpplysningOpphold), 'some'),
    OpplysningerTilSoknad: version.optionalSince16(OpplysningerTilSoknad),
    InfoMedisinskDiagnose: many(InfoMedisinskDiagnose),
    MedisinskfagligeOpplysninger: optional(MedisinskfagligeOpplysninger),
    Sykepleierdokumentasjon: optional(Sykepleierdokumentasjon),
    OpplysningerAndreFaggrupper: many(OpplysningerAndreFaggrupper),
    InfoKartleggingFunksjonsniva: optional(InfoKartleggingFunksjonsniva),
    InfoAssistertKommunikasjon: many(InfoAssistertKommunikasjon),
    InfoInformasjonGitt: many(InfoInformasjonGitt),
    TjenesteBehov: many(TjenesteBehov)
  })
}

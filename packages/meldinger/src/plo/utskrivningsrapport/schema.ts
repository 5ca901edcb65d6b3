/** Utskrivningsrapport on the wire, whose root is TverrfagligEpikrise (HIS 80704). */
import { Legemiddelinfo } from '../../epj/legemiddel.ts'
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

export type TverrfagligEpikrise = Infer<ReturnType<typeof tverrfagligEpikrise>>

export function tverrfagligEpikrise(version: PloVersion, namespace: string) {
  const { InfoAndreViktigeOpplysninger, InfoMedisinskDiagnose, MedisinskfagligeOpplysninger } = diagnose(version)
  const { OpplysningerAndreFaggrupper, Sykepleierdokumentasjon } = fagrapport(version)
  const { InfoKartleggingFunksjonsniva, OpplysningerOmHjelpemidler } = funksjon(version)
  const { InfoInformasjonGitt } = hendelse(version)
  const { TypeInnholdIMelding } = innhold(version)
  const { InfoAssistertKommunikasjon, InfoReservasjon } = onske(version)
  const { InfoKontrolltime, OpplysningOpphold } = opphold(version)
  const { TjenesteBehov } = tjeneste(version)
  return element(namespace, {
    ...forsendelse(version),
    TypeInnholdIMelding,
    OpplysningOpphold: many(OpplysningOpphold),
    InfoMedisinskDiagnose: many(InfoMedisinskDiagnose),
    MedisinskfagligeOpplysninger: optional(MedisinskfagligeOpplysninger),
    Legemiddelinfo: many(Legemiddelinfo),
    InfoAndreViktigeOpplysninger: optional(InfoAndreViktigeOpplysninger),
    Sykepleierdokumentasjon: optional(Sykepleierdokumentasjon),
    OpplysningerAndreFaggrupper: many(OpplysningerAndreFaggrupper),
    InfoKartleggingFunksjonsniva: optional(InfoKartleggingFunksjonsniva),
    TjenesteBehov: many(TjenesteBehov),
    InfoInformasjonGitt: many(InfoInformasjonGitt),
    InfoAssistertKommunikasjon: many(InfoAssistertKommunikasjon),
    InfoReservasjon: many(InfoReservasjon),
    InfoKontrolltime: many(InfoKontrolltime),
    OpplysningerOmHjelpemidler: optional(OpplysningerOmHjelpemidler)
  })
}

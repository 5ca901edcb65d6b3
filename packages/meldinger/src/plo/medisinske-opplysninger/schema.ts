/** Medisinske opplysninger on the wire, from the GP to the municipality (HIS 80704). */
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
import { tjeneste } from '../tjeneste.ts'
import type { PloVersion } from '../version.ts'

export type OverforingMedisinskeOpplysninger = Infer<ReturnType<typeof overforingMedisinskeOpplysninger>>

export function overforingMedisinskeOpplysninger(version: PloVersion, namespace: string) {
  const {
    InfoAndreViktigeOpplysninger,
    InfoIPLOSrelevantInformasjon,
    InfoMedisinskDiagnose,
    MedisinskfagligeOpplysninger
  } = diagnose(version)
  const { OpplysningerAndreFaggrupper } = fagrapport(version)
  const { InfoKartleggingFunksjonsniva } = funksjon(version)
  const { InfoInformasjonGitt } = hendelse(version)
  const { OpplysningerTilSoknad, TypeInnholdIMelding } = innhold(version)
  const { InfoAssistertKommunikasjon, InfoReservasjon } = onske(version)
  const { TjenesteBehov } = tjeneste(version)
  return element(namespace, {
    ...forsendelse(version),
    TypeInnholdIMelding: optional(TypeInnholdIMelding),
    OpplysningerTilSoknad: optional(OpplysningerTilSoknad),
    InfoMedisinskDiagnose: optional(InfoMedisinskDiagnose),
    MedisinskfagligeOpplysninger: optional(MedisinskfagligeOpplysninger),
    Legemiddelinfo: many(Legemiddelinfo),
    InfoIPLOSrelevantInformasjon: optional(InfoIPLOSrelevantInformasjon),
    OpplysningerAndreFaggrupper: many(OpplysningerAndreFaggrupper),
    InfoKartleggingFunksjonsniva: optional(InfoKartleggingFunksjonsniva),
    InfoAssistertKommunikasjon: many(InfoAssistertKommunikasjon),
    InfoInformasjonGitt: many(InfoInformasjonGitt),
    TjenesteBehov: many(TjenesteBehov),
    InfoAndreViktigeOpplysninger: optional(InfoAndreViktigeOpplysninger),
    InfoReservasjon: many(InfoReservasjon)
  })
}

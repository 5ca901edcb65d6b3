/** Innleggelsesrapport on the wire: what the municipality knows of a patient who was admitted (HIS 80704). */
import { Legemiddelinfo } from '../../epj/legemiddel.ts'
import type { Infer } from '../../xml/schema.ts'
import { element, many, optional } from '../../xml/schema.ts'
import { diagnose } from '../diagnose.ts'
import { fagrapport } from '../fagrapport.ts'
import { forsendelse } from '../forsendelse.ts'
import { funksjon } from '../funksjon.ts'
import { hendelse } from '../hendelse.ts'
import { onske } from '../onske.ts'
import { tjeneste } from '../tjeneste.ts'
import type { PloVersion } from '../version.ts'

export type Innleggelsesrapport = Infer<ReturnType<typeof innleggelsesrapport>>

export function innleggelsesrapport(version: PloVersion, namespace: string) {
  const { InfoAndreViktigeOpplysninger, InfoMedisinskDiagnose, MedisinskfagligeOpplysninger } = diagnose(version)
  const { OpplysningerAndreFaggrupper, Sykepleierdokumentasjon } = fagrapport(version)
  const { InfoKartleggingFunksjonsniva, OpplysningerOmHjelpemidler } = funksjon(version)
  const { InfoInformasjonGitt } = hendelse(version)
  const { InfoAssistertKommunikasjon, InfoReservasjon } = onske(version)
  const { EksisterendeTjeneste } = tjeneste(version)
  return element(namespace, {
    ...forsendelse(version),
    InfoMedisinskDiagnose: many(InfoMedisinskDiagnose),
    MedisinskfagligeOpplysninger: optional(MedisinskfagligeOpplysninger),
    Legemiddelinfo: many(Legemiddelinfo),
    EksisterendeTjeneste: many(EksisterendeTjeneste),
    InfoKartleggingFunksjonsniva: optional(InfoKartleggingFunksjonsniva),
    InfoAndreViktigeOpplysninger: optional(InfoAndreViktigeOpplysninger),
    Sykepleierdokumentasjon: optional(Sykepleierdokumentasjon),
    OpplysningerAndreFaggrupper: optional(OpplysningerAndreFaggrupper),
    OpplysningerOmHjelpemidler: optional(OpplysningerOmHjelpemidler),
    InfoAssistertKommunikasjon: many(InfoAssistertKommunikasjon),
    InfoReservasjon: many(InfoReservasjon),
    InfoInformasjonGitt: many(InfoInformasjonGitt)
  })
}

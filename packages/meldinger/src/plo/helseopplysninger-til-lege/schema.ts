/** Helseopplysninger til lege on the wire, whose root is Konsultasjon (HIS 80704). */
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
import type { PloVersion } from '../version.ts'

export type Konsultasjon = Infer<ReturnType<typeof konsultasjon>>

export function konsultasjon(version: PloVersion, namespace: string) {
  const { InfoAndreViktigeOpplysninger, InfoMedisinskDiagnose, MedisinskfagligeOpplysninger } = diagnose(version)
  const { Sykepleierdokumentasjon } = fagrapport(version)
  const { InfoKartleggingFunksjonsniva } = funksjon(version)
  const { InfoInformasjonGitt } = hendelse(version)
  const { InnholdKonsultasjon } = innhold(version)
  const { InfoAssistertKommunikasjon, InfoReservasjon } = onske(version)
  return element(namespace, {
    ...forsendelse(version),
    InnholdKonsultasjon: optional(InnholdKonsultasjon),
    InfoMedisinskDiagnose: many(InfoMedisinskDiagnose),
    MedisinskfagligeOpplysninger: optional(MedisinskfagligeOpplysninger),
    Legemiddelinfo: many(Legemiddelinfo),
    InfoAndreViktigeOpplysninger: optional(InfoAndreViktigeOpplysninger),
    Sykepleierdokumentasjon: optional(Sykepleierdokumentasjon),
    InfoKartleggingFunksjonsniva: optional(InfoKartleggingFunksjonsniva),
    InfoInformasjonGitt: many(InfoInformasjonGitt),
    InfoAssistertKommunikasjon: many(InfoAssistertKommunikasjon),
    InfoReservasjon: many(InfoReservasjon)
  })
}

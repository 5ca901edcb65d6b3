/** Assessments and aims, and who is responsible for them (poKomponent). */
import { Journaltekst } from '../epj/journal.ts'
import { HealthcareProfessional, Organisation } from '../felles/felleskomponent1.ts'
import { CS, CV } from '../felles/kith.ts'
import { boolean, date, dateTime, text } from '../felles/leaves.ts'
import { element, many, optional } from '../xml/schema.ts'
import { perVersion } from './version.ts'

export const vurdering = perVersion(({ po }) => {
  const Enkeltvurdering = element(po, {
    Funksjonsområde: optional(CV),
    KodetVurdering: optional(CV),
    VurderingTekst: optional(text)
  })
  const InnholdVurdering = element(po, {
    VurderingenGjelder: text,
    Stikkord: many(text),
    FraDato: optional(date),
    TilDato: optional(date),
    KategoriHelsepersonell: optional(CS),
    Enkeltvurdering: many(Enkeltvurdering)
  })
  const InfoVurderinger = element(po, { InnholdVurdering, Journaltekst: many(Journaltekst) })
  const InnholdMaaldokument = element(po, {
    MaalForventetResultat: optional(CV),
    ForventetGradMaaloppnaaelse: optional(CV),
    Beskrivelse: optional(text),
    KategoriHelsepersonell: optional(CS),
    ForventesOppnaadd: optional(date),
    FraDato: optional(date),
    TilDato: optional(date),
    Stikkord: many(text)
  })
  const InfoMaalForventetRes = element(po, { InnholdMaaldokument, Journaltekst: many(Journaltekst) })
  const Ansvarlig = element(po, {
    TypeHendelse: optional(CV),
    TidspunktForHendelse: dateTime,
    Ekstern: boolean,
    AnsvarligTjenesteyter: optional(HealthcareProfessional),
    Virksomhet: optional(Organisation),
    Merknad: optional(text)
  })
  return { InfoVurderinger, InfoMaalForventetRes, Ansvarlig }
})

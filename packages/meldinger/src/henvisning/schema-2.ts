/** Henvisning 2.0 on the wire (HIS 1207 new condition, HIS 1208 onward referral): in a MsgHead, to one receiver. */
import { Person } from '../felles/felleskomponent1.ts'
import { CS, CV } from '../felles/kith.ts'
import { boolean, date, dateTime, text } from '../felles/leaves.ts'
import { forsendelse } from '../plo/forsendelse.ts'
import { innhold } from '../plo/innhold.ts'
import { po20 } from '../plo/version.ts'

import { element, many, optional, some } from '../xml/schema.ts'
import { infItem2 } from './inf-item.ts'

export const henvisning20 = 'http://ehelse.no/xmlstds/henvisning/2017-11-30'

const { po } = po20
const { InformasjonOmForsendelsen: _notHere, ...people } = forsendelse(po20)
const AssistertKommunikasjon = element(po, {
  PersonTolkebehov: optional(Person),
  Horselsvikt: optional(boolean),
  Synsvikt: optional(boolean),
  BehovTolkSprak: optional(CS),
  PreferertTolk: optional(Person),
  BehovOpphortDato: optional(date),
  Merknad: optional(text)
})
const OpplysningerOmIndividuellPlan = element(po, {
  IndividuellPlanForeligger: optional(boolean),
  KoordinatorOppnevnt: optional(boolean),
  Merknad: optional(text)
})
const PasientrelatertKontaktperson = element(po, {
  StillingRolle: optional(text),
  Arbeidssted: optional(text),
  Referanseperson: Person,
  Merknad: optional(text)
})
const Legemiddelgjennomgang = element(po, {
  DatoLegemiddelgjennomgang: optional(date),
  DatoSamstemming: optional(date),
  Merknad: optional(text)
})
const Modifier = element(henvisning20, { Name: CS, Value: some(CV) })
const Opplysninger = element(henvisning20, {
  FrittSykehusvalg: optional(boolean),
  VentetidSluttkode: optional(CV),
  ForlopsId: text,
  RettTilHelsehjelp: boolean,
  UtfallAvVurdering: CV
})
const VurderingAvHenvisning = element(henvisning20, {
  DatoMottakOgVurdering: some(element(henvisning20, { TypeDato: CV, Dato: date })),
  Opplysninger: optional(Opplysninger)
})
const Consent = element(henvisning20, {
  ConsentStatus: CV,
  ConsentDate: optional(date),
  Merknad: optional(text),
  GivenBy: optional(text)
})

export const henvisning2 = element(henvisning20, {
  /** List 7309, as Forsendelsesstatus is elsewhere. */
  ServType: CS,
  IssueDate: dateTime,
  PaymentCat: optional(CS),
  ReqComment: optional(text),
  /** Kept when the referral is changed or cancelled. */
  DocumentId: text,
  BasisForHealthServices: optional(CS),
  ...people,
  TypeInnholdIMelding: innhold(po20).TypeInnholdIMelding,
  InfoAssistertKommunikasjon: many(element(po, { AssistertKommunikasjon })),
  OpplysningerOmIndividuellPlan: optional(OpplysningerOmIndividuellPlan),
  PasientrelatertKontaktperson: many(PasientrelatertKontaktperson),
  Legemiddelgjennomgang: optional(Legemiddelgjennomgang),
  PatientPrecaution: many(
    element(henvisning20, {
      Precaution: text,
      StartDateTime: optional(dateTime),
      EndDateTime: optional(dateTime)
    })
  ),
  InfItem: many(infItem2(henvisning20)),
  ReasonAsText: many(
    element(henvisning20, { Heading: optional(CV), TextResultValue: optional(text), TextCode: many(CV) })
  ),
  Diagnosis: many(element(henvisning20, { Concept: CV, Modifier: many(Modifier) })),
  ReqServ: element(henvisning20, {
    ServType: CS,
    ReqDate: optional(date),
    /** List 8306. */
    Priority: CS,
    Comment: optional(text)
  }),
  Comment: many(
    element(henvisning20, { Heading: optional(CV), TextResultValue: optional(text), CodedComment: many(CV) })
  ),
  VurderingAvHenvisning: optional(VurderingAvHenvisning),
  Pakkeforlop: many(element(henvisning20, { Pakkeforlopskode: CV, Merknad: optional(text) })),
  Consent: many(Consent)
})

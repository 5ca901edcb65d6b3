/** M2 and M12: the prescriber applies to Helfo for a refund to one patient, and is answered. */
import { CS, CV, PQ } from '../felles/kith.ts'
import { Ident } from '../felles/felleskomponent1.ts'
import { base64, boolean, date, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { atMostOneOf, element, exactlyOneOf, many, optional, some } from '../xml/schema.ts'
import { ehelseNs } from './namespace.ts'
import { organisasjonIn } from './resept.ts'

const m2 = ehelseNs('m2/2017-12-01')
const Organisasjon = optional(organisasjonIn(m2))
const Helseperson = optional(element(m2, { HprId: Ident, Fornavn: text, Etternavn: text, Spesialitet: optional(CV) }))

const ReseptklasseAB = element(m2, {
  HoyesteDogndose: PQ,
  Behandlingsplan: CS,
  AvhengihetsfareVurdert: CS,
  Smerteanalyse: CS,
  GyldigForskriver: some(element(m2, { Helseperson, Organisasjon }))
})
/** ForskrivningB64 holds a Forskrivning as XML. */
const legemidler = {
  OmsoktLegemiddel: some(
    element(m2, { Uuid: text, ForskrivningB64: base64, ReseptklasseAB: optional(ReseptklasseAB) })
  ),
  IngenTidlBehandling: optional(CV),
  TidligereBehandling: many(element(m2, { MedisinskeHensyn: CV, ForskrivningB64: base64 }))
}
const oneHistory = atMostOneOf('IngenTidlBehandling', 'TidligereBehandling')
const vedtak = { Vedtak: CS, Arsak: CS }

const SoknadNaringsmiddel = element(m2, {
  KroniskSykdom: CS,
  Varenavn: optional(text),
  Beskrivelse: optional(text),
  Produktgruppe: optional(CV),
  Begrunnelse: CV,
  TidligereBehandling: many(element(m2, { Varenavn: text, Beskrivelse: optional(text) })),
  Yrkesskade: optional(element(m2, vedtak))
})

export const SoknadHelfo = element(
  m2,
  {
    Diagnose: CV,
    RelatertDiagnose: many(CV),
    Begrunnelse: text,
    Merknad: optional(text),
    UtenforInstitusjon: CS,
    Forstegangs: CS,
    Oppdatert: boolean,
    Vedlegg: many(text),
    SoknadNaringsmiddel: optional(SoknadNaringsmiddel),
    Soknad3: optional(
      element(m2, { ...legemidler, AlvorligSykdom: CV, Prioriteringskriterier: optional(text) }, oneHistory)
    ),
    Yrkesskade: optional(element(m2, { ...legemidler, ...vedtak }, oneHistory)),
    Instituert: element(m2, { Organisasjon, Helseperson }),
    RefHjemmel: CV,
    LangvarigBehandling: optional(CS)
  },
  exactlyOneOf('SoknadNaringsmiddel', 'Soknad3', 'Yrkesskade')
)
export type SoknadHelfo = Infer<typeof SoknadHelfo>

const m12 = ehelseNs('m12/2017-12-01')
export const Soknadssvar = element(m12, {
  'Svar-ID': text,
  /** MsgId of the M2. */
  RefSoknad: text,
  OmsoktVare: text,
  Beslutning: CS,
  Begrunnelse: optional(text),
  Avslagsgrunn: many(CS),
  Vedtaksdato: date,
  VedtaketOmfatter: optional(
    element(m12, {
      Varenavn: optional(text),
      ProdGruppe: optional(CV),
      RefHjemmel: optional(CV),
      DoseDognMaks: optional(PQ),
      GyldigTil: optional(date)
    })
  )
})
export type Soknadssvar = Infer<typeof Soknadssvar>

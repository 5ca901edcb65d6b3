/** Legeerklaring of 2008: a doctor's statement to NAV. Telephone numbers of addresses (Teleinformasjon) are not read. */
import { countOf } from '../felles/checks.ts'
import { text } from '../felles/leaves.ts'
import { date, integer, oneOf, text as anyText } from '../xml/lexical.ts'
import type { Infer } from '../xml/schema.ts'
import {
  attribute,
  complexType,
  element,
  exactlyOneOf,
  type Fields,
  many,
  optional,
  requiredAttribute,
  some
} from '../xml/schema.ts'

export const legeerklaringNs = 'http://www.kith.no/xmlstds/legeerklaring/2008-06-06'
const of = <F extends Fields>(fields: F) => complexType(legeerklaringNs, fields)

const nonNegative = {
  name: 'integer',
  accepts: (value: string) => integer.accepts(value) && /^[+\s]*\d/.test(value)
}
const upTo = (last: number) => oneOf(...Array.from({ length: last }, (_, index) => String(index + 1)))
const jaNei = oneOf('1', '2')
const adressetype = oneOf('RES', 'PST', 'INV', 'TMP', 'BAD', 'H', 'HP', 'HV', 'WP', 'ABC', 'SYL', 'IDE')

const Adresse = of({
  PostalAddress: many(of({ StreetAddress: text, PostalCode: text, City: text, Country: optional(text) })),
  adressetype: attribute(adressetype)
})
const Henvist = of({
  Spesifikasjon: text,
  henvistDato: requiredAttribute(date),
  antattVentetid: requiredAttribute(nonNegative)
})

const Pasientopplysninger = of({
  Pasient: of({
    Navn: of({ Etternavn: text, Fornavn: text, Mellomnavn: optional(text) }),
    Arbeidsforhold: optional(
      of({
        Virksomhet: optional(
          of({
            VirksomhetsAdr: optional(Adresse),
            virksomhetsBetegnelse: attribute(anyText),
            organisasjonsnummer: attribute(anyText)
          })
        ),
        Yrkesbetegnelse: text,
        yrkeskode: attribute(anyText),
        primartArbeidsforhold: attribute(jaNei)
      })
    ),
    PersonAdr: many(Adresse),
    fodselsnummer: requiredAttribute(anyText),
    trygdekontor: requiredAttribute(anyText)
  }),
  flereArbeidsforhold: requiredAttribute(upTo(3))
})

const DiagnoseArbeidsuforhet = of({
  DiagnoseKodesystem: of({
    Enkeltdiagnose: some(
      of({
        diagnose: attribute(anyText),
        kodeverdi: requiredAttribute(anyText),
        sortering: requiredAttribute(nonNegative)
      })
    ),
    kodesystem: requiredAttribute(upTo(5))
  }),
  VurderingYrkesskade: of({ borVurderes: attribute(jaNei), skadeDato: attribute(date) }),
  StatusPresens: text,
  SymptomerBehandling: text,
  arbeidsuforFra: attribute(date)
})

const ForslagTiltak = complexType(
  legeerklaringNs,
  {
    AktueltTiltak: many(of({ HvilkeAndreTiltak: text, typeTiltak: requiredAttribute(upTo(7)) })),
    Opplysninger: text,
    BegrensningerTiltak: optional(text),
    BegrunnelseIkkeTiltak: optional(text),
    tiltak: attribute(jaNei)
  },
  exactlyOneOf('BegrensningerTiltak', 'BegrunnelseIkkeTiltak')
)

export const Legeerklaring = element(
  legeerklaringNs,
  {
    LegeerklaringGjelder: some(of({ typeLegeerklaring: attribute(upTo(4)) })),
    Pasientopplysninger,
    PlanUtredBehandle: optional(
      of({
        HenvistUtredning: optional(Henvist),
        HenvistBehandling: optional(Henvist),
        NyeLegeopplysninger: optional(text),
        IkkeVidereBehandling: optional(text),
        NyVurdering: optional(text),
        BehandlingsPlan: optional(text),
        UtredningsPlan: optional(text)
      })
    ),
    DiagnoseArbeidsuforhet,
    ForslagTiltak,
    VurderingFunksjonsevne: of({
      Arbeidssituasjon: some(of({ arbeidssituasjon: attribute(upTo(4)), annenArbeidssituasjon: attribute(anyText) })),
      VurderingArbeidsevne: optional(
        of({
          IkkeGjore: optional(text),
          HensynAnnetYrke: optional(text),
          gjenopptaArbeid: attribute(jaNei),
          narGjenopptaArbeid: attribute(jaNei),
          taAnnetArbeid: attribute(jaNei),
          narTaAnnetArbeid: attribute(jaNei)
        })
      ),
      Funksjonsevne: optional(text),
      KravArbeid: optional(text)
    }),
    Prognose: of({
      AntattVarighet: optional(text),
      VarighetFunksjonsnedsettelse: optional(text),
      VarighetNedsattArbeidsevne: optional(text),
      bedreArbeidsevne: attribute(jaNei)
    }),
    ArsakssammenhengLegeerklaring: optional(text),
    ForbeholdLegeerklaring: of({ BorTilbakeholdes: optional(text), tilbakeholdInnhold: attribute(jaNei) }),
    AndreOpplysninger: optional(of({ Opplysning: text, onskesKopi: attribute(jaNei) })),
    Kontakt: many(of({ kontakt: requiredAttribute(upTo(5)), annenInstans: attribute(anyText) }))
  },
  countOf('LegeerklaringGjelder', 1, 4)
)
export type Legeerklaring = Infer<typeof Legeerklaring>

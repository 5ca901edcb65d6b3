/** What every PLO melding begins with: the sending itself, and the people and units around the patient (poKomponent). */
import { HealthcareProfessional, Organisation, Person } from '../felles/felleskomponent1.ts'
import { CS, CV } from '../felles/kith.ts'
import { boolean, date, gYear, text } from '../felles/leaves.ts'
import { element, many, optional } from '../xml/schema.ts'
import { perVersion } from './version.ts'

/** The fields, in the XSD's order, that all PLO payloads have before their own. */
export const forsendelse = perVersion((version) => {
  const { po, since16, since20 } = version
  return {
    InformasjonOmForsendelsen: informasjonOmForsendelsen(po),
    TilleggsopplysningPasient: optional(
      element(po, {
        SivilStatus: optional(CS),
        BorAlene: optional(boolean),
        Sprak: optional(CS),
        MottarKommunaleTjenester: since20(optional(boolean)),
        Merknad: since20(optional(text))
      })
    ),
    ParorendeForesatt: many(
      element(po, {
        Slektskap: optional(CS),
        Omsorgsfunksjon: optional(CS),
        FodselsarMindrearigParorende: since16(optional(gYear)),
        NarmesteParorende: since20(optional(boolean)),
        Referanseperson: Person,
        Merknad: optional(text)
      })
    ),
    TilknyttetEnhet: many(element(po, { Kontaktenhet: Organisation, Merknad: optional(text) })),
    KontaktpersonHelsepersonell: many(element(po, { Kontaktperson: HealthcareProfessional, Merknad: optional(text) })),
    AnsvarForRapport: many(
      element(po, {
        AnsvarligRapport: HealthcareProfessional,
        GodkjentDato: optional(date),
        TypeRelasjon: optional(CV),
        Merknad: optional(text)
      })
    ),
    SendtDokument: many(
      element(po, {
        Opplysning: CV,
        JaNei: boolean,
        DatoSendt: optional(date),
        TypeMottaker: optional(CV),
        NavnMottaker: optional(text),
        Merknad: optional(text)
      })
    )
  }
})

function informasjonOmForsendelsen(po: string) {
  const Foresporsel = element(po, {
    TypeForesp: CV,
    Formål: optional(CV),
    Hastegrad: optional(CS),
    TypeJournalinfo: optional(CV),
    Sporsmal: optional(text),
    Begrunnelse: optional(text),
    FraDato: optional(date),
    TilDato: optional(date),
    RefDokIdForesp: optional(text)
  })
  return element(po, {
    /** List 7309: N new, M change, C cancellation. */
    Forsendelsesstatus: CS,
    ForbeholdOmVideresending: optional(boolean),
    SvarPaaForesporsel: optional(boolean),
    Foresporsel: optional(Foresporsel)
  })
}

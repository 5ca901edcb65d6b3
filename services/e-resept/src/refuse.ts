/** Refusals in the words of Reseptformidleren: code list 7419. */
import type { Refusal } from '@budstikka/meldinger'

const errorCodes7419 = '2.16.578.1.12.4.1.1.7419'

/** The codes of list 7419 that our rules use, with their display names. */
export const names7419 = {
  1: 'Finner ikke angitt resept i reseptformidleren.',
  3: 'ReseptId mangler.',
  6: 'HPR nummer for rekvirent mangler.',
  8: 'Utleverers id (HERid) mangler for resept med ekspederingsanmodning.',
  10: 'Resepten finnes fra før.',
  12: 'Resepten som skal tilbakekalles er ikke registrert.',
  15: 'Resepten har en status som gjør at den ikke kan tilbakekalles.',
  16: 'Resepten er allerede tilbakekalt.',
  19: 'HPRnummer for rekvirent skal være 9 tegn langt.',
  30: 'Ekspederingsanmodningen blir ikke gjennomført fordi oppgitt HERid ikke er registrert i Adresseregisteret.',
  40: 'Mangler informasjon om organisasjonsnummer og/eller konsesjonsnummer.',
  41: 'Finner ikke resept med riktig status.',
  49: 'Maksimalt antall referansenummer som kan etterspørres er 100.',
  51: 'Angitt referansenummer er allerede tatt i bruk tidligere. Resepten avvises.',
  52: 'Angitt referansenummer er ikke tildelt angitt rekvirent. Resepten avvises.',
  60: 'Pasientens fødselsnummer eller referansenummer må være utfylt.',
  65: 'Denne meldingen er sendt inn tidligere, avvises.',
  66: 'En kanselleringsmelding kan ikke avslutte en resept.',
  67: 'En kanselleringsmelding kan ikke ha intervensjon.',
  69: 'Resept er under ekspedering av annen utleverer.',
  70: 'Det er sendt ekspederingsanmodning til annen utleverer.',
  75: 'Referansenummer er brukt på annen pasient. Resepten avvises.',
  79: 'Ugyldig forskrivningsdato.',
  96: 'Resepten har status R-Resept avsluttet.',
  97: 'Resepten har status T-Tilbakekalt.',
  110: 'Vergeinnsynsreservasjon kan kun registreres på låste resepter.',
  111: 'Når fødselsnummer er oppgitt skal ikke fødselsdato med i meldingen.',
  112: 'Hvis D-nummer er oppgitt i fødselsnummerfeltet skal fødselsdato med i meldingen.',
  113: 'Når fødselsnummer ikke er oppgitt skal fødselsdato med i meldingen.',
  115: 'Pasientens fødselsnummer eller D-nummer mangler eller inneholder feil.',
  118: 'Ekspederingsanmodning av legemiddel kan ikke sendes til bandasjist.',
  122: 'Mangler oppfylte vilkår for ekspederingsanmodning.',
  124: 'Kan ikke annullere og kansellere en ekspedering i samme melding.',
  129: 'Valgt utleverer av ekspederingsanmodning har ikke anledning til å benytte eResept-løsningen.',
  152: 'Avsender er ikke pasientens registrerte multidoselege.',
  153: 'Avsender er ikke pasientens registrerte multidoseapotek.',
  154: 'Kan ikke registrere nytt multidoseapotek før nåværende er avregistrert.',
  155: 'Kan ikke registrere ny multidoselege før nåværende er avregistrert.',
  161: 'Referansenummer er ikke korrekt.',
  162: 'Pasientens fornavn mangler.',
  163: 'Pasientens etternavn mangler.',
  213: 'Rekvirentens etternavn mangler.',
  214: 'Rekvirentens fornavn mangler.',
  226: 'RefToParent er ikke korrekt.',
  228: 'Pasienten har ikke registrert gyldig multidoselege.',
  229: 'Meldingen har feil verdi i registreringsstatus (Status).',
  235: "Feil verdi i 'Type' i LIB.",
  239: 'Legemidler i bruk kan ikke registreres på resepter som er låst i RF.',
  257: 'Må ha fnr eller dnr for pasient',
  258: 'Referansenummer må benyttes ved låst resept',
  259: 'LegemiddelDose aksepteres ikke.',
  260: 'Når pasientens fødselsnummer ikke er oppgitt skal gyldig kjønn oppgis.',
  261: 'Hvis D-nummer er oppgitt i fødselsnummerfeltet skal kjønn oppgis.',
  262: 'Bare refusjonshjemmel 200, 300, 301, 302, 400, 800 eller 950 er gyldig så lenge Refusjonshjemmel oppgis for ReseptdokumentLegemiddel.',
  263: 'Reseptdokumenthandelsvare må ha refusjonshjemmel 5 eller 6 (koder 500++ og 600++).',
  265: 'M10 skal ved ekspedering eller annullering inneholde antall pakninger større enn null.',
  267: 'Komprimering må inneholde et heltall større eller lik 0.',
  268: "Ugyldig verdi i 'Årsak' for tilbakekallingen.",
  269: 'Ved rekvirering i eget navn skal resepten være låst og fødselsnummer for pasient skal ikke oppgis.',
  270: 'Ved rekvirering til egen praksis skal resepten være låst og fødselsnummer for pasient skal ikke oppgis.',
  315: 'Legemidler i bruk kan ikke inneholde dupliserte oppførings-id',
  320: 'Feil eller manglende verdi i meldingen.',
  355: 'eResept støtter ikke handelsvaren brystprotese.',
  356: 'Utleveringsrapport må inneholde enten ReseptDokLegemiddel eller ReseptDokHandelsvare.',
  357: 'Utleveringsrapport uten kanselleringskode kan ikke sendes uten en foranliggende nedlasting av resept.',
  359: 'Vikar kan ikke sende multidosemelding for pasient uten registrert multidoselege.',
  377: "Din organisasjon er ikke registrert som 'Rekvirent' i RFAdmin.",
  378: "Din organisasjon er ikke registrert som 'Utleverer' i RFAdmin."
} as const
export type Code7419 = keyof typeof names7419

/** `source` is where the rule stands; `text` is free text for the sender, Norwegian, without person data. */
export function refuse7419(code: Code7419, source: string, text?: string): Refusal {
  const error = {
    code: String(code),
    codeSystem: errorCodes7419,
    name: names7419[code],
    ...(text !== undefined && { text }),
    source
  }
  return { type: 'refusal', errors: [error] }
}

/** Codes by which e-resept says how things stand, with their names (kodeverk as of June 2025). */
export const codesOfFlow = {
  /** Yes or no. */
  '1101': {
    '1': 'Ja',
    '2': 'Nei'
  },
  /** Group of goods. */
  '7402': {
    A: 'Annet',
    L: 'Legemiddel'
  },
  /** Way of dispensing. */
  '7404': {
    F: 'Forsendelse',
    L: 'LAR',
    M: 'Utlevering magistrell resept',
    U: 'Utlevering'
  },
  /** Why a search is by name. */
  '7406': {
    F: 'Fødselsnummer ikke tilgjengelig',
    I: 'Ikke medbrakt legitimasjon',
    K: 'Kjent av utlevererpersonalet',
    U: 'Utenlandsk statsborger'
  },
  /** Why a search found nothing. */
  '7407': {
    '1': 'Ugyldig referansenummer',
    '2': 'Ugyldig fødselsnummer',
    '3': 'Ugyldig nødsøk',
    '4': 'Ingen resept på dette søk'
  },
  /** Status of a prescription. */
  '7408': {
    A: 'Avslått søknad fra SLV',
    B: 'Under behandling av SLV',
    E: 'Ekspederbar',
    F: 'Foreldet',
    H: 'HPR mangler fødselsnummer',
    R: 'Resept avsluttet',
    T: 'Tilbakekalt',
    U: 'Under ekspedering',
    X: 'Ugyldig'
  },
  /** Status of a bill. */
  '7410': {
    '1': 'Avvist',
    '2': 'Godkjent',
    '3': 'Avkortet'
  },
  /** Why a dispense is given up. */
  '7411': {
    '1': 'Ikke ønsket vare',
    '2': 'Utgått resept',
    '3': 'Uavhentet vare',
    '4': 'Annen årsak',
    '5': 'Utskrift til kunde',
    '6': 'Apotek mangler vare',
    '7': 'Forespurt resept finnes ikke i RF',
    '8': 'Multidosepakking',
    '9': 'Utskrift til PLO',
    '10': 'Informasjon til kunde',
    '11': 'Informasjon til helsepersonell',
    '15': 'Multidose',
    '16': 'Teknisk svikt',
    '17': 'Resept låst til annet apotek',
    '18': 'Farmasøytisk tjeneste'
  },
  /** What the pharmacist changed. */
  '7413': {
    D: 'Endret dosering',
    P: 'Endret personopplysninger',
    R: 'Endret refusjonshjemmel',
    V: 'Valgt annen vare'
  },
  /** Kind of prescription. */
  '7414': {
    '0': 'Ingen resept',
    '1': 'Elektronisk resept',
    '2': 'Papir-resept'
  },
  /** Prescription group. */
  '7421': {
    A: 'Reseptgruppe A',
    B: 'Reseptgruppe B',
    C: 'Reseptgruppe C',
    CF: 'Reseptgruppe CF',
    F: 'Reseptgruppe F',
    K: 'Kosttilskudd'
  },
  /** What the look-up of the prescriber found. */
  '7429': {
    '0': 'Sjekk på HPR er OK',
    '1': 'Legens fødselsnummer finnes ikke i HPR',
    '2': 'Legen mangler autorisasjon',
    '3': 'Legen mangler rekvisisjonsrett',
    '4': 'HPR-nummer på melding avviker fra HPR-nummer i register'
  },
  /** Status of an application for an unlicensed medicine. */
  '7436': {
    '1': 'Må vurderes hos apotek',
    '2': 'Under behandling av SLV',
    '3': 'Søknad innvilget av SLV',
    '4': 'Søknad avslått av SLV',
    '5': 'Forhåndsgodkjent - skal notifiseres'
  },
  /** Status of an entry in FEST. */
  '7446': {
    A: 'Aktiv oppføring',
    U: 'Utgått oppføring'
  },
  /** Who consents. */
  '7456': {
    '1': 'Pasienten, utrykkelig samtykke',
    '2': 'Pasienten, stiltiende samtykke',
    '3': 'Forelder med foreldreansvar alene',
    '4': 'Foreldre med felles ansvar',
    '5': 'Andre med foreldreansvar',
    '6': 'Representant for barnevernet',
    '7': 'Verge som kan samtykke for umyndiggjort person',
    '8': 'Nærmeste pårørende til pasient uten samtykkekompetanse',
    '9': 'Helsepersonell på vegne av pasient uten samtykkekompetanse som ikke har  nærmeste pårørende'
  },
  /** Answer to a subscription. */
  '7457': {
    '1': 'Registrert',
    '2': 'Avvist'
  },
  /** Why a subscription is refused. */
  '7458': {
    '1': 'Rekvirent finnes ikke i fastlegeregisteret',
    '2': 'Rekvirent er ikke pasientens fastlege',
    '3': 'Annen begrunnelse'
  },
  /** Role in a medicine list. */
  '7490': {
    A: 'Ansvarlig farmasøyt',
    F: 'Fastlege',
    I: 'Instituert av',
    L: 'LIB-ansvarlig lege',
    M: 'Multidoseansvarlig lege',
    P: 'PLO-kontakt',
    R: 'Rekvirent',
    S: 'Seponert av'
  },
  /** Kind of entry in a medicine list. */
  '7491': {
    E: 'Eresept',
    P: 'Papirresept',
    U: 'Uten resept'
  },
  /** Answer about an entry. */
  '7493': {
    '1': 'Varen seponeres',
    '2': 'Varen seponeres ikke',
    '3': 'Varen inkluderes i Legemidler i bruk (LIB)',
    '4': 'Varen inkluderes ikke i Legemidler i bruk (LIB)',
    '5': 'Resept er fornyet',
    '6': 'Resept skal ikke fornyes',
    '7': 'Svar på annet spørsmål',
    '8': 'Beskjed mottatt'
  },
  /** Why a medicine is stopped. */
  '7494': {
    A: 'Avsluttet behandling',
    I: 'Interaksjon med annet legemiddel',
    L: 'Legemiddelreaksjon',
    M: 'Manglende effekt',
    S: 'Pasienten har selv sluttet med legemiddelet',
    X: 'Annen årsak'
  },
  /** Question about an entry. */
  '7495': {
    '1': 'Skal varen seponeres',
    '2': 'Skal varen inkluderes i Legemidler i bruk (LIB)',
    '3': 'Skal resepten fornyes',
    '4': 'Annet spørsmål',
    '5': 'Beskjed fra lege'
  },
  /** Multidose: registration. */
  '7496': {
    A: 'Avregistrering',
    R: 'Registrering'
  },
  /** Why a prescription is recalled. */
  '7500': {
    '1': 'Fornying',
    '2': 'Seponering',
    '3': 'Fornying med endring',
    '4': 'Annen',
    '5': 'Administrativ sletting'
  },
  /** Why a receipt is missing. */
  '7501': {
    '1': 'Teknisk svikt',
    '2': 'Kunden ikke i stand til å signere',
    '3': 'Varen sendt',
    '4': 'Multidoseutlevering'
  },
  /** What became of a recall. */
  '7503': {
    '1': 'Resept tilbakekalt',
    '2': 'Resepten er under ekspedering, blir tilbakekalt når ekspedering avsluttes'
  },
  /** How a medicine is used. */
  '9101': {
    '1': 'Fast',
    '2': 'Kur',
    '3': 'Ved behov',
    '4': 'Vaksine',
    '5': 'Næringsmiddel/vitaminer'
  }
} as const

/** What the values of labels are called in Norwegian: a query keeps the values, a reader sees the words. */

type Words = Readonly<Record<string, string>>

/** Names of list 9040, shortened; those that synthetic Norway has. */
const businessTypes = {
  101: 'Helseforetak og sykehus',
  102: 'Kommune',
  103: 'Fastlege og privat',
  104: 'Røntgeninstitutt',
  105: 'Laboratorium',
  108: 'Apotek',
  109: 'Bandasjist',
  113: 'Statlig forvaltning',
  116: 'Annen privat'
} as const

const outcome: Words = { delivered: 'levert', rejected: 'avvist', dead: 'død' }

/** By label; a label that is not here has values that a Norwegian reads as they are. */
export const words = {
  sender_type: businessTypes,
  receiver_type: businessTypes,
  business_type: businessTypes,
  outcome,
  verdict: {
    accepted: 'godtatt',
    refused: 'avvist',
    duplicate: 'gjentatt',
    receipt: 'kvittering',
    'unknown-receipt': 'ukjent kvittering',
    overdue: 'over fristen',
    event: 'hendelse',
    dead: 'død'
  },
  reason: {
    spoofing: 'falsk avsender',
    'not-well-formed': 'ikke velformet',
    'not-interpretable': 'kan ikke tolkes',
    'sender-unreadable': 'uleselig avsender',
    misaddressed: 'feil adressat',
    format: 'ukjent format',
    undeliverable: 'kan ikke leveres',
    failed: 'feil i tjenesten',
    other: 'annet'
  },
  system: {
    'base-data': 'Grunndata',
    'care-messages': 'Pleie og omsorg',
    'citizen-dialogue': 'Innbyggerdialog',
    'core-record': 'Kjernejournal',
    'death-notification': 'Dødsmelding',
    dialogue: 'Dialogmeldinger',
    'discharge-letters': 'Epikriser',
    'e-prescription': 'E-resept',
    'e-prescription-other': 'E-resept, resten',
    frikort: 'Frikort',
    'gp-service': 'Fastlegetjenesten',
    'guidance-phone': 'Veiledningstelefonen',
    helsenorge: 'Helsenorge',
    'lab-reports': 'Prøvesvar',
    'medical-messages': 'Medisinske meldinger',
    'nav-and-settlement': 'NAV og oppgjør',
    'old-formats': 'Gamle formater',
    other: 'Resten',
    'patient-travel': 'Pasientreiser',
    referral: 'Henvisninger',
    requisitions: 'Rekvisisjoner',
    vaccination: 'Vaksinasjon'
  },
  flow: {
    TOTAL: 'I alt',
    DIALOG_INNBYGGER_EKONSULTASJON: 'E-konsultasjoner, spørsmål og svar',
    DIALOG_INNBYGGER_EKONTAKT: 'E-kontakt, spørsmål og svar',
    DIALOG_INNBYGGER_HREG_INNSYN_UTLEVERING: 'Innsyn i utlevering fra KPR, spørsmål og svar',
    DIALOG_INNBYGGER_HREG_MELDE_FEIL: 'Feil i NPR, spørsmål og svar',
    DIALOG_INNBYGGER_RESEPTFORNYELSE: 'Fornyelse av resept, spørsmål og svar',
    DIALOG_INNBYGGER_TIMEONSKE: 'Ønske om time, spørsmål og svar',
    DIALOG_INNBYGGER_TIMER: 'Timer på sykehus, spørsmål og svar',
    DIALOG_INNBYGGER_TIMERESERVASJON: 'Timer hos fastlegen, spørsmål og svar',
    'M1 prescribed': 'M1 forskrevet',
    'M1 prescribed, hospital': 'M1 forskrevet, sykehus',
    'M1 prescribed, primary care': 'M1 forskrevet, primærhelsetjenesten',
    'M10 dispensed': 'M10 utlevert',
    'NAV sick notes and statements, settlement claims': 'Sykmeldinger og erklæringer til NAV, oppgjør',
    'SYSVAK messages': 'Meldinger til og fra SYSVAK',
    'answer reports (SVAR_*)': 'Svarrapporter (SVAR_*)',
    'answered calls': 'Besvarte anrop',
    'care gp-to-municipality': 'Fastlege til kommune',
    'care hf-to-municipality': 'Helseforetak til kommune',
    'care municipality-to-gp': 'Kommune til fastlege',
    'care municipality-to-hf': 'Kommune til helseforetak',
    consultations: 'Konsultasjoner',
    'deaths reported electronically (each = 1 message to Folkeregisteret + 1 to Dødsårsaksregisteret)':
      'Dødsfall meldt elektronisk, til to registre',
    'dialogue outside care': 'Dialog utenom pleie og omsorg',
    'discharge letters (EPIKRISE)': 'Epikriser (EPIKRISE)',
    'e-consultations': 'E-konsultasjoner',
    'electronic applications': 'Elektroniske søknader',
    'frikort/egenandel (NAV and HELFO)': 'Egenandeler (NAV og Helfo)',
    'log-ins': 'Innlogginger',
    'look-ups by health personnel': 'Helsepersonells oppslag',
    'look-ups: organisation': 'Oppslag, virksomheter',
    'look-ups: person and personnel': 'Oppslag, personer og helsepersonell',
    'other e-prescription messages': 'Andre meldinger om resepter',
    'referral (HENVISNING*)': 'Henvisninger (HENVISNING*)',
    'requisitions (REQ_*)': 'Rekvisisjoner (REQ_*)',
    'service: GP services': 'Tjenesten fastlege',
    'service: appointments': 'Tjenesten timeavtaler',
    'service: forms': 'Tjenesten skjemaer',
    'service: medicines': 'Tjenesten legemidler',
    'service: messages': 'Tjenesten meldinger',
    'unidentified formats': 'Formater som ikke er kjent',
    visits: 'Besøk'
  }
} as const satisfies Readonly<Record<string, Words>>

/** Whether a label's values have words. */
export const hasWords = (label: string): label is keyof typeof words => label in words

/** Undefined where the values of a label stand as they are. */
export const wordsOf = (label: string): Words | undefined => Object.entries(words).find(([name]) => name === label)?.[1]

/** `expr` with words for the values of a label, in place of them or as the label `into`. A value without a word stands as it is. */
export const inWords = (expr: string, label: keyof typeof words, into: string = label): string =>
  Object.entries<string>(words[label]).reduce(
    (inner, [value, word]) => `label_replace(${inner}, "${into}", "${word}", "${label}", "${asPattern(value)}")`,
    expr
  )

/**
 * What a variable asks so that a reader chooses among the words for a label's values, and a query gets the value: of each series Grafana
 * makes a line, and takes the groups `text` and `value` of it.
 */
export const choiceOf = (metric: string, label: keyof typeof words) => ({
  query: `query_result(${inWords(`label_replace(group by (${label}) (${metric}), "ord", "$1", "${label}", "(.*)")`, label, 'ord')})`,
  regex: `/(?=.*[{,]ord="(?<text>[^"]*)").*[{,]${label}="(?<value>[^"]*)"/`
})

/** A backslash is doubled within a string of PromQL. */
const asPattern = (value: string) => value.replaceAll(/[.*+?()|[\]{}^$]/g, String.raw`\\$&`)

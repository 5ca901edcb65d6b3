/** The codes that our content uses, with their display names (kodeverk as of June 2025). */

export type Cv = { readonly V: string; readonly S: string; readonly DN: string }
export type Cs = { readonly V: string; readonly DN: string }

const oid = '2.16.578.1.12.4.1.1.'

/** A code with its list (CV). Throws when we do not know it: codes are never made up. */
export function cv(list: List, code: string): Cv {
  return known(cvs, list, code)
}

/** A code whose list follows from the field (CS). */
export function cs(list: List, code: string): Cs {
  return known(css, list, code)
}

/** Whether the list has the code: for a code that a happening names. */
export const isCode = (list: List, code: string | undefined): code is string =>
  code !== undefined && code in names[list]

const names = {
  '3101': { '1': 'Mann', '2': 'Kvinne' },
  '7306': { F: 'Endelig rapport', P: 'Foreløpig rapport', A: 'Tillegg til rapport' },
  '7307': { '6': 'Benyttes regelmessig' },
  '7309': { N: 'Ny', M: 'Endring', C: 'Kansellering', A: 'Tillegg' },
  '7322': {
    '6': 'Henvendelse om pasient',
    '7': 'Tilbakemelding på mottak av utskrivningsklar pasient',
    '8': 'Forespørsel om helseopplysninger',
    '9': 'Forespørsel om legemiddelopplysninger'
  },
  '7321': { '1': 'Notat om pasient', '6': 'Henvendelse om pasient' },
  '7601': {
    ART: 'Avbestill reservert time',
    HBT: 'Hent bestilte timer',
    HE: 'Henvendelse',
    HLT: 'Hent ledige timer',
    OAB: 'Ønske om avslutning av behandlingsforløp',
    OAT: 'Ønske om avbestilling av time',
    OET: 'Ønske om endring av time',
    OT: 'Ønske om time',
    RF: 'Reseptfornying, fritekst',
    RT: 'Reserver time',
    SB: 'Spørsmål til behandler'
  },
  '7602': {
    '01': 'Bestilte timer',
    '02': 'Ingen bestilte timer',
    '03': 'Ledige timer',
    '04': 'Ingen ledige timer',
    '05': 'Timereservasjon bekreftet',
    '06': 'Time ikke tilgjengelig',
    '07': 'Endring av time bekreftet',
    '08': 'Avbestilling av time bekreftet',
    '09': 'Time kunne ikke avbestilles',
    '12': 'Svar på spørsmål, fra behandler',
    '14': 'Resept er fornyet',
    '15': 'Resept kan ikke fornyes',
    '19': 'Svar på henvendelse',
    '26': 'Forespørsel avvist',
    '30': 'Ikke tilgang',
    '34': 'Time kunne ikke endres',
    '35': 'Avslutning av behandlingsforløp bekreftet',
    '36': 'Behandlingsforløp kunne ikke avsluttes'
  },
  '7605': { F02: 'Forespør innsyn utlevering', F04: 'Melde feil i helseopplysninger' },
  '7606': {
    R03: 'Ingen helseopplysninger registrert om innbygger, dialog avsluttet',
    R06: 'Ingen utleveringsopplysninger registrert, dialog avsluttet'
  },
  '7448': { '53': 'Tablett' },
  '8110': { HP: 'Hovedtelefon', MC: 'Mobiltelefon' },
  '8116': { HPR: 'HPR-nummer' },
  '8117': { '1': 'Feil adressat', '2': 'Mangelfulle opplysninger', '9': 'Annet' },
  '8125': { '1': 'Innkalling dialogmøte 2' },
  '8126': {
    '1': 'Ja, jeg kommer',
    '2': 'Jeg ønsker nytt møtetidspunkt',
    '3': 'Jeg kan ikke komme / begrunnelse for manglende oppmøte'
  },
  '8127': { '3': 'Retur av legeerklæring', '8': 'Melding fra NAV' },
  '8128': { '1': 'Henvendelse om sykefraværsoppfølging', '2': 'Henvendelse om pasient som ikke er sykmeldt' },
  '8129': { '1': 'Forespørsel om pasient', '2': 'Påminnelse forespørsel om pasient' },
  '8202': {
    LAB: 'Laboratoriemedisin',
    CLIN: 'Medisinsk biokjemi',
    MBIO: 'Mikrobiologi',
    HIST: 'Histologi',
    CYTO: 'Cytologi',
    RTG: 'Røntgen'
  },
  '8231': { PROB: 'Aktuell problemstilling', FA: 'Familie/sosialt', UTRED: 'Forventet utredning/behandling' },
  '8233': {
    H: 'Hoveddiagnose',
    B: 'Bidiagnose',
    ANAM: 'Sykehistorie',
    CAVE: 'Cave-opplysninger',
    FUNN: 'Funn og undersøkelsesresultat',
    MEDB: 'Legemiddelopplysning'
  },
  '8240': { '1': 'Heldøgnsopphold', '3': 'Poliklinisk omsorg' },
  '8244': { '1': 'Over øvre referansegrense', '2': 'Under nedre referansegrense' },
  '8245': { '2': 'Foreløpig', '3': 'Endelig', '4': 'Tillegg' },
  '8254': { AHP: 'Ansvarlig helsepersonell', FLE: 'Fastlege', HHE: 'Henvisende helsepersonell', REK: 'Rekvirent' },
  '8306': { '0': 'Øyeblikkelig hjelp', '3': 'Haster (elektiv)', N: 'Elektiv/Ordinær (elektiv)' },
  '8311': {
    AI: 'Årsak til innleggelse',
    FO: 'Forløp og behandling',
    HJ: 'Funksjonsnivå/hjelpetiltak',
    IP: 'Informasjon til pasient/pårørende',
    VU: 'Vurdering',
    OP: 'Planer for videre oppfølging'
  },
  '8445': { '3': 'Pasienten er henvist til et annet sykehus/institusjon (unntatt fritt behandlingsvalg)' },
  '8455': { '10': 'Utredning/behandling', '11': 'Råd til henviser' },
  '8485': { '1': 'Utredning', '2': 'Behandling (eventuelt også inkludert videre utredning)' },
  '8329': { '1': 'Egensøknad' },
  '8408': {
    '1': 'Bosted/arbeidssted',
    '3': 'Annen helseinstitusjon innen spesialisthelsetjenesten',
    '11': 'Sykehjem/aldershjem/helsehus',
    '21': 'Kommunal akutt døgnenhet (KAD)'
  },
  '9033': { DA: 'Datter', EF: 'Ektefelle', SA: 'Samboer', SI: 'Søster', SO: 'Sønn' },
  '9034': {
    '3': 'Behandlingsansvarlig lege',
    '6': 'Fastlege',
    '9': 'Primærkontakt',
    '19': 'Kontaktlege',
    '24': 'Kontakt hos mottaker'
  },
  '9051': { HER: 'HER-id' },
  '9060': { LE: 'Lege', SP: 'Sykepleier' },
  '9069': { '5': 'Svar på forespørsel' },
  '9101': { '1': 'Fast', '2': 'Kur', '3': 'Ved behov' },
  '9103': {
    '1': 'Legemiddeldosering inngår ikke i en multidose',
    '2': 'Legemiddeldosering inngår i multidose og informasjon er sendt til leverandør'
  },
  '9111': {
    '1': 'Sosial deltakelse',
    '2': 'Skaffe seg varer og tjenester',
    '3': 'Beslutninger i dagliglivet',
    '4': 'Ivareta egen helse',
    '5': 'Bevege seg innendørs',
    '6': 'Alminnelig husarbeid',
    '7': 'Personlig hygiene',
    '8': 'På- og avkledning',
    '9': 'Lage mat',
    '10': 'Spise',
    '11': 'Toalett',
    '12': 'Bevege seg utendørs',
    '13': 'Syn',
    '14': 'Hørsel',
    '15': 'Hukommelse',
    '16': 'Kommunikasjon',
    '17': 'Styre atferd'
  },
  '9121': {
    '1': 'Pasient innlagt',
    '2': 'Pasient utskrevet',
    '3': 'Pasient utskrivningsklar',
    '4': 'Avmelding av utskrivningsklar pasient',
    '13': 'Pasienten er død'
  },
  '9137': { '2': 'Statusrapport', '3': 'Ønske om legevurdering' },
  '9138': { '1': 'Rapport etter konsultasjon', '4': 'Svar på forespørsel', '5': 'Opplysninger til søknad' },
  '9139': { '11': 'Utskrivningsrapport' },
  '9140': { '1': 'Varsel om innlagt pasient', '2': 'Oppdaterte opplysninger' },
  '9141': { '8': 'Sykepleiesammenfatning', '14': 'Praktiske opplysninger' },
  '9142': {
    AAI: 'Årsak til innleggelse',
    FO: 'Forløp og behandling',
    FU: 'Funn og undersøkelsesresultat',
    OP: 'Planer for videre oppfølging',
    PROB: 'Aktuell problemstilling',
    UTRED: 'Forventet/ønsket undersøkelser/behandling'
  },
  '9145': { '1': 'Pasientens status', '2': 'Antatt forløp' },
  '9147': { '1': 'Ansiennitetsdato', '2': 'Vurderingsdato' },
  '9148': {
    '1': 'Innkalles til helsehjelp',
    '2': 'Rett til helsehjelp, tidspunkt kommer',
    '3': 'Henvisningen er videresendt',
    '4': 'Henvisningen er avvist'
  },
  '9151': {
    '1': 'Praktisk bistand - daglige gjøremål',
    '4': 'Dagaktivitetstilbud',
    '5': 'Matombringing',
    '6': 'Trygghetsalarm',
    '15': 'Helsetjenester i hjemmet',
    '20': 'Tidsbegrenset opphold - annet',
    '21': 'Langtidsopphold i institusjon',
    '27': 'Elektronisk medisineringsstøtte'
  },
  '9152': {
    '1': 'Helseopplysninger',
    '4': 'Legemiddelopplysninger',
    '6': 'Fornye resept(er).',
    '7': 'Time til undersøkelse/behandling',
    '8': 'Status/plan for utskrivning',
    '99': 'Annen henvendelse'
  },
  '9153': { '3': 'Tjenestetilbud', '5': 'Tilstandsvurdering', '99': 'Annen henvendelse' }
} as const
export type List = keyof typeof names

const lists = Object.entries(names)
const cvs = table((list, V, DN) => ({ V, S: oid + list, DN }))
const css = table((_list, V, DN) => ({ V, DN }))

/** Every code that we may write. */
export const knownCodes = () =>
  lists.flatMap(([list, codes]) => Object.entries(codes).map(([code, name]) => ({ list, code, name })))

/** Made once and shared: a content is read, never changed. */
function table<T>(make: (list: string, code: string, name: string) => T): ReadonlyMap<string, ReadonlyMap<string, T>> {
  return new Map(
    lists.map(([list, codes]) => [
      list,
      new Map(Object.entries(codes).map(([code, name]) => [code, make(list, code, name)]))
    ])
  )
}

function known<T>(from: ReadonlyMap<string, ReadonlyMap<string, T>>, list: string, code: string): T {
  const found = from.get(list)?.get(code)
  if (found === undefined) throw new Error(`expected a known code of list ${list}, got ${code}`)
  return found
}

/** THE table of payloads: to add a melding, make a folder with its schema and a line here. */
import type { Format } from './format.ts'
import { format, plo, sent, withdrawnIn16 } from './format.ts'
import { basismelding } from './basismelding/basismelding.ts'
import { dialog10, dialogmelding10 } from './dialogmelding/schema-1.0.ts'
import { dialog11, dialogmelding11 } from './dialogmelding/schema-1.1.ts'
import { epjEkstrakt, epjEkstraktNamespace } from './epj-ekstrakt/schema.ts'
import { eresept } from './e-resept/formats.ts'
import { epikriseEnvelope } from './epikrise/envelope.ts'
import { type Epikrise, type EpikriseDraft, epikrise } from './epikrise/schema.ts'
import { helfoFormats } from './helfo/formats.ts'
import { henvisningEnvelope } from './henvisning/envelope.ts'
import { type Henvisning1, henvisning1 } from './henvisning/schema-1.ts'
import { henvisning2, henvisning20 } from './henvisning/schema-2.ts'
import { navFormats } from './nav/formats.ts'
import { konsultasjon } from './plo/helseopplysninger-til-lege/schema.ts'
import { helseopplysningerVedSoknad } from './plo/helseopplysninger/schema.ts'
import { innleggelsesrapport } from './plo/innleggelsesrapport/schema.ts'
import { overforingMedisinskeOpplysninger } from './plo/medisinske-opplysninger/schema.ts'
import { meldingFravar } from './plo/melding-fravar/schema.ts'
import { orienteringOmTjenestetilbud } from './plo/orientering-om-tjenestetilbud/schema.ts'
import { pasientlogistikk } from './plo/pasientlogistikk/schema.ts'
import { tverrfagligEpikrise } from './plo/utskrivningsrapport/schema.ts'
import { rekvisisjonEnvelope } from './rekvisisjon/envelope.ts'
import { type Rekvisisjon, type RekvisisjonDraft, rekvisisjon } from './rekvisisjon/schema.ts'
import { svarrapportEnvelope } from './svarrapport/envelope.ts'
import { type Svarrapport, type SvarrapportDraft, svarrapport } from './svarrapport/schema.ts'
import { sysvakFormats } from './sysvak/formats.ts'
import type { Infer } from './xml/schema.ts'

export const formats = {
  Pasientlogistikk: plo('Pasientlogistikk', pasientlogistikk, {
    LOG_INNLAGT: 'Melding om innlagt pasient',
    LOG_UTSKRIVNINGSKLAR: 'Melding om utskrivningsklar pasient',
    LOG_AVMELDING: 'Avmelding av utskrivningsklar pasient',
    LOG_UTSKREVET: 'Melding om utskrevet pasient',
    LOG_DOD: 'Orientering om dødsfall'
  }),
  Innleggelsesrapport: plo('Innleggelsesrapport', innleggelsesrapport, {
    INNLEGGELSESRAPPORT: 'Innleggelsesrapport'
  }),
  HelseopplysningerVedSoknad: plo('HelseopplysningerVedSoknad', helseopplysningerVedSoknad, {
    HELSEOPPL_SOKNAD: 'Helseopplysninger'
  }),
  TverrfagligEpikrise: plo('TverrfagligEpikrise', tverrfagligEpikrise, { UTSKRIVNINGSRAPPORT: 'Utskrivningsrapport' }),
  Konsultasjon: plo(
    'Konsultasjon',
    konsultasjon,
    { HELSEOPPLYSNINGER_LEGE: 'Helseopplysninger til lege' },
    { '1.5': 'Konsultasjon', '1.6': 'HelseopplysningerTilLege' }
  ),
  OverforingMedisinskeOpplysninger: plo(
    'OverforingMedisinskeOpplysninger',
    overforingMedisinskeOpplysninger,
    { MEDISINSKE_OPPLYSNINGER: 'Medisinske opplysninger' },
    { '1.5': 'OverforingMedisinskeOpplysninger', '1.6': 'MedisinskeOpplysninger' }
  ),
  OrienteringOmTjenestetilbud: plo('OrienteringOmTjenestetilbud', orienteringOmTjenestetilbud, {
    ORIENTERING_TJENESTETILBUD: 'Orientering om tjenestetilbud'
  }),
  MeldingFravar: withdrawnIn16('MeldingFravar', meldingFravar, { FRAVARSMELDING: 'Fraværsmelding' }),
  Dialogmelding: {
    '1.0': sent('Dialogmelding', '1.0', dialog10, dialogmelding10, '1.0', {
      DIALOG_FORESPORSEL: 'Forespørsel',
      DIALOG_SVAR: 'Svar på forespørsel',
      DIALOG_NOTAT: 'Notat',
      DIALOG_AVVIK: 'Tilbakemelding om feil i mottatt melding',
      DIALOG_INNBYGGER_TIMER: 'Dialog med innbygger om timer'
    }),
    '1.1': sent('Dialogmelding', '1.1', dialog11, dialogmelding11, '1.1', {
      DIALOG_HELSEFAGLIG: 'Helsefaglig dialog',
      DIALOG_STATUS_HENVISNING: 'Status på henvisning',
      DIALOG_TIL_ARKIVERING: 'Til arkivering i pasientens journal',
      DIALOG_INNBYGGER_EKONTAKT: 'Dialog med innbygger - eKontakt',
      DIALOG_INNBYGGER_EKONSULTASJON: 'Dialog med innbygger - eKonsultasjon',
      DIALOG_INNBYGGER_RESEPTFORNYELSE: 'Dialog med innbygger - reseptfornyelse',
      DIALOG_INNBYGGER_TIMEONSKE: 'Dialog med innbygger - timeønske',
      DIALOG_INNBYGGER_TIMERESERVASJON: 'Dialog med innbygger - timereservasjon',
      DIALOG_INNBYGGER_HREG_INNSYN_UTLEVERING: 'Dialog med innbygger - innsyn utlevering',
      DIALOG_INNBYGGER_HREG_MELDE_FEIL: 'Dialog med innbygger - melde feil i helseopplysninger'
    })
  },
  'EPJ-ekstrakt': {
    '1.0': format(
      {
        name: 'EPJ-ekstrakt',
        root: 'Node',
        version: '1.0',
        namespace: epjEkstraktNamespace,
        types: { 'EPJ-EKSTRAKT': 'Kommunikasjon av EPJ-innhold' },
        isSent: false,
        appRec: '1.0'
      },
      epjEkstrakt
    )
  },
  Epikrise: basismelding<'1.1', '1.2', Epikrise, EpikriseDraft>('Epikrise', epikrise, {
    namespace: 'epikrise',
    older: ['1.1', '2006-09-23'],
    newer: ['1.2', '2012-02-15'],
    types: { EPIKRISE: 'Epikrise', FODSELS_EPIKRISE: 'Fødselsepikrise' },
    ownEnvelope: epikriseEnvelope
  }),
  Henvisning: {
    ...basismelding<'1.0', '1.1', Henvisning1, never>('Henvisning', henvisning1, {
      namespace: 'henvisning',
      older: ['1.0', '2005-07-08'],
      newer: ['1.1', '2012-02-15'],
      types: { HENVISNING: 'Henvisning' },
      ownEnvelope: henvisningEnvelope,
      isReplaced: true
    }),
    '2.0': format(
      {
        name: 'Henvisning',
        root: 'Henvisning',
        version: '2.0',
        namespace: henvisning20,
        types: { HENVISNING_NYTILSTAND: 'Henvisning ny tilstand', HENVISNING_VIDERE: 'Viderehenvisning' },
        isSent: true,
        appRec: '1.1',
        status: ['ServType'],
        documentId: ['DocumentId']
      },
      henvisning2
    )
  },
  Svarrapport: basismelding<'1.3', '1.4', Svarrapport, SvarrapportDraft>('Svarrapport', svarrapport, {
    namespace: 'labsvar',
    older: ['1.3', '2008-12-01'],
    newer: ['1.4', '2012-02-15'],
    types: {
      SVAR_CYT: 'Svarrapport-Cytologi',
      SVAR_HIST: 'Svarrapport-Histologi',
      SVAR_KKL: 'Svarrapport-KKL',
      SVAR_LAB: 'Svarrapport-Laboratoriemedisin',
      SVAR_MBIO: 'Svarrapport-Mikrobiologi',
      SVAR_RTG: 'Svarrapport-Radiologi'
    },
    ownEnvelope: svarrapportEnvelope
  }),
  Rekvisisjon: basismelding<'1.5', '1.6', Rekvisisjon, RekvisisjonDraft>('Rekvisisjon', rekvisisjon, {
    namespace: 'rekvisisjon',
    older: ['1.5', '2008-12-01'],
    newer: ['1.6', '2012-02-15'],
    types: {
      REQ_CYT: 'Rekvisisjon-Cytologi',
      REQ_HIST: 'Rekvisisjon-Histologi',
      REQ_KKL: 'Rekvisisjon-KKL',
      REQ_LAB: 'Rekvisisjon-Laboratoriemedisin',
      REQ_MBIO: 'Rekvisisjon-Mikrobiologi',
      REQ_RTG: 'Rekvisisjon-Radiologi'
    },
    ownEnvelope: rekvisisjonEnvelope
  }),
  ...eresept,
  ...sysvakFormats,
  ...navFormats,
  ...helfoFormats
}

export type FormatName = keyof typeof formats
export type VersionOf<F extends FormatName> = keyof (typeof formats)[F] & string
/** Of several versions: the union of all. */
export type ContentOf<F extends FormatName, V extends VersionOf<F> = VersionOf<F>> =
  V extends VersionOf<F> ? ((typeof formats)[F][V] extends { readonly schema: infer S } ? Infer<S> : never) : never

/** What one writes: the content, less what stands in an envelope of its own. */
export type DraftOf<F extends FormatName, V extends VersionOf<F> = VersionOf<F>> =
  V extends VersionOf<F> ? ((typeof formats)[F][V] extends { readonly draftType?: () => infer D } ? D : never) : never

/** Every format of every version, in the order of the table. */
export const allFormats: readonly Format[] = Object.values(formats).flatMap((versions): Format[] =>
  Object.values(versions)
)

const byRoot = new Map(allFormats.map((format) => [`${format.namespace} ${format.root}`, format]))
const byName = new Map(allFormats.map((format) => [`${format.name} ${format.version}`, format]))
const sentByType = new Map(
  allFormats
    .filter((format) => format.isSent)
    .flatMap((format) => Object.keys(format.types).map((type) => [type, format]))
)
const typeNames = new Map([
  ['APPREC', 'Applikasjonskvittering'],
  ...allFormats.flatMap(({ types }) => Object.entries(types))
])

/** The format of a root element as it came; undefined for one that is not supported (T10). */
export function formatOfRoot(root: { readonly name: string; readonly namespace: string }): Format | undefined {
  return byRoot.get(`${root.namespace} ${root.name}`)
}

export function formatNamed(name: string, version: string): Format | undefined {
  return byName.get(`${name} ${version}`)
}

/** The format in which a type (list 8279) is sent; undefined for a type that is not sent. */
export function formatSentAs(type: string): Format | undefined {
  return sentByType.get(type)
}

/** A type (list 8279) with its display name, where it is one of ours. */
export function typeCode(type: string): { readonly V: string; readonly DN?: string } {
  const name = typeNames.get(type)
  return name === undefined ? { V: type } : { V: type, DN: name }
}

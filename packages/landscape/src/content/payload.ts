/** The clinical document of every melding: which format it travels in, and who writes its content. */
import type { Payload } from '@budstikka/meldinger'
import { payloadOf } from '@budstikka/meldinger'
import type { Rng } from '../random.ts'
import { avvik, foresporsel, notat, svar } from './dialogmelding.ts'
import { anmodning, resept, samtykke, tilbakekalling, utleveringsrapport } from './e-resept/contents.ts'
import { legemiddelliste, multidoseansvar, pakkeliste, sporsmalsliste } from './e-resept/multidose.ts'
import { refusjonssoknad } from './e-resept/refusjonssoknad.ts'
import { fravarsmelding } from './fravarsmelding.ts'
import { epikrise } from './epikrise.ts'
import { helsefagligDialog, statusPaaHenvisning } from './helsefaglig-dialog.ts'
import { behandlerkrav, egenandelForesporsel, egenandelMengde } from './helfo.ts'
import { helseopplysningerTilLege } from './helseopplysninger-til-lege.ts'
import { helseopplysninger } from './helseopplysninger.ts'
import { henvisning, viderehenvisning } from './henvisning.ts'
import { innbyggerdialoger } from '../innbyggerdialoger.ts'
import { innbyggerdialog } from './innbyggerdialog.ts'
import { innleggelsesrapport } from './innleggelsesrapport.ts'
import { rekvisisjon, svarrapport } from './lab.ts'
import { medisinskeOpplysninger } from './medisinske-opplysninger.ts'
import { legeerklaring, sykmelding } from './nav.ts'
import type { Occasion } from './occasion.ts'
import { rngOf } from './occasion.ts'
import { oldFormats } from './old-formats.ts'
import { orienteringOmTjenestetilbud } from './orientering-om-tjenestetilbud.ts'
import { avmelding, dod, innlagt, utskrevet, utskrivningsklar } from './pasientlogistikk.ts'
import { hendelseRequest, kodeverkRequest, sokRequest } from './sysvak.ts'
import { utskrivningsrapport } from './utskrivningsrapport.ts'

type Write = (occasion: Occasion, rng: Rng) => Payload

const labFields = ['CYT', 'HIST', 'KKL', 'LAB', 'MBIO', 'RTG']

/** By code of list 8279; PLO goes in 1.6, FRAVARSMELDING in 1.5 since 1.6 has none, dialog in 1.0 but for Helsefaglig dialog. */
const writers: Readonly<Record<string, Write>> = {
  LOG_INNLAGT: (occasion, rng) => payloadOf('Pasientlogistikk', innlagt(occasion, rng)),
  LOG_UTSKRIVNINGSKLAR: (occasion, rng) => payloadOf('Pasientlogistikk', utskrivningsklar(occasion, rng)),
  LOG_AVMELDING: (occasion, rng) => payloadOf('Pasientlogistikk', avmelding(occasion, rng)),
  LOG_UTSKREVET: (occasion, rng) => payloadOf('Pasientlogistikk', utskrevet(occasion, rng)),
  LOG_DOD: (occasion, rng) => payloadOf('Pasientlogistikk', dod(occasion, rng)),
  INNLEGGELSESRAPPORT: (occasion, rng) => payloadOf('Innleggelsesrapport', innleggelsesrapport(occasion, rng)),
  HELSEOPPL_SOKNAD: (occasion, rng) => payloadOf('HelseopplysningerVedSoknad', helseopplysninger(occasion, rng)),
  UTSKRIVNINGSRAPPORT: (occasion, rng) => payloadOf('TverrfagligEpikrise', utskrivningsrapport(occasion, rng)),
  HELSEOPPLYSNINGER_LEGE: (occasion, rng) => payloadOf('Konsultasjon', helseopplysningerTilLege(occasion, rng)),
  MEDISINSKE_OPPLYSNINGER: (occasion, rng) =>
    payloadOf('OverforingMedisinskeOpplysninger', medisinskeOpplysninger(occasion, rng)),
  ORIENTERING_TJENESTETILBUD: (occasion, rng) =>
    payloadOf('OrienteringOmTjenestetilbud', orienteringOmTjenestetilbud(occasion, rng)),
  FRAVARSMELDING: (occasion, rng) => payloadOf('MeldingFravar', fravarsmelding(occasion, rng), '1.5'),
  DIALOG_FORESPORSEL: (occasion, rng) => payloadOf('Dialogmelding', foresporsel(occasion, rng), '1.0'),
  DIALOG_SVAR: (occasion, rng) => payloadOf('Dialogmelding', svar(occasion, rng), '1.0'),
  DIALOG_NOTAT: (occasion, rng) => payloadOf('Dialogmelding', notat(occasion, rng), '1.0'),
  DIALOG_AVVIK: (occasion, rng) => payloadOf('Dialogmelding', avvik(occasion, rng), '1.0'),
  DIALOG_HELSEFAGLIG: (occasion, rng) => payloadOf('Dialogmelding', helsefagligDialog(occasion, rng), '1.1'),
  DIALOG_STATUS_HENVISNING: (occasion, rng) => payloadOf('Dialogmelding', statusPaaHenvisning(occasion, rng), '1.1'),
  ...forEach(Object.keys(innbyggerdialoger), '', innbyggerdialog),
  EPIKRISE: (occasion, rng) => payloadOf('Epikrise', epikrise(occasion, rng)),
  HENVISNING_NYTILSTAND: (occasion, rng) => payloadOf('Henvisning', henvisning(occasion, rng)),
  HENVISNING_VIDERE: (occasion, rng) => payloadOf('Henvisning', viderehenvisning(occasion, rng)),
  ...forEach(labFields, 'REQ_', (occasion) => payloadOf('Rekvisisjon', rekvisisjon(occasion))),
  ...forEach(labFields, 'SVAR_', (occasion, rng) => payloadOf('Svarrapport', svarrapport(occasion, rng))),
  ERM1: resept,
  ERM2: refusjonssoknad,
  ERM3: anmodning,
  ERM5: tilbakekalling,
  ERM10: utleveringsrapport,
  ERM251: legemiddelliste,
  ERM252: sporsmalsliste,
  ERM253: pakkeliste,
  ERM271: multidoseansvar,
  HENDELSEREQUEST: hendelseRequest,
  SOKREQUEST: sokRequest,
  KODEVERKREQUEST: kodeverkRequest,
  ERM241: samtykke,
  SYKMELD: sykmelding,
  LEGEERKL: legeerklaring,
  EgenandelForesporselV2: egenandelForesporsel,
  EgenandelMengdeForesporselV2: egenandelMengde,
  LOM: behandlerkrav,
  POM: behandlerkrav
}

function forEach(endings: readonly string[], prefix: string, write: Write): Readonly<Record<string, Write>> {
  return Object.fromEntries(endings.map((ending) => [prefix + ending, write]))
}

/** Types (list 8279) that there is content for. */
export const writtenTypes: readonly string[] = Object.keys(writers)

/** The payload of an occasion; the same occasion gives the same bytes. Throws on a type that nobody writes. */
export function payloadFor(occasion: Occasion): Payload {
  const write = writers[occasion.meldingType] ?? oldFormats[occasion.meldingType]
  if (write === undefined) throw new Error(`expected a type that there is content for, got ${occasion.meldingType}`)
  return write(occasion, rngOf(occasion))
}

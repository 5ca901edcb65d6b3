/** The clinical document of every care melding: which format it travels in, and who writes its content. */
import type { Payload } from '@budstikka/meldinger'
import type { Rng } from '../random.ts'
import { avvik, foresporsel, notat, svar } from './dialogmelding.ts'
import { fravarsmelding } from './fravarsmelding.ts'
import { helsefagligDialog } from './helsefaglig-dialog.ts'
import { helseopplysningerTilLege } from './helseopplysninger-til-lege.ts'
import { helseopplysninger } from './helseopplysninger.ts'
import { innleggelsesrapport } from './innleggelsesrapport.ts'
import { medisinskeOpplysninger } from './medisinske-opplysninger.ts'
import type { Occasion } from './occasion.ts'
import { rngOf } from './occasion.ts'
import { orienteringOmTjenestetilbud } from './orientering-om-tjenestetilbud.ts'
import { avmelding, dod, innlagt, utskrevet, utskrivningsklar } from './pasientlogistikk.ts'
import { utskrivningsrapport } from './utskrivningsrapport.ts'

type Writer = {
  readonly format: string
  readonly version: string
  readonly write: (occasion: Occasion, rng: Rng) => object
}

/** By code of list 8279; the versions that are sent (envelope: PLO 1.6, FRAVARSMELDING 1.5 only, dialog 1.0 and 1.1). */
const writers: Readonly<Record<string, Writer>> = {
  LOG_INNLAGT: { format: 'Pasientlogistikk', version: '1.6', write: innlagt },
  LOG_UTSKRIVNINGSKLAR: { format: 'Pasientlogistikk', version: '1.6', write: utskrivningsklar },
  LOG_AVMELDING: { format: 'Pasientlogistikk', version: '1.6', write: avmelding },
  LOG_UTSKREVET: { format: 'Pasientlogistikk', version: '1.6', write: utskrevet },
  LOG_DOD: { format: 'Pasientlogistikk', version: '1.6', write: dod },
  INNLEGGELSESRAPPORT: { format: 'Innleggelsesrapport', version: '1.6', write: innleggelsesrapport },
  HELSEOPPL_SOKNAD: { format: 'HelseopplysningerVedSoknad', version: '1.6', write: helseopplysninger },
  UTSKRIVNINGSRAPPORT: { format: 'TverrfagligEpikrise', version: '1.6', write: utskrivningsrapport },
  HELSEOPPLYSNINGER_LEGE: { format: 'Konsultasjon', version: '1.6', write: helseopplysningerTilLege },
  MEDISINSKE_OPPLYSNINGER: {
    format: 'OverforingMedisinskeOpplysninger',
    version: '1.6',
    write: medisinskeOpplysninger
  },
  ORIENTERING_TJENESTETILBUD: {
    format: 'OrienteringOmTjenestetilbud',
    version: '1.6',
    write: orienteringOmTjenestetilbud
  },
  FRAVARSMELDING: { format: 'MeldingFravar', version: '1.5', write: fravarsmelding },
  DIALOG_FORESPORSEL: { format: 'Dialogmelding', version: '1.0', write: foresporsel },
  DIALOG_SVAR: { format: 'Dialogmelding', version: '1.0', write: svar },
  DIALOG_NOTAT: { format: 'Dialogmelding', version: '1.0', write: notat },
  DIALOG_AVVIK: { format: 'Dialogmelding', version: '1.0', write: avvik },
  DIALOG_HELSEFAGLIG: { format: 'Dialogmelding', version: '1.1', write: helsefagligDialog }
}

/** Types (list 8279) that there is content for. */
export const writtenTypes: readonly string[] = Object.keys(writers)

/** The payload of an occasion; the same occasion gives the same bytes. Throws on a type that nobody writes. */
export function payloadFor(occasion: Occasion): Payload {
  const writer = writers[occasion.meldingType]
  if (writer === undefined) throw new Error(`expected a type that there is content for, got ${occasion.meldingType}`)
  return { format: writer.format, version: writer.version, content: writer.write(occasion, rngOf(occasion)) }
}

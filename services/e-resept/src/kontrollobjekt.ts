/** SKO: what Reseptformidleren found of a prescription's signature and its prescriber's rights, for who dispenses. */
import { createHash } from 'node:crypto'
import { type Attachment, eReseptCv, encodePart } from '@budstikka/meldinger'
import type { Resept } from './resept.ts'

/**
 * Our choice: nothing is signed on this machine, and whoever prescribes here is a doctor with all rights. The sheets have no list for
 * Signatursatus.
 */
const unsigned = { SertifikatId: 'usignert', Signatursatus: { V: '0', DN: 'Usignert' } }
/** Autorisasjon (list 7704), and full rekvisisjonsrett (list 7701). */
const rights = { Autorisasjonskode: '1', Rekvireringskode: '1' }

/** @param m1 the prescription as it is handed out, which the hash is of: SHA-256 in base64 (our choice). */
export function kontrollobjekt({ id, rekvirent, forskrevet }: Resept, m1: string): Attachment {
  const base64 = encodePart('SKO', {
    ReseptId: id,
    ...unsigned,
    Mottatt: new Date(forskrevet).toISOString(),
    Hashverdi: createHash('sha256').update(m1).digest('base64'),
    HprNr: rekvirent.hprNummer,
    HPRMerknad: eReseptCv('7429', '0'),
    ...rights
  })
  return { mimeType: 'text/xml', base64 }
}

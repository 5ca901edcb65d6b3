/** What a doctor writes to Helfo: an application for a refund to one patient (M2), of the medicine that the journey began with. */
import { derivedUuid, encodePart, eReseptCs, eReseptCv, type Payload, payloadOf } from '@budstikka/meldinger'
import type { Occasion } from '../occasion.ts'
import { rekvireringOf, reseptDokLegemiddel } from './legemiddel.ts'

const ja = eReseptCs('1101', '1')

/** By § 3, which the directorate grants one patient at a time; the diagnosis is the same in all: our choice. */
export function refusjonssoknad({ conversation }: Occasion): Payload {
  const { Forskrivning } = reseptDokLegemiddel(rekvireringOf(conversation, 1))
  const Uuid = derivedUuid(0, 'soknad', conversation)
  return payloadOf('M2', {
    Diagnose: { V: 'M05', S: '2.16.578.1.12.4.1.1.7110', DN: 'Seropositiv revmatoid artritt' },
    Begrunnelse: 'Andre legemidler har ikke hatt tilstrekkelig virkning',
    UtenforInstitusjon: ja,
    Forstegangs: ja,
    Oppdatert: 'true',
    Soknad3: {
      OmsoktLegemiddel: [{ Uuid, ForskrivningB64: encodePart('Forskrivning', Forskrivning) }],
      AlvorligSykdom: eReseptCv('1101', '1')
    },
    Instituert: {},
    RefHjemmel: eReseptCv('7427', '300')
  })
}

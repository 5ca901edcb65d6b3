/** What doctor and pharmacy write of a patient's multidose: who is responsible (M27.1), the medicine list (M25.1), questions about it (M25.2), what was packed (M25.3). */
import { derivedUuid, encodePart, eReseptCs, type Payload, payloadOf } from '@budstikka/meldinger'
import { dateOf, dateTimeOf } from '../local-time.ts'
import type { Occasion } from '../occasion.ts'
import { rekvireringOf, reseptDokLegemiddel } from './legemiddel.ts'

/** M27.1: detail `A` signs off, any other registers. */
export const multidoseansvar = ({ detail = '', at }: Occasion): Payload =>
  payloadOf('M27.1', { Status: eReseptCs('7496', detail.split(' ').includes('A') ? 'A' : 'R'), GjelderFra: dateOf(at) })

/** M25.1: the medicine of the prescription that the journey began with, where it did. */
export const legemiddelliste = (occasion: Occasion): Payload =>
  payloadOf('M25.1', { EnkeltoppforingLIB: [oppforing(occasion)] })

/** M25.2: the pharmacy asks about it. */
export const sporsmalsliste = (occasion: Occasion): Payload =>
  payloadOf('M25.2', { EnkeltoppforingLIB: [oppforing(occasion)], Merknad: 'Morgen eller kveld?' })

/** M25.3: the same, packed. */
export const pakkeliste = (occasion: Occasion): Payload =>
  payloadOf('M25.3', { EnkeltoppforingLIB: [{ ...oppforing(occasion), InngarMultidose: eReseptCs('1101', '1') }] })

function oppforing({ conversation, firstMsgId, at }: Occasion) {
  return {
    Id: derivedUuid(0, 'LIB', conversation),
    Type: eReseptCs('7491', firstMsgId === undefined ? 'U' : 'E'),
    ReseptId: firstMsgId,
    SistEndret: dateTimeOf(at),
    ReseptDokLegemiddelB64: encodePart('ReseptDokLegemiddel', reseptDokLegemiddel(rekvireringOf(conversation, 1)))
  }
}

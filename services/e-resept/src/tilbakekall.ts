/** M5: a prescription is recalled; who asked is told (M5.2), and so is who wrote it, when that is another (M7). */
import { type ContentOf, isEReseptCode, payloadOf } from '@budstikka/meldinger'
import { receipt, save, send } from '@budstikka/service'
import type { Case, Effects } from './handle.ts'
import { attached, meldingFrom } from './outgoing.ts'
import { refuse7419 } from './refuse.ts'
import { recall, type Resept } from './resept.ts'
import { firstBroken, m5Rules } from './rules.ts'

/** List 7503. */
const recalled = { V: '1', S: '2.16.578.1.12.4.1.1.7503', DN: 'Resept tilbakekalt' }
const inHand = {
  V: '2',
  S: '2.16.578.1.12.4.1.1.7503',
  DN: 'Resepten er under ekspedering, blir tilbakekalt når ekspedering avsluttes'
}

export function tilbakekall(one: Case<ContentOf<'M5'>>): Effects {
  const { state, content, about, from } = one
  const broken = firstBroken(m5Rules, content, about)
  if (broken !== undefined) return [receipt(broken)]
  const { V: arsak } = content.Arsak
  if (!isEReseptCode('7500', arsak)) return [receipt(refuse7419(268, 'kodeverk 7419'))]
  const { resept } = state
  if (resept === undefined) return [receipt(refuse7419(12, 'kodeverk 7419'))]
  const outcome = recall(resept, arsak, about.now)
  if (outcome.type === 'refused') return [receipt(refuse7419(outcome.code, 'ERDOK Reseptens status'))]
  const { Merknad: merknad } = content
  const after = { ...outcome.resept, ...(merknad !== undefined && { merknad }) }
  const kvittering = payloadOf('M5.2', { ReseptId: after.id, Status: after.status === 'T' ? recalled : inHand })
  const answer = meldingFrom(one, { type: 'ERM52', to: from, payload: kvittering })
  return [
    receipt(),
    save({ ...state, resept: after }),
    ...(answer ? [send(answer)] : []),
    ...(isAnother(one, resept) ? tellRekvirent(one, resept) : [])
  ]
}

/** Another prescriber, not another address of the same. */
function isAnother({ melding, from }: Case<unknown>, { rekvirent }: Resept): boolean {
  const hpr = melding.envelope.sender.person?.idents.find(({ kind }) => kind === 'HPR')?.id
  return from !== rekvirent.herId && hpr !== rekvirent.hprNummer
}

function tellRekvirent(one: Case<unknown>, { rekvirent }: Resept): Effects {
  const payload = payloadOf('M7', { Tidspunkt: new Date(one.about.now).toISOString() })
  const attachments = [attached(one.melding)]
  const told = meldingFrom(one, { type: 'ERM7', to: rekvirent.herId, payload, attachments })
  return told ? [send(told)] : []
}

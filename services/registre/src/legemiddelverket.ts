/** The medicines agency (SLV) as one that answers: applications for what has no marketing authorisation (M14 → M15), and notices of it (M20). */
import {
  contentOf,
  type ContentOf,
  decodeMelding,
  eReseptCs,
  gate,
  isNotWellFormed,
  type Melding,
  payloadOf
} from '@budstikka/meldinger'
import type { Register, Taken } from './register.ts'

/** No list has a tjeneste of the agency's own: Saksbehandling pasientopplysninger (list 8658) is our choice. */
export const legemiddelverket: Register = {
  tjeneste: '8658-8',
  takes: { ERM14: soknad, ERM20: notifisering },
  looksUp: [],
  isEresept: true
}

function soknad(melding: Melding): Taken {
  const read = contentOf(melding.payload, 'M14')
  if (read.type !== 'content') return read
  const { ReseptId } = read.content
  const m1 = reseptAmong(melding, ReseptId)
  const persons = (m1?.envelope.patient?.idents ?? []).map(({ id }) => id)
  const BegrunnelseAvslag = whyNot(m1)
  const payload = payloadOf('M15', {
    ReseptId,
    Innvilget: eReseptCs('1101', BegrunnelseAvslag === undefined ? '1' : '2'),
    BegrunnelseAvslag,
    Saksbehandler: 'Saksbehandler'
  })
  return { type: 'answer', persons, answer: { type: 'ERM15', payload } }
}

/** What the agency asks of an application is our choice: the prescription itself, of such a medicine, with why nothing else will do. */
function whyNot(m1: Melding | undefined): string | undefined {
  const content = m1 && contentOf(m1.payload, 'M1')
  if (content?.type !== 'content') return 'Resepten er ikke vedlagt'
  const utenMt: UtenMt = content.content.ReseptDokLegemiddel?.LegemiddelUtenMt
  if (utenMt === undefined) return 'Legemidlet trenger ikke godkjenningsfritak'
  return utenMt.Begrunnelse.trim() === '' ? 'Begrunnelse mangler' : undefined
}
type UtenMt = NonNullable<ContentOf<'M1'>['ReseptDokLegemiddel']>['LegemiddelUtenMt']

/** The M1 that came along, by its MsgId. */
function reseptAmong({ attachments }: Melding, reseptId: string): Melding | undefined {
  return attachments
    .flatMap(({ base64 }) => {
      const root = gate(Buffer.from(base64, 'base64'))
      const read = isNotWellFormed(root) ? undefined : decodeMelding(root)
      return read?.type === 'melding' ? [read.melding] : []
    })
    .find(({ envelope }) => envelope.type === 'ERM1' && envelope.msgId === reseptId)
}

function notifisering({ payload }: Melding): Taken {
  const read = contentOf(payload, 'M20')
  return read.type === 'content' ? { type: 'answer', persons: [] } : read
}

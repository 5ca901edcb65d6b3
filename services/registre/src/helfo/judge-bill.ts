/** What Helfo grants of one bill: it looks for the prescription, and counts after. Which bills are cut how is our choice. */
import {
  type Attachment,
  contentOf,
  type ContentOf,
  decodeMelding,
  gate,
  isNotWellFormed,
  oereOf,
  type Oppgjorskrav
} from '@budstikka/meldinger'

export type Bill = Oppgjorskrav['Enkeltregning'][number]
export type Grant = {
  /** List 7410. */
  readonly status: '1' | '2' | '3'
  readonly oere: number
  readonly merknad?: string
}

/** What a claim says of a prescription that came with it: by ReseptId, the MsgId of the M1. */
export type Vedlagt = { readonly m1: ContentOf<'M1'>; readonly pasient?: string }

/** The M1s among the attachments, by ReseptId. */
export function vedlagte(attachments: readonly Attachment[]): ReadonlyMap<string, Vedlagt> {
  return new Map(
    attachments.flatMap(({ base64 }) => {
      const root = gate(Buffer.from(base64, 'base64'))
      const read = isNotWellFormed(root) ? undefined : decodeMelding(root)
      if (read?.type !== 'melding') return []
      const { envelope, payload } = read.melding
      const content = contentOf(payload, 'M1')
      if (content.type !== 'content') return []
      const pasient = envelope.patient?.idents.find(({ kind }) => kind === 'FNR' || kind === 'DNR')?.id
      return [[envelope.msgId, { m1: content.content, ...(pasient !== undefined && { pasient }) }] as const]
    })
  )
}

export function judgeBill({ ReseptId, SumRefusjon, Utlevering }: Bill, known: ReadonlyMap<string, Vedlagt>): Grant {
  const claimed = oereOf(SumRefusjon)
  const isElectronic = Utlevering.ReseptType.V === '1'
  const resept = ReseptId === undefined ? undefined : known.get(ReseptId)
  if (isElectronic && resept === undefined) return refused('Resepten er ikke vedlagt')
  if (resept !== undefined && resept.pasient !== Utlevering.Pasient.Ident?.Id)
    return refused('Pasienten er en annen enn reseptens')
  if (resept !== undefined && hjemmelOf(resept.m1) !== Utlevering.Hjemmel?.RefHjemmel.V)
    return refused('Refusjonshjemmelen er en annen enn reseptens')
  const most = Math.max(0, priceOf(Utlevering) - oereOf(Utlevering.Pasient.Egenandel.Egenandel))
  if (claimed <= most) return { status: '2', oere: claimed }
  return { status: '3', oere: most, merknad: 'Kravet er høyere enn pris minus egenandel' }
}

const refused = (merknad: string): Grant => ({ status: '1', oere: 0, merknad })

const hjemmelOf = ({ ReseptDokLegemiddel, ReseptDokHandelsvare }: ContentOf<'M1'>) =>
  (ReseptDokLegemiddel ?? ReseptDokHandelsvare)?.RefHjemmel?.V

const priceOf = ({ Vare, Arbeidspris }: Bill['Utlevering']) =>
  Vare.reduce((sum, { Pris }) => sum + oereOf(Pris.Pris), Arbeidspris === undefined ? 0 : oereOf(Arbeidspris))

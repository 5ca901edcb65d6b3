/** What a prescriber asks: which prescriptions a patient has (M9.5 → M9.6), and what was dispensed on one (M9.7 → M9.8). */
import {
  contentOf,
  type ContentOf,
  decodeMelding,
  eReseptCs,
  eReseptCv,
  type Melding,
  payloadOf,
  readXml
} from '@budstikka/meldinger'
import type { Answer } from '@budstikka/service'
import { type Asked, isBlokkert, no, reply } from './asked.ts'
import { toRekvirent } from './fan-out.ts'
import { attached, attachedXml, meldingFrom } from './outgoing.ts'
import { refuse7419 } from './refuse.ts'
import { soknadInfoForRekvirent } from './godkjenningsfritak.ts'
import type { Resept } from './resept.ts'
import { hprNummer } from './rules.ts'
import { shown, whyNothing } from './shown.ts'
import { sisteUtlevering } from './siste-utlevering.ts'
import type { State } from './state.ts'

/** Each prescription goes along as its M1. Nothing is compressed, whatever is asked for: how is not public. */
export function listForRekvirent(asked: Asked, content: ContentOf<'M9.5'>): Answer<State> {
  const { state, about } = asked
  const { Fnr, RefNr: refNumre = [], AlleResepter } = content
  if (Fnr === undefined && refNumre.length === 0) return no(refuse7419(60, 'kodeverk 7419'))
  const hasOwn = state.liste.some((one) => isOwn(asked, one))
  if (isBlokkert(asked)) return no(refuse7419(hasOwn ? 358 : 364, 'kodeverk 7419'))
  const { isReservert } = state.pasient
  const seen = shown(state.liste, { isForAll: AlleResepter.V === '1', refNumre }, about.now).filter(
    (one) => !isReservert || isOwn(asked, one)
  )
  const isHidden = state.liste.some((one) => one.isLocked && !seen.includes(one))
  const payload = payloadOf('M9.6', {
    ...(Fnr !== undefined && { PasientInfo: { Fnr, AndreFnr: state.pasient.andreFnr } }),
    ...(isHidden && { LastResept: 'true' }),
    ...(isReservert && { Pasientreservasjon: 'true' }),
    ...(seen.length === 0
      ? { StatusSok: eReseptCs('7407', whyNothing(content)) }
      : {
          Listeelement: seen.map((one) => elementOf(one, about.register.party(one.nedlasting?.utleverer ?? '')?.name))
        })
  })
  const attachments = seen.flatMap(({ id }) => state.m1er?.[id] ?? []).map(attachedXml)
  return reply(asked, { type: 'ERM96', payload, attachments })
}

/** What one has sent oneself one sees of a patient who has reserved or blocked one (7419, 358). */
const isOwn = ({ melding }: Asked, { rekvirent }: Resept) => rekvirent.hprNummer === hprNummer(melding.envelope)

/** Recalled while it is being dispensed is seen here alone (ERDOK). */
function elementOf(resept: Resept, NavnUtleverer: string | undefined) {
  const { id, status, isTilbakekalt, arsak } = resept
  return {
    ReseptId: id,
    NavnUtleverer,
    ...soknadInfoForRekvirent(resept),
    Status: eReseptCs('7408', status),
    ...(isTilbakekalt && { TilbakekallingStatus: 'true' }),
    ...(arsak !== undefined && { Arsak: eReseptCv('7500', arsak) }),
    Utlevering: sisteUtlevering(resept)
  }
}

/** Each dispensing goes along as the M6 that its prescriber was sent. */
export function utleveringerFor(asked: Asked, _content: ContentOf<'M9.7'>): Answer<State> {
  const { state } = asked
  const { resept, m10er = {} } = state
  if (resept === undefined) return reply(asked, { type: 'ERM98', payload: payloadOf('M9.8', { IngenResept: 'true' }) })
  if (isBlokkert(asked) && !isOwn(asked, resept)) return no(refuse7419(364, 'kodeverk 7419'))
  if (state.pasient.isReservert && !isOwn(asked, resept))
    return reply(asked, { type: 'ERM98', payload: payloadOf('M9.8', { Pasientreservasjon: 'true' }) })
  const rapporter = resept.utleveringer.flatMap(({ id, at }) => m6Of(asked, resept, m10er[id], at))
  const payload = payloadOf('M9.8', { AntallUtleveringer: String(rapporter.length) })
  return reply(asked, { type: 'ERM98', payload, attachments: rapporter.map(attached) })
}

/** The same that was sent when the dispensing was reported, of the patient by the number of now. */
function m6Of({ us, about, state }: Asked, resept: Resept, m10: string | undefined, at: number): readonly Melding[] {
  const root = readXml(Buffer.from(m10 ?? ''))
  const decoded = 'reason' in root ? undefined : decodeMelding(root)
  if (decoded?.type !== 'melding') return []
  const { melding } = decoded
  const content = contentOf(melding.payload, 'M10')
  if (content.type !== 'content') return []
  return toRekvirent(resept, content.content, melding.envelope.msgId).flatMap(
    (wanted) => meldingFrom({ melding, us, about: { ...about, now: at }, state }, wanted) ?? []
  )
}

/** What a pharmacy asks: which prescriptions a patient has (M9.1 → M9.2), and to take one in hand (M9.3 → M9.4). */
import { type ContentOf, eReseptCs, payloadOf } from '@budstikka/meldinger'
import type { Answer } from '@budstikka/service'
import { type Asked, no, reply } from './asked.ts'
import { soknadInfo } from './godkjenningsfritak.ts'
import { ansvarElements, ansvarlige } from './multidose.ts'
import { kontrollobjekt } from './kontrollobjekt.ts'
import { nodsokIn } from './nodsok.ts'
import { attachedXml } from './outgoing.ts'
import { refuse7419 } from './refuse.ts'
import { reseptinfoOf } from './reseptinfo.ts'
import { download } from './resept.ts'
import { shown, whyNothing } from './shown.ts'
import type { State } from './state.ts'

/**
 * Nothing of a dead patient: our choice. Open ones and those in hand; with AlleResepter the recalled and closed as well, and what is
 * reserved from guardians where that is asked for.
 */
export function list(asked: Asked, content: ContentOf<'M9.1'>): Answer<State> {
  const { state, about } = asked
  const { Fnr, AlleResepter, RefNr: refNumre = [], InkluderVergeinnsynsreservasjon: medReserverte } = content
  const nodsok = nodsokIn(content)
  if (Fnr === undefined && refNumre.length === 0 && nodsok === undefined) return no(refuse7419(60, 'kodeverk 7419'))
  const seen = state.pasient.isDod
    ? []
    : shown(state.liste, { isForAll: AlleResepter.V === '1', refNumre }, about.now).filter(
        ({ details }) => medReserverte.V === '1' || !details.isVergeinnsynReservert
      )
  const payload = payloadOf('M9.2', {
    ...(seen.length === 0 && { Status: eReseptCs('7407', nodsok === 'ugyldig' ? '3' : whyNothing(content)) }),
    Reseptinfo: seen.map((one) => reseptinfoOf(one, about.register)),
    Multidosebruker: multidosebruker(asked)
  })
  return reply(asked, { type: 'ERM92', payload })
}

/** A patient whose multidose somebody is responsible for. */
function multidosebruker({ state: { pasientId: Fnr, pasient }, about }: Asked) {
  const multidose = ansvarlige(pasient.multidose, about.now)
  return Fnr === undefined || (multidose.lege ?? multidose.apotek) === undefined
    ? []
    : [{ Fnr, ...ansvarElements(multidose) }]
}

/**
 * The M1 goes along, with its control object and the reports on it. Who takes a locked one knows its number (258: our reading). A cancellation ends a conversation before anything was taken in
 * hand, and changes nothing.
 */
export function take(asked: Asked, { Kansellering, RefNr }: ContentOf<'M9.3'>): Answer<State> {
  const { state, melding, about, from, isRepeated } = asked
  const { resept, m1, m10er = {} } = state
  if (Kansellering !== undefined) return { type: 'appRec' }
  if (resept === undefined) return no(refuse7419(1, 'kodeverk 7419'))
  if (resept.isLocked && RefNr !== resept.refNr) return no(refuse7419(258, 'kodeverk 7419'))
  const { msgId, conversation } = melding.envelope
  if (state.pasient.isDod) return no(refuse7419(330, 'kodeverk 7419'))
  // What was taken before and is no longer in hand by that question has gone its way.
  if (isRepeated && resept.nedlasting?.m93 !== msgId) return no(refuse7419(65, 'kodeverk 7419'))
  const by = { utleverer: from, m93: msgId, conversation: conversation?.refToConversation ?? msgId }
  const outcome = download(resept, by, about.now)
  if (outcome.type === 'refused') return no(refuse7419(outcome.code, 'ERDOK Reseptens status'))
  const payload = payloadOf('M9.4', {
    Status: eReseptCs('7408', outcome.resept.status),
    ...soknadInfo(outcome.resept)
  })
  const attachments =
    m1 === undefined ? [] : [attachedXml(m1), kontrollobjekt(resept, m1), ...Object.values(m10er).map(attachedXml)]
  return reply(asked, { type: 'ERM94', payload, attachments }, { ...state, resept: outcome.resept })
}

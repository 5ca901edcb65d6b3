/** Look-ups: what the pharmacy sees of a patient (M9.1 → M9.2), and takes in hand (M9.3 → M9.4). */
import {
  contentOf,
  type ContentOf,
  herIdOf,
  type Melding,
  payloadOf,
  type Refusal,
  refuse,
  requireSynthetic
} from '@budstikka/meldinger'
import type { Answer, Context, Question } from '@budstikka/service'
import type { Setup } from './handle.ts'
import { attachedXml, meldingFrom } from './outgoing.ts'
import { refuse7419 } from './refuse.ts'
import { download, isForeldet, type Resept } from './resept.ts'
import { firstBroken, utlevererRules } from './rules.ts'
import type { State } from './state.ts'

type Asked = {
  readonly state: State
  readonly melding: Melding
  readonly us: string
  readonly about: Parameters<typeof firstBroken>[2]
  readonly from: string
  readonly isRepeated: boolean
}

export function answer(
  state: State,
  { melding, to, isRepeated }: Question,
  { register, now, setup }: Context & { readonly setup: Setup }
): Answer<State> {
  const { envelope, payload } = melding
  const unreal = requireSynthetic(envelope.patient)
  if (unreal !== undefined) return no(unreal)
  const from = herIdOf(envelope.sender) ?? ''
  const about = { envelope, from: register.party(from), register, now, rekvirenter: setup.rekvirenter }
  const asked = { state, melding, us: to, about, from, isRepeated }
  const broken = firstBroken(utlevererRules, undefined, about)
  if (broken !== undefined) return no(broken)
  switch (payload.format) {
    case 'M9.1': {
      const read = contentOf(payload, 'M9.1')
      return read.type === 'content' ? list(asked, read.content) : no(refuse('T02', 'HITS 1168 §6.2'))
    }
    case 'M9.3': {
      const read = contentOf(payload, 'M9.3')
      return read.type === 'content' ? take(asked, read.content) : no(refuse('T02', 'HITS 1168 §6.2'))
    }
    default:
      return no(refuse('T10', 'HITS 1168 §6.2'))
  }
}

const no = (refusal: Refusal): Answer<State> => ({ type: 'appRec', refusal })

/** Open ones and those in hand; with AlleResepter the recalled and closed as well. */
function list(asked: Asked, { AlleResepter }: ContentOf<'M9.1'>): Answer<State> {
  const { state, about } = asked
  const seen = state.liste.filter(
    (one) => (AlleResepter.V === '1' || one.status === 'E' || one.status === 'U') && !isForeldet(one, about.now)
  )
  const payload = payloadOf('M9.2', {
    ...(seen.length === 0 && { Status: { V: '4', DN: 'Ingen resept' } }),
    Reseptinfo: seen.map((one) => infoOf(one, about.register.party(one.nedlasting?.utleverer ?? '')?.name)),
    Multidosebruker: []
  })
  return reply(asked, 'ERM92', payload)
}

/** The M1 goes along. A cancellation ends a conversation before anything was taken in hand, and changes nothing. */
function take(asked: Asked, { Kansellering }: ContentOf<'M9.3'>): Answer<State> {
  const { state, melding, about, from, isRepeated } = asked
  const { resept, m1 } = state
  if (Kansellering !== undefined) return { type: 'appRec' }
  if (resept === undefined) return no(refuse7419(1, 'kodeverk 7419'))
  const { msgId, conversation } = melding.envelope
  // What was taken before and is no longer in hand by that question has gone its way.
  if (isRepeated && resept.nedlasting?.m93 !== msgId) return no(refuse7419(65, 'kodeverk 7419'))
  const by = { utleverer: from, m93: msgId, conversation: conversation?.refToConversation ?? msgId }
  const outcome = download(resept, by, about.now)
  if (outcome.type === 'refused') return no(refuse7419(outcome.code, 'ERDOK Reseptens status'))
  const payload = payloadOf('M9.4', { Status: statusCode(outcome.resept.status) })
  return reply(asked, 'ERM94', payload, m1 === undefined ? [] : [attachedXml(m1)], { ...state, resept: outcome.resept })
}

function reply(
  asked: Asked,
  type: string,
  payload: Melding['payload'],
  attachments: Melding['attachments'] = [],
  state?: State
): Answer<State> {
  const melding = meldingFrom(asked, { type, to: asked.from, payload, attachments })
  if (melding === undefined) return no(refuse('E21', 'HITS 1168 §6.2'))
  return { type: 'answer', melding, ...(state && { state }) }
}

/** List 7408. */
const statuses = { E: 'Ekspederbar', U: 'Under ekspedering', R: 'Resept avsluttet', T: 'Tilbakekalt' } as const
const statusCode = (status: Resept['status']) => ({ V: status, DN: statuses[status] })

function infoOf(
  { id, status, details, rekvirent, antall, reiterasjon, refNr, utleveringer }: Resept,
  navnUtleverer?: string
) {
  const last = utleveringer.findLast(({ annullertAv }) => annullertAv === undefined)
  return {
    Forskrivningsdato: details.forskrivningsdato,
    Fornavn: details.fornavn,
    Etternavn: details.etternavn,
    RekvirentId: rekvirent.hprNummer,
    NavnRekvirent: rekvirent.navn,
    NavnFormStyrke: details.navnFormStyrke,
    EndretFarmasoyt: { V: '2', DN: 'Nei' },
    ReseptId: id,
    Status: statusCode(status),
    NavnUtleverer: navnUtleverer,
    RefNr: refNr,
    Vergeinnsynsreservasjon: String(details.isVergeinnsynReservert),
    SisteUtlevering: last && new Date(last.at).toISOString().slice(0, 10),
    Bruksomrade: details.bruksomrade,
    Antall: antall === undefined ? undefined : String(antall),
    Reiterasjon: String(reiterasjon)
  }
}

/** M18: Helfo judges a pharmacy's claim bill by bill, tells the result (M22), and pays what it grants (M23). */
import { dateOf } from '@budstikka/landscape'
import {
  amountOf,
  contentOf,
  derivedUuid,
  enterpriseAddressOf,
  eReseptCs,
  herIdOf,
  oereOf,
  payloadOf,
  refuse
} from '@budstikka/meldinger'
import type { Melding, Oppgjorskrav, Payload } from '@budstikka/meldinger'
import { type Context, type Effect, type Incoming, receipt, send } from '@budstikka/service'
import { refusalOf } from './claim-rules.ts'
import type { Claims } from './claims.ts'
import { type Grant, judgeBill, vedlagte } from './judge-bill.ts'

/** Simulated time from a claim to its result, to the notice of a payment, and to the payment itself: our choice. */
const resultMs = 60_000
const noticeMs = 4 * 60 * 60 * 1000
const paymentMs = 24 * 60 * 60 * 1000

type Effects = readonly Effect<object>[]

/** Helfo is reached where NAV is: the official claim is addressed to NAV's number. */
export const helfo = '8658-5'

/** Undefined for what is no claim to Helfo. */
export function hearClaim(incoming: Incoming, context: Context, claims: Claims): Effects | undefined {
  if (incoming.type !== 'melding' || incoming.melding.payload.format !== 'M18') return undefined
  return context.register.party(incoming.to)?.tjeneste === helfo ? receiveClaim(incoming, context, claims) : undefined
}

function receiveClaim(came: Extract<Incoming, { type: 'melding' }>, context: Context, claims: Claims): Effects {
  const { melding } = came
  const { sender, msgId } = melding.envelope
  const read = contentOf(melding.payload, 'M18')
  if (read.type !== 'content') return [receipt(refuse('T02', 'HITS 1168 §6.2'))]
  const krav = read.content
  const from = context.register.party(herIdOf(sender) ?? '')
  const enterprise = from?.organisation.herId ?? ''
  const isUsed = claims.isTaken(enterprise, krav.OppgjorsNr)
  const refusal = refusalOf({ krav, sender, from, today: dateOf(context.now), isUsed })
  if (refusal !== undefined) return [receipt(refusal)]
  claims.keep(enterprise, krav.OppgjorsNr, context.now)
  const known = vedlagte(melding.attachments)
  const grants = krav.Enkeltregning.map((bill) => judgeBill(bill, known))
  const granted = grants.reduce((sum, { oere }) => sum + oere, 0)
  const result = answer('ERM22', resultMs, oppgjorsresultat(krav, grants, dateOf(context.now + resultMs)))
  const payment =
    granted > 0 ? answer('ERM23', noticeMs, utbetaling(krav, granted, dateOf(context.now + paymentMs))) : []
  return [receipt(), ...result, ...payment]

  /** The official examples of both have no ConversationRef. */
  function answer(type: string, afterMs: number, payload: Payload): Effects {
    const us = context.register.party(came.to)
    if (us === undefined || from === undefined) return []
    const at = context.now + afterMs
    const answered: Melding = {
      envelope: {
        type,
        msgId: derivedUuid(at, type, msgId, from.herId),
        genDate: new Date(at).toISOString(),
        sender: enterpriseAddressOf(us),
        receiver: enterpriseAddressOf(from),
        copies: []
      },
      payload,
      attachments: []
    }
    return [send(answered)]
  }
}

const oppgjorsresultat = (
  { OppgjorsNr, Enkeltregning }: Oppgjorskrav,
  grants: readonly Grant[],
  BehandlingDato: string
) =>
  payloadOf('M22', {
    OppgjorsNr,
    BehandlingDato,
    Regning: Enkeltregning.map(({ RegningsNr, SumRefusjon }, i) => {
      const { status, oere, merknad } = grants[i] ?? { status: '1', oere: 0 }
      return {
        RegningsNr,
        Krav: amountOf(oereOf(SumRefusjon)),
        Godkjent: amountOf(oere),
        Status: eReseptCs('7410', status),
        ...(merknad !== undefined && { Merknad: [merknad] })
      }
    })
  })

/** A payment for each claim, under its number: our choice. */
const utbetaling = ({ OppgjorsNr }: Oppgjorskrav, granted: number, UtbetaltDato: string) =>
  payloadOf('M23', {
    Utbetalingsnr: OppgjorsNr,
    Utbetalt: amountOf(granted),
    UtbetaltDato,
    Oppgjor: [{ OppgjorsNr, Godkjent: amountOf(granted) }]
  })

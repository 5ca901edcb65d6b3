/** M10: something was dispensed, a dispensing is annulled, or a download is given back; and who is told of it. */
import { type ContentOf, encodeMelding } from '@budstikka/meldinger'
import { receipt, save, send } from '@budstikka/service'
import { personNumberOf } from './about.ts'
import { fanOut } from './fan-out.ts'
import type { Case, Effects } from './handle.ts'
import { type Pasient, withoutUtlevering, withUtlevering } from './pasient.ts'
import { refuse7419 } from './refuse.ts'
import { annul, cancel, dispense, type Outcome, type Resept } from './resept.ts'
import { firstBroken, isTrue } from './rules.ts'
import { antallOf, isAvsluttet, isKansellert, m10Rules } from './utlever-rules.ts'

export function utlever(one: Case<ContentOf<'M10'>>): Effects {
  const { state, content, about, melding } = one
  const broken = firstBroken(m10Rules, content, about)
  if (broken !== undefined) return [receipt(broken)]
  const told = fanOut(one).map((melding) => send(melding))
  // A paper prescription was never here: it is told of, and nothing is kept.
  if (isTrue(content.Papirresept)) return [receipt(), ...told]
  const { resept } = state
  if (resept === undefined) return [receipt(refuse7419(1, 'kodeverk 7419'))]
  const named = personNumberOf(melding)
  const { pasient, andreFnr = [] } = resept
  if (named !== undefined && pasient !== undefined && named !== pasient && !andreFnr.includes(named))
    return [receipt(refuse7419(271, 'kodeverk 7419'))]
  const outcome = apply(resept, one)
  if (outcome.type === 'refused') return [receipt(refuse7419(outcome.code, 'ERDOK Reseptens status'))]
  return [
    receipt(),
    save({
      ...state,
      resept: outcome.resept,
      pasient: pasientAfter(state.pasient, outcome.resept, one),
      ...(!isKansellert(content) && { m10: { id: melding.envelope.msgId, xml: encodeMelding(melding) } })
    }),
    ...told
  ]
}

function apply(resept: Resept, one: Case<ContentOf<'M10'>>): Outcome {
  const { content, from: utleverer, about, setup, melding } = one
  const by = { id: melding.envelope.msgId, utleverer, at: about.now }
  if (isKansellert(content)) return cancel(resept, by)
  if (isTrue(content.Utlevering.Annullering)) {
    const annuls = content.Utlevering.AnnulleringsId ?? ''
    return annul(resept, { ...by, annuls }, { reopens: setup.reopensOnAnnulment })
  }
  const antall = antallOf(content)
  return dispense(resept, {
    ...by,
    isLast: isAvsluttet(content),
    ...(antall !== undefined && { antall: Number(antall) })
  })
}

function pasientAfter(pasient: Pasient, resept: Resept, { content, melding }: Case<ContentOf<'M10'>>): Pasient {
  if (isKansellert(content) || resept.pasient === undefined) return pasient
  if (isTrue(content.Utlevering.Annullering)) return withoutUtlevering(pasient, content.Utlevering.AnnulleringsId ?? '')
  const utlevering = resept.utleveringer.find(({ id }) => id === melding.envelope.msgId)
  return utlevering === undefined ? pasient : withUtlevering(pasient, resept, utlevering)
}

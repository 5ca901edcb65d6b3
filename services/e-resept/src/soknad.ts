/** Applications to the medicines agency: asked for by a pharmacy (M3) or the prescriber, sent on (M14), and answered (M15). */
import { type ContentOf, isEReseptCode, type Melding, payloadOf } from '@budstikka/meldinger'
import { receipt, save, send } from '@budstikka/service'
import { apply, decide } from './godkjenningsfritak.ts'
import type { Case, Effects } from './handle.ts'
import { attached, attachedXml, meldingFrom, type Wanted } from './outgoing.ts'
import type { Resept } from './resept.ts'
import { refuse7419 } from './refuse.ts'
import { firstBroken, reseptIdRule, utlevererRules } from './rules.ts'

/** No list has a tjeneste of the agency's own: applications go to Saksbehandling pasientopplysninger (list 8658), our choice. */
export const legemiddelverket = '8658-8'

export function anmodning(one: Case<ContentOf<'M3'>>): Effects {
  const { state, content, about, from, melding } = one
  const broken = firstBroken([...utlevererRules, reseptIdRule], content, about)
  if (broken !== undefined) return [receipt(broken)]
  const { resept, m1 } = state
  if (resept === undefined) return [receipt(refuse7419(1, 'kodeverk 7419'))]
  const soknad = soknadTil(one, resept, m1, melding)
  if (soknad === undefined) return [receipt(refuse7419(100, 'kodeverk 7419'))]
  const outcome = apply(resept, { utleverer: from, at: about.now })
  if (outcome.type === 'refused') return [receipt(refuse7419(outcome.code, 'ERDOK Reseptens status'))]
  return [receipt(), save({ ...state, resept: outcome.resept }), send(soknad)]
}

/** M14 with the M1, and the M3 where a pharmacy asks; undefined where nobody is there to answer. */
export function soknadTil(
  one: Pick<Case<unknown>, 'melding' | 'us' | 'about' | 'state'>,
  { id: ReseptId }: Resept,
  m1: string | undefined,
  m3?: Melding
): Melding | undefined {
  const to = one.about.register.find(legemiddelverket)[0]
  const payload = payloadOf('M14', { ReseptId, ...(m3 && { AnmodningSLVId: m3.envelope.msgId }) })
  const attachments = [...(m1 === undefined ? [] : [attachedXml(m1)]), ...(m3 ? [attached(m3)] : [])]
  return to && meldingFrom(one, { type: 'ERM14', to: to.herId, payload, attachments })
}

/** The agency's answer goes on to who prescribed, and to the pharmacy that asked. */
export function svar(one: Case<ContentOf<'M15'>>): Effects {
  const { state, content, about, melding } = one
  if (about.from?.tjeneste !== legemiddelverket) return [receipt(refuse7419(388, 'kodeverk 7419'))]
  const { V: innvilget } = content.Innvilget
  if (!isEReseptCode('1101', innvilget)) return [receipt(refuse7419(99, 'kodeverk 7419'))]
  const { resept } = state
  if (resept === undefined) return [receipt(refuse7419(1, 'kodeverk 7419'))]
  const outcome = decide(resept, innvilget === '1', about.now)
  if (outcome.type === 'refused') return [receipt(refuse7419(outcome.code, 'ERDOK Reseptens status'))]
  const wanted = [resept.rekvirent.herId, resept.soknad?.utleverer].flatMap((to): Wanted[] =>
    to === undefined ? [] : [{ type: 'ERM15', to, payload: melding.payload }]
  )
  return [
    receipt(),
    save({ ...state, resept: outcome.resept }),
    ...wanted.flatMap((each) => meldingFrom(one, each) ?? []).map((told) => send(told))
  ]
}

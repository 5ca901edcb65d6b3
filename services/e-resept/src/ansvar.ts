/** M27.1: a doctor or a pharmacy takes or leaves the responsibility for a patient's multidose, at once or from a later date, and is answered (M27.2). */
import { type ContentOf, dayStart, isEReseptCode, payloadOf } from '@budstikka/meldinger'
import { receipt, save, send } from '@budstikka/service'
import type { Case, Effects } from './handle.ts'
import { type Ansvar, ansvarlige, apotekElement, type Gjelder, legeElement, type Multidose } from './multidose.ts'
import { meldingFrom, type Wanted } from './outgoing.ts'
import { type Code7419, refuse7419 } from './refuse.ts'
import { firstBroken, hprNummer, isUtleverer, rekvirentRules } from './rules.ts'

type M271 = Case<ContentOf<'M27.1'>>
type Refused = { readonly type: 'refused'; readonly code: Code7419 }
type Registered =
  | { readonly type: 'registered'; readonly multidose: Multidose; readonly told: readonly Wanted[] }
  | Refused

export function ansvar(one: M271): Effects {
  const { state, content, about } = one
  const broken = isUtleverer(about) ? undefined : firstBroken(rekvirentRules, content, about)
  if (broken !== undefined) return [receipt(broken)]
  const { pasientId, pasient } = state
  if (pasientId === undefined) return [receipt(refuse7419(257, 'kodeverk 7419'))]
  if (!isEReseptCode('7496', content.Status.V)) return [receipt(refuse7419(229, 'kodeverk 7419'))]
  const before = pasient.multidose ?? {}
  const registered = isUtleverer(about) ? apotekFrom(one, before) : legeFrom(one, before)
  if (registered.type === 'refused') return [receipt(refuse7419(registered.code, 'ERDOK Multidose'))]
  const { multidose, told } = registered
  const { registrert, forrige } = multidose.apotek ?? {}
  const apotek = registrert ?? forrige
  const isStill = registrert !== undefined || ansvarlige(multidose, about.now).apotek !== undefined
  return [
    receipt(),
    save({
      ...state,
      pasient: { ...pasient, multidose },
      ...(apotek && { multidoseendring: { apotek: apotek.herId, isStill } })
    }),
    ...told.flatMap((wanted) => meldingFrom(one, wanted) ?? []).map((melding) => send(melding))
  ]
}

/** A new one must wait until the former has signed off (155), and nobody else signs off a doctor (152); the former is told of the next (M28). */
function legeFrom(one: M271, before: Multidose): Registered {
  const { content, melding, from, about } = one
  const { person } = melding.envelope.sender
  const lege = {
    herId: from,
    hprNummer: hprNummer(melding.envelope) ?? '',
    navn: [person?.givenName, person?.familyName].filter(Boolean).join(' '),
    virksomhet: about.from?.organisation.name ?? ''
  }
  const { registrert, forrige } = before.lege ?? {}
  const isSame = (other: typeof lege) => other.hprNummer === lege.hprNummer
  const after = changed(before.lege, lege, one, { isSame, taken: 155, notOne: 152 })
  if ('type' in after) return after
  const { apotek } = ansvarlige(before, about.now)
  const told = answerTo(from, { ...(apotek && { Multidoseapotek: apotekElement(apotek) }) })
  const isNext = after.registrert !== undefined && registrert === undefined && forrige && !isSame(forrige)
  const m28 = payloadOf('M28', { AktivFra: content.GjelderFra, Multidoselege: legeElement(lege) })
  const toFormer = isNext ? [{ type: 'ERM28', to: forrige.herId, payload: m28 }] : []
  return { type: 'registered', multidose: { ...before, lege: after }, told: [told, ...toFormer] }
}

/** As with doctors (154, 153); a pharmacy is known by its licence, so it must name it (40). */
function apotekFrom(one: M271, before: Multidose): Registered {
  const { melding, from, about } = one
  const konsesjonsnummer = melding.envelope.sender.organisation.idents.find(({ kind }) => kind === 'AKO')?.id
  const apotek = { herId: from, navn: about.from?.name ?? '', konsesjonsnummer: konsesjonsnummer ?? '' }
  const isSame = (other: typeof apotek) => other.herId === from
  const after = changed(before.apotek, apotek, one, { isSame, taken: 154, notOne: 153 })
  if ('type' in after) return after
  if (after.registrert !== undefined && konsesjonsnummer === undefined) return refused(40)
  const { lege } = ansvarlige(before, about.now)
  const told = answerTo(from, { ...(lege && { Multidoselege: legeElement(lege) }) })
  return { type: 'registered', multidose: { ...before, apotek: after }, told: [told] }
}

/**
 * GjelderFra is the first day with a registration, and without one that is signed off. Until then the former is responsible (AktivTil of
 * M27.4), so the next may not begin earlier; what is dated back holds from now.
 */
function changed<Who>(
  { registrert, forrige }: Ansvar<Who> = {},
  who: Who,
  { content: { Status, GjelderFra }, about: { now } }: M271,
  { isSame, taken, notOne }: { isSame(other: Who): boolean; readonly taken: Code7419; readonly notOne: Code7419 }
): Ansvar<Who> | Refused {
  const fra = dayStart(GjelderFra)
  if (Status.V === 'A') {
    if (registrert === undefined || !isSame(registrert)) return refused(notOne)
    // Who has not begun leaves nothing behind.
    const isNever = registrert.fra > Math.max(fra, now)
    return isNever ? { ...(forrige && { forrige }) } : { forrige: { ...registrert, til: fra } }
  }
  const isAnothers = (other: (Who & Gjelder) | undefined) => other !== undefined && !isSame(other)
  const isEarly = isAnothers(forrige) && Math.max(fra, now) < (forrige?.til ?? 0)
  if (isAnothers(registrert) || isEarly) return refused(taken)
  return { ...(forrige && { forrige }), registrert: { ...who, fra } }
}

const refused = (code: Code7419): Refused => ({ type: 'refused', code })

/** M27.2 names the other of the two. */
const answerTo = (to: string, other: Omit<ContentOf<'M27.2'>, 'RegistrertEndring'>): Wanted => ({
  type: 'ERM272',
  to,
  payload: payloadOf('M27.2', { RegistrertEndring: 'true', ...other })
})

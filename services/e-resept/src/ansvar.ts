/** M27.1: a doctor or a pharmacy takes or leaves the responsibility for a patient's multidose, and is answered (M27.2). */
import { type ContentOf, isEReseptCode, payloadOf } from '@budstikka/meldinger'
import { receipt, save, send } from '@budstikka/service'
import type { Case, Effects } from './handle.ts'
import { apotekElement, legeElement, type Multidose, type Multidoselege } from './multidose.ts'
import { meldingFrom, type Wanted } from './outgoing.ts'
import { type Code7419, refuse7419 } from './refuse.ts'
import { firstBroken, hprNummer, isUtleverer, rekvirentRules } from './rules.ts'

type M271 = Case<ContentOf<'M27.1'>>
type Registered =
  | { readonly type: 'registered'; readonly multidose: Multidose; readonly told: readonly Wanted[] }
  | { readonly type: 'refused'; readonly code: Code7419 }

export function ansvar(one: M271): Effects {
  const { state, content, about } = one
  const broken = isUtleverer(about) ? undefined : firstBroken(rekvirentRules, content, about)
  if (broken !== undefined) return [receipt(broken)]
  const { pasientId, pasient } = state
  if (pasientId === undefined) return [receipt(refuse7419(257, 'kodeverk 7419'))]
  const before = pasient.multidose ?? {}
  const registered = isUtleverer(about) ? apotekFrom(one, before) : legeFrom(one, before)
  if (registered.type === 'refused') return [receipt(refuse7419(registered.code, 'ERDOK Multidose'))]
  const { multidose, told } = registered
  const apotek = (multidose.apotek ?? before.apotek)?.herId
  const endring = apotek === undefined ? undefined : { apotek, isStill: multidose.apotek !== undefined }
  return [
    receipt(),
    save({ ...state, pasient: { ...pasient, multidose }, ...(endring && { multidoseendring: endring }) }),
    ...told.flatMap((wanted) => meldingFrom(one, wanted) ?? []).map((melding) => send(melding))
  ]
}

/** A new one must wait until the former has signed off (155); nobody else signs off a doctor (152). */
function legeFrom({ content, melding, from, about }: M271, before: Multidose): Registered {
  const { Status, GjelderFra } = content
  const { person } = melding.envelope.sender
  const hpr = hprNummer(melding.envelope) ?? ''
  const { lege: standing, forrigeLege, ...rest } = before
  const isAnothers = standing !== undefined && standing.hprNummer !== hpr
  const told = answerTo(from, { ...(before.apotek && { Multidoseapotek: apotekElement(before.apotek) }) })
  if (!isEReseptCode('7496', Status.V)) return refused(229)
  if (Status.V === 'A') {
    if (standing === undefined || isAnothers) return refused(152)
    return { type: 'registered', multidose: { ...rest, forrigeLege: standing }, told: [told] }
  }
  if (isAnothers) return refused(155)
  const lege: Multidoselege = {
    herId: from,
    hprNummer: hpr,
    navn: [person?.givenName, person?.familyName].filter(Boolean).join(' '),
    virksomhet: about.from?.organisation.name ?? ''
  }
  const isNew = forrigeLege !== undefined && forrigeLege.hprNummer !== hpr
  const m28 = payloadOf('M28', { AktivFra: GjelderFra, Multidoselege: legeElement(lege) })
  const toFormer = isNew ? [{ type: 'ERM28', to: forrigeLege.herId, payload: m28 }] : []
  return { type: 'registered', multidose: { ...rest, lege }, told: [told, ...toFormer] }
}

/** As with doctors (154, 153); a pharmacy is known by its licence, so it must name it (40). */
function apotekFrom({ content, melding, from, about }: M271, before: Multidose): Registered {
  const { Status } = content
  const { apotek: standing, ...rest } = before
  const isAnothers = standing !== undefined && standing.herId !== from
  const told = answerTo(from, { ...(before.lege && { Multidoselege: legeElement(before.lege) }) })
  if (!isEReseptCode('7496', Status.V)) return refused(229)
  if (Status.V === 'A')
    return standing === undefined || isAnothers ? refused(153) : { type: 'registered', multidose: rest, told: [told] }
  if (isAnothers) return refused(154)
  const konsesjonsnummer = melding.envelope.sender.organisation.idents.find(({ kind }) => kind === 'AKO')?.id
  if (konsesjonsnummer === undefined) return refused(40)
  const apotek = { herId: from, navn: about.from?.name ?? '', konsesjonsnummer }
  return { type: 'registered', multidose: { ...rest, apotek }, told: [told] }
}

const refused = (code: Code7419): Registered => ({ type: 'refused', code })

/** M27.2 names the other of the two. */
const answerTo = (to: string, other: Omit<ContentOf<'M27.2'>, 'RegistrertEndring'>): Wanted => ({
  type: 'ERM272',
  to,
  payload: payloadOf('M27.2', { RegistrertEndring: 'true', ...other })
})

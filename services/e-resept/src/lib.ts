/** M25: a patient's medicine list (LIB): the doctor's (M25.1), the pharmacy's questions (M25.2), and what was packed (M25.3). */
import { type ContentOf, encodeMelding, isEReseptCode, payloadOf, type Refusal } from '@budstikka/meldinger'
import { type Effect, receipt, save, send } from '@budstikka/service'
import type { Case, Effects } from './handle.ts'
import { kjernejournal } from './fan-out.ts'
import { ansvarlige } from './multidose.ts'
import { meldingFrom } from './outgoing.ts'
import { type Code7419, refuse7419 } from './refuse.ts'
import { firstBroken, rekvirentRules, utlevererRules } from './rules.ts'
import type { LibName, State } from './state.ts'

/** The doctor's list is kept, and told to kjernejournal (M25.4). */
export function legemiddelliste(one: Case<ContentOf<'M25.1'>>): Effects {
  const { content, about } = one
  const refusal = firstBroken(rekvirentRules, content, about) ?? refuseListe(one)
  if (refusal !== undefined) return [receipt(refusal)]
  const to = about.register.find(kjernejournal)[0]
  const told = to && meldingFrom(one, { type: 'ERM254', to: to.herId, payload: forKjernejournal(content) })
  return [receipt(), kept(one, 'M25.1'), ...(told ? [send(told)] : [])]
}

/** The pharmacy's are kept, and go on to the doctor of the multidose. */
export function fraMultidoseapotek(one: Case<unknown>, name: 'M25.2' | 'M25.3'): Effects {
  const { state, melding, about, from, content } = one
  const { lege, apotek } = ansvarlige(state.pasient.multidose, about.now)
  const refusal =
    firstBroken(utlevererRules, content, about) ??
    firstTrue([
      [257, state.pasientId === undefined],
      [153, apotek?.herId !== from],
      [228, lege === undefined]
    ])
  if (refusal !== undefined) return [receipt(refusal)]
  const { type } = melding.envelope
  const told = lege && meldingFrom(one, { type, to: lege.herId, payload: melding.payload })
  return [receipt(), kept(one, name), ...(told ? [send(told)] : [])]
}

function refuseListe({ state, content, melding, about }: Case<ContentOf<'M25.1'>>): Refusal | undefined {
  const { EnkeltoppforingLIB: entries = [], Vikar } = content
  const { libSist, multidose } = state.pasient
  const ids = entries.map(({ Id }) => Id)
  return firstTrue([
    [257, state.pasientId === undefined],
    [315, new Set(ids).size < ids.length],
    [235, !entries.every(({ Type }) => isEReseptCode('7491', Type.V))],
    [239, state.liste.some(({ isLocked, id }) => isLocked && entries.some(({ ReseptId }) => ReseptId === id))],
    [359, Vikar?.V === '1' && ansvarlige(multidose, about.now).lege === undefined],
    // It follows the last list or question that is here.
    [226, libSist !== undefined && melding.envelope.conversation?.refToParent !== libSist]
  ])
}

function firstTrue(rules: readonly (readonly [Code7419, boolean])[]): Refusal | undefined {
  const broken = rules.find(([, isBroken]) => isBroken)
  return broken && refuse7419(broken[0], 'kodeverk 7419')
}

/** What is packed is no list that the next one follows. */
function kept({ state, melding, about }: Case<unknown>, name: LibName): Effect<State> {
  const { pasient } = state
  const { apotek } = ansvarlige(pasient.multidose, about.now)
  return save({
    ...state,
    lib: { name, xml: encodeMelding(melding) },
    ...(name !== 'M25.3' && { pasient: { ...pasient, libSist: melding.envelope.msgId } }),
    ...(apotek && name === 'M25.1' && { multidoseendring: { apotek: apotek.herId, isStill: true } })
  })
}

/** What has been stopped is no longer in use, and questions are between doctor and pharmacy. */
function forKjernejournal({ Rolle, EnkeltoppforingLIB = [], Allergi, Merknad }: ContentOf<'M25.1'>) {
  const iBruk = EnkeltoppforingLIB.filter(({ Seponering }) => Seponering === undefined).map(
    ({ Seponering: _stopped, Sporsmal: _asked, ...entry }) => entry
  )
  return payloadOf('M25.4', { Rolle, EnkeltoppforingLIB: iBruk, Allergi, Merknad })
}

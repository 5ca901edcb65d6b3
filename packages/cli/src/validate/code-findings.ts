/** Codes of the envelope against the lists that the project carries whole: 3101, 8112, 8116 and 9051. */
import { type Address, type Envelope, identKind, receiverRole, sex } from '@budstikka/meldinger'
import type { Finding } from './finding.ts'

/** Lists that are checked; any other is left to the receiver. */
export const checkedLists = ['3101', '8112', '8116', '9051'] as const

/** An unknown code is never a reason to refuse (HITS 1168 §6.3); it is a fault of the sender all the same. */
export function codeFindings({ sender, receiver, copies, patient }: Envelope): readonly Finding[] {
  const addresses: readonly (readonly [string, Address])[] = [
    ['sender', sender],
    ['receiver', receiver],
    ...copies.map((copy) => ['copy receiver', copy] as const)
  ]
  return [
    ...addresses.flatMap(([who, address]) =>
      kindsOf(address).flatMap((kind) => kindFinding(who, '9051 or 8116', kind))
    ),
    ...copies.flatMap(({ role }) => (isKnown(receiverRole(role)) ? [] : [unknown('copy receiver', '8112', role)])),
    ...(patient?.idents ?? []).flatMap(({ kind }) => kindFinding('patient', '8116', kind)),
    ...(patient?.sex === undefined || isKnown(sex(patient.sex)) ? [] : [unknown('patient', '3101', patient.sex)])
  ]
}

const kindsOf = ({ organisation, service, person }: Address): readonly string[] =>
  [organisation, service, person].flatMap((level) => level?.idents.map(({ kind }) => kind) ?? [])

const kindFinding = (who: string, list: string, kind: string) =>
  isKnown(identKind(kind)) ? [] : [unknown(who, list, kind)]

const isKnown = (code: { readonly DN?: string }) => code.DN !== undefined

const unknown = (who: string, list: string, code: string): Finding => ({
  check: 'codes',
  text: `${who}: expected a code of list ${list}, got '${code.slice(0, 20)}'`,
  source: 'HITS 1168 §6.3: not a reason to refuse'
})

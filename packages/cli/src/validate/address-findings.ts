/** Whether sender and receivers are addressed as they must be: both levels, with HER-id and name (HIS 1153-2, AD2.2–AD2.8). */
import { type Address, type Envelope, herIdOf } from '@budstikka/meldinger'
import type { Finding } from './finding.ts'

export const addressFindings = ({ sender, receiver, copies }: Envelope): readonly Finding[] => [
  ...findingsOf('sender', sender),
  ...findingsOf('receiver', receiver),
  ...copies.flatMap((copy) => findingsOf('copy receiver', copy))
]

function findingsOf(who: string, { organisation, service, person }: Address): readonly Finding[] {
  const hasHerId = organisation.idents.some(({ id, kind }) => kind === 'HER' && isHerId(id))
  const level2Name = service?.name ?? person?.familyName
  return [
    ...(organisation.name.trim() ? [] : [finding(`${who}: expected a name of the organisation`, 'AD2.3')]),
    ...(hasHerId ? [] : [finding(`${who}: expected a HER-id of the organisation`, 'AD2.2')]),
    ...(herIdOf({ organisation, ...(service && { service }), ...(person && { person }) }) === undefined
      ? [finding(`${who}: expected a HER-id of the service or person, 1 to 10 digits`, 'AD2.2')]
      : []),
    ...(level2Name?.trim() ? [] : [finding(`${who}: expected a name of the service or person`, 'AD2.3')])
  ]
}

const isHerId = (id: string) => /^[0-9]{1,10}$/.test(id)
const finding = (text: string, source: string): Finding => ({ check: 'address', text, source })

/** Whether sender and receivers are addressed as they must be: both levels, with HER-id and name (HIS 1153-2, AD2.2–AD2.8). */
import { addressedLevel, type Address, type Envelope, herIdOf } from '@budstikka/meldinger'
import type { Finding } from './finding.ts'

export function addressFindings({ type, sender, receiver, copies }: Envelope): readonly Finding[] {
  if (type.startsWith('ERM'))
    return [...enterpriseFindings('sender', sender), ...enterpriseFindings('receiver', receiver)]
  return [
    ...findingsOf('sender', sender),
    ...findingsOf('receiver', receiver),
    ...copies.flatMap((copy) => findingsOf('copy receiver', copy))
  ]
}

function findingsOf(who: string, address: Address): readonly Finding[] {
  const { organisation, service, person } = address
  const hasHerId = herIdOf(address) !== undefined && addressedLevel(address) !== organisation
  const level2Name = service?.name ?? person?.familyName
  return [
    ...nameFinding(who, address, 'AD2.3'),
    ...(hasHer(address) ? [] : [finding(`${who}: expected a HER-id of the organisation`, 'AD2.2')]),
    ...(hasHerId ? [] : [finding(`${who}: expected a HER-id of the service or person, 1 to 10 digits`, 'AD2.2')]),
    ...(level2Name?.trim() ? [] : [finding(`${who}: expected a name of the service or person`, 'AD2.3')])
  ]
}

/** In e-resept an enterprise is addressed as a whole (list 7419: 319, 68, 326). */
function enterpriseFindings(who: string, address: Address): readonly Finding[] {
  const isNested = address.service !== undefined
  return [
    ...nameFinding(who, address, 'kodeverk 7419, 319'),
    ...(herIdOf(address) === undefined ? [finding(`${who}: expected a HER-id`, 'kodeverk 7419, 68')] : []),
    ...(isNested ? [finding(`${who}: expected one level, got an organisation in it`, 'kodeverk 7419, 326')] : [])
  ]
}

const nameFinding = (who: string, { organisation }: Address, source: string) =>
  organisation.name.trim() ? [] : [finding(`${who}: expected a name of the organisation`, source)]
const hasHer = ({ organisation }: Address) =>
  organisation.idents.some(({ id, kind }) => kind === 'HER' && /^[0-9]{1,10}$/.test(id))
const finding = (text: string, source: string): Finding => ({ check: 'address', text, source })

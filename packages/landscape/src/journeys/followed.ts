/** What Reseptformidleren, Helfo and the medicines agency send because of what is sent to them, and what is sent beside the plan's rows: counted ahead by its rules. */
import type { PlannedRow } from '../books/make-report.ts'
import type { Script, Sendings, Step } from './journey.ts'
import type { Taken } from './solve.ts'

type Followed = {
  readonly type: string
  readonly meldingType: string
  readonly sender: string
  readonly receiver: string
  /** List 9040. */
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** Sendings that a script leads to. */
  countIn(script: Script): number
}

const rf = 'Reseptformidleren'
const helfo = 'Helfo'
const agency = 'the medicines agency'
const prescribers = ['101', '102', '103', '116']
const says = ({ detail = '' }: Step, word: string) => detail.split(' ').includes(word)
const isDispensing = (step: Step) => step.meldingType === 'ERM10' && !says(step, 'avbrutt')
const countOf = (script: Script, isCounted: (step: Step) => boolean) => script.filter(isCounted).length
const isOf =
  (type: string) =>
  ({ meldingType }: Step) =>
    meldingType === type
const isRecall = isOf('ERM5')
const countApplications = (script: Script) => countOf(script, isOf('ERM3'))

/** SAR R1308, ERDOK: M6 for every report of an electronic prescription, M8.1 of paper ones too, none of them for a cancellation. */
const followed: readonly Followed[] = [
  toRekvirent('M6 dispense report', 'ERM6', (script) =>
    countOf(script, (step) => isDispensing(step) && !says(step, 'papir'))
  ),
  {
    type: 'M8.1 dispense report',
    meldingType: 'ERM81',
    sender: rf,
    receiver: 'Kjernejournal',
    from: ['113'],
    to: ['113'],
    countIn: (script) => countOf(script, isDispensing)
  },
  toReseptformidleren('M5 recall', 'ERM5', prescribers),
  toRekvirent('M5.2 recall receipt', 'ERM52', (script) => countOf(script, isRecall)),
  {
    type: 'M21 dispensing asked for',
    meldingType: 'ERM21',
    sender: rf,
    receiver: 'pharmacy',
    from: ['113'],
    to: ['108'],
    countIn: (script) => countOf(script, (step) => isOf('ERM1')(step) && step.names !== undefined)
  },
  { ...toReseptformidleren('M3 exemption asked for', 'ERM3', ['108']), sender: 'pharmacy' },
  toAgency('M14 exemption applied for', 'ERM14', countApplications),
  { ...toAgency('M15 answer to it', 'ERM15', countApplications), sender: agency, receiver: rf },
  {
    ...toRekvirent('M15 answer to it, passed on', 'ERM15', (script) => 2 * countApplications(script)),
    receiver: 'rekvirent, pharmacy',
    to: [...prescribers, '108']
  },
  // Of each dispensing of what has no marketing authorisation.
  toAgency('M20 dispensed without authorisation', 'ERM20', (script) =>
    countOf(script, (step) => isDispensing(step) && says(step, 'uten-mt'))
  ),
  toReseptformidleren('M27.1 responsible for multidose', 'ERM271', [...prescribers, '108']),
  {
    ...toRekvirent('M27.2 answer to it', 'ERM272', (script) => countOf(script, isOf('ERM271'))),
    receiver: 'rekvirent, pharmacy',
    to: [...prescribers, '108']
  },
  toRekvirent('M28 another doctor', 'ERM28', countNextDoctors),
  toReseptformidleren('M25.1 medicine list', 'ERM251', prescribers),
  {
    ...toRekvirent('M25.4 medicine list', 'ERM254', (script) => countOf(script, isOf('ERM251'))),
    receiver: 'Kjernejournal',
    to: ['113']
  },
  { ...toReseptformidleren('M25.2 questions', 'ERM252', ['108']), sender: 'pharmacy' },
  toRekvirent('M25.2 questions, to the doctor', 'ERM252', (script) => countOf(script, isOf('ERM252'))),
  { ...toReseptformidleren('M25.3 packed', 'ERM253', ['108']), sender: 'pharmacy' },
  toRekvirent('M25.3 packed, to the doctor', 'ERM253', (script) => countOf(script, isOf('ERM253'))),
  { ...toReseptformidleren('M2 refund application', 'ERM2', prescribers), receiver: helfo },
  { ...toRekvirent('M12 answer to it', 'ERM12', (script) => countOf(script, isOf('ERM2'))), sender: helfo },
  toRekvirent('M7 recalled by another', 'ERM7', (script) =>
    countOf(script, (step) => isRecall(step) && step.from !== script[0]?.from)
  ),
  {
    type: 'M24.1 subscription',
    meldingType: 'ERM241',
    sender: 'fastlege',
    receiver: rf,
    from: ['103'],
    to: ['113'],
    countIn: countSubscriptions
  },
  toFastlege('M24.2 subscription answer', 'ERM242', countSubscriptions),
  toFastlege('M8 dispense report', 'ERM8', (script) =>
    countSubscriptions(script) === 0 ? 0 : countOf(script, isDispensing)
  ),
  {
    type: 'M18 settlement claim',
    meldingType: 'ERM18',
    sender: 'pharmacy',
    receiver: helfo,
    from: ['108'],
    to: ['113'],
    countIn: countClaims
  },
  fromHelfo('M22 settlement result', 'ERM22'),
  fromHelfo('M23 payment', 'ERM23')
]

function toFastlege(type: string, meldingType: string, countIn: Followed['countIn']): Followed {
  return { type, meldingType, sender: rf, receiver: 'fastlege', from: ['113'], to: ['103'], countIn }
}

/** List 9040 has the agency (SLV) and Reseptformidleren alike. */
function toAgency(type: string, meldingType: string, countIn: Followed['countIn']): Followed {
  return { type, meldingType, sender: rf, receiver: agency, from: ['113'], to: ['113'], countIn }
}

/** Each doctor who registers after another has signed off. */
function countNextDoctors(script: Script): number {
  const doctors = script.filter((step) => isOf('ERM271')(step) && step.from !== 'apotek')
  return doctors.filter((step, i) => i > 0 && !says(step, 'A') && doctors[i - 1]?.from !== step.from).length
}

function countSubscriptions(script: Script): number {
  return countOf(script, ({ meldingType }) => meldingType === 'ERM241')
}

/** One result and one payment for each claim, since all that is claimed in a replay is granted. */
function fromHelfo(type: string, meldingType: string): Followed {
  return { type, meldingType, sender: helfo, receiver: 'pharmacy', from: ['113'], to: ['108'], countIn: countClaims }
}

function countClaims(script: Script): number {
  return countOf(script, ({ meldingType }) => meldingType === 'ERM18')
}

/** What it is sent beside the plan's rows. */
function toReseptformidleren(type: string, meldingType: string, from: readonly string[]): Followed {
  const countIn = (script: Script) => countOf(script, isOf(meldingType))
  return { type, meldingType, sender: 'rekvirent', receiver: rf, from, to: ['113'], countIn }
}

function toRekvirent(type: string, meldingType: string, countIn: Followed['countIn']): Followed {
  return { type, meldingType, sender: rf, receiver: 'rekvirent', from: ['113'], to: prescribers, countIn }
}

/** Whether a type is counted here, and not by what each step sends. */
export const isFollowed = (type: string) => followed.some(({ meldingType }) => meldingType === type)

/** What of a script's counts in rows of the plan: those of the year's total that are no report of a dispensing. */
export function followedIn(script: Script, rows: readonly PlannedRow[]): Sendings {
  const sendings = new Map<PlannedRow, number>()
  for (const one of followed) {
    const [row, count] = [rowOf(one, rows), one.countIn(script)]
    if (row !== undefined && count > 0) sendings.set(row, (sendings.get(row) ?? 0) + count)
  }
  return sendings
}

const rowOf = ({ from, to, meldingType: type }: Followed, rows: readonly PlannedRow[]) =>
  rows.find((row) => from.some((sender) => to.some((receiver) => row.covers({ sender, receiver, type }))))

/** A row for each of them that there is something of, and that no row of the plan counts. */
export function followedRows(taken: readonly Taken[], rows: readonly PlannedRow[]): readonly PlannedRow[] {
  return followed.flatMap((one) => {
    const { type, meldingType, sender, receiver, from, to, countIn } = one
    if (rowOf(one, rows) !== undefined) return []
    const planned = taken.reduce((sum, { script, count }) => sum + count * countIn(script), 0)
    if (planned === 0) return []
    const covers: PlannedRow['covers'] = (flow) =>
      flow.type === meldingType && from.includes(flow.sender) && to.includes(flow.receiver)
    return [{ type, sender, receiver, status: 'D', planned, published: null, covers }]
  })
}

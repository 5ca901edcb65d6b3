/** REQ_* and SVAR_*: what is asked of a laboratory or imaging, and what it finds (HIS 80821, HIS 80822). */
import type { ContentOf } from '@budstikka/meldinger'
import type { Rng } from '../random.ts'
import { pick, whole } from '../random.ts'
import { cs } from './codes.ts'
import type { Analysis, Field } from './lab-words.ts'
import { analyses, fieldOf, findings, specimens } from './lab-words.ts'
import { dateTimeOf } from './local-time.ts'
import type { Occasion } from './occasion.ts'
import { documentIdOf, rngOfConversation } from './occasion.ts'
import { responsible } from './responsible.ts'

const dayMs = 24 * 60 * 60 * 1000

export function rekvisisjon({ conversation, meldingType, at, status }: Occasion) {
  const field = fieldOf(meldingType)
  return {
    ServReq: {
      ServType: cs('7309', status),
      IssueDate: { V: dateTimeOf(at) },
      MsgDescr: cs('8202', field),
      Id: documentIdOf(conversation, meldingType),
      ReqInvestigation: [
        {
          ServType: cs('7309', status),
          Investigation: askedOf(field, conversation).map(({ id }) => ({ Id: [id] })),
          ...(specimens[field] !== undefined && { AnalysedSubject: [sample(specimens[field], at)] })
        }
      ]
    }
  }
}

/**
 * The happening's detail is the report's status, list 7306: P preliminary, F final (the default), A supplement. It refers to the
 * requisition by its id, also where that came on paper.
 */
export function svarrapport(occasion: Occasion, rng: Rng) {
  const { conversation, meldingType, at, status, detail } = occasion
  const field = fieldOf(meldingType)
  const reportStatus = reportStatuses.find((known) => known === detail) ?? 'F'
  const requisition = documentIdOf(conversation, meldingType.replace('SVAR_', 'REQ_'))
  return {
    ServReport: {
      ServType: cs('7309', status),
      IssueDate: { V: dateTimeOf(at) },
      Status: cs('7306', reportStatus),
      MsgDescr: cs('8202', field),
      ServProvId: documentIdOf(conversation, meldingType),
      ServReq: [{ Id: requisition }],
      Patient: {
        ...(specimens[field] !== undefined && {
          AnalysedSubject: [{ ...sample(specimens[field], at - dayMs), IdByServProvider: '1' }]
        }),
        ResultItem: resultsOf(field, occasion, rng).map((result) => ({
          ...result,
          ServType: cs('7309', status === 'C' ? 'C' : 'N'),
          StatusInvestigation: cs('8245', investigationStatuses[reportStatus])
        }))
      },
      RelServProv: { Relation: cs('8254', 'AHP'), HCP: responsible(occasion, rng) }
    }
  }
}
const reportStatuses = ['P', 'F', 'A'] as const
const investigationStatuses = { P: '2', F: '3', A: '4' } as const

type Report = NonNullable<Exclude<ContentOf<'Svarrapport', '1.4'>['ServReport'], readonly unknown[]>>
type ResultItem = NonNullable<NonNullable<Report['Patient']>['ResultItem']>[number]

function resultsOf(field: Field, { conversation }: Occasion, rng: Rng): readonly ResultItem[] {
  return askedOf(field, conversation).map((analysis) => ({
    ...(analysis.normal === undefined ? words(field, rng) : number(analysis, analysis.normal, rng)),
    Investigation: [{ Id: [analysis.id] }]
  }))
}

const words = (field: Field, rng: Rng): ResultItem => ({
  TextResult: { TextResultValue: { children: [pick(rng, findings[field])] } }
})

function number({ unit = '' }: Analysis, [low, high]: readonly [number, number], rng: Rng): ResultItem {
  const value = low + (high - low) * (rng() * 1.4 - 0.2)
  const deviation = value > high ? cs('8244', '1') : value < low ? cs('8244', '2') : undefined
  return {
    NumResult: { NumResultValue: { V: Math.max(0, value).toFixed(1), U: unit } },
    RefInterval: [{ Descr: `${low} - ${high}` }],
    ...(deviation && { DevResultInd: deviation })
  }
}

/** The answer is about what was asked: both follow from the conversation. Blood is asked many things, an image one. */
function askedOf(field: Field, conversation: string): readonly Analysis[] {
  const known = analyses[field]
  const rng = rngOfConversation('prøver', conversation)
  const first = whole(rng, 0, known.length - 1)
  const isMeasured = known.every(({ normal }) => normal !== undefined)
  const count = isMeasured ? whole(rng, 3, known.length) : 1
  return Array.from({ length: count }, (_, i) => known[(first + i) % known.length] ?? pick(rng, known))
}

const sample = (Type: string, at: number) => ({ CollectedSample: { CollectedDate: { V: dateTimeOf(at) } }, Type })

/** What a check has to say of a file, and in what order the checks come. */

export const checkNames = ['gate', 'format', 'xsd', 'codes', 'ids', 'address'] as const
export type CheckName = (typeof checkNames)[number]

export type Finding = {
  readonly check: CheckName
  /** What was expected and what came; never person data. */
  readonly text: string
  /** Where the rule stands. */
  readonly source: string
}

/** What a receiver must do with the file. */
export type Answer =
  | { readonly answer: 'ok' }
  | { readonly answer: 'refuse'; readonly code: string; readonly text: string; readonly source: string }
  /** No AppRec is sent; `why` says what happens instead. */
  | { readonly answer: 'none'; readonly why: string; readonly source: string }

export type Judged = {
  readonly file: string
  /** Code of list 8279, APPREC, or '' where it cannot be read. */
  readonly type: string
  readonly format: string
  readonly findings: readonly Finding[]
  /** Checks that could not be made: nothing to check, or no --xsd. */
  readonly unchecked: readonly CheckName[]
  /** List 8112: one AppRec is due for each. */
  readonly roles: readonly string[]
  readonly answer: Answer
  /** Why `budstikka send` refuses it; absent when it is sent. */
  readonly unsendable?: { readonly reason: string; readonly source: string }
}

/** No finding, and the receiver says OK; an AppRec is never answered. */
export const isGood = ({ findings, type, answer }: Judged) =>
  findings.length === 0 && (answer.answer === 'ok' || (answer.answer === 'none' && type === 'APPREC'))

/** What a receiver answers when a melding is wrong: a value, never a throw. */

/** OID of the code list for errors in an AppRec (AppRec 1.1 §6.3). */
export const errorCodes8221 = '2.16.578.1.12.4.1.1.8221'

export type Refusal = {
  readonly type: 'refusal'
  readonly errors: readonly RefusalError[]
}
export type RefusalError = {
  /** Code, e.g. 'E36'. */
  readonly code: string
  /** The code list's OID: 8221, or the message's own list. */
  readonly codeSystem: string
  /** Norwegian display name of the code. */
  readonly name: string
  /** Free text (OT) for the sender, Norwegian. */
  readonly text?: string
  /** Where the rule stands, e.g. 'HITS 1168 §6.2'. */
  readonly source: string
}

export function isRefusal(value: object): value is Refusal {
  return 'type' in value && value.type === 'refusal'
}

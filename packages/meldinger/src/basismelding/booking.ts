/** A booked appointment, which rekvisisjon 1.5 and henvisning 1.0 could carry: with whom it is, and when. */
import { CS, TS } from '../felles/kith.ts'
import { integer, text } from '../felles/leaves.ts'
import type { Schema } from '../xml/schema.ts'
import { element, optional, recursive } from '../xml/schema.ts'
import { wholeOrNothing } from '../felles/checks.ts'

export const appointment = (namespace: string) =>
  element(namespace, { StartDateTime: TS, EndDateTime: TS, ResourceId: text, Index: integer, Service: CS })

type SubOrg = {
  readonly Name?: string | undefined
  readonly Id?: string | undefined
  readonly TypeId?: string | undefined
  readonly SubOrg?: SubOrg | undefined
}

/** A part of the organisation, which may have parts; `required` of its names are there when any is. */
export function subOrg(namespace: string, required: readonly (keyof SubOrg)[]): Schema<SubOrg> {
  const fields = { Name: optional(text), Id: optional(text), TypeId: optional(text) }
  const check = wholeOrNothing([...Object.keys(fields), 'SubOrg'], required, [])
  const SubOrg: Schema<SubOrg> = recursive<SubOrg>(
    namespace,
    true,
    () => ({ ...fields, SubOrg: optional(SubOrg) }),
    check
  )
  return SubOrg
}

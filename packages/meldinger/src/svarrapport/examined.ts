/** Who or what a svarrapport is about, with samples and results; each may hold another of its kind (a child, a part). */
import type { Edition } from '../basismelding/edition.ts'
import type { Hcp } from '../basismelding/hcp.ts'
import { inst } from '../basismelding/hcp.ts'
import type { LabParts } from '../basismelding/lab.ts'
import type { Parts } from '../basismelding/parts.ts'
import { CS } from '../felles/kith.ts'
import type { Fields, Schema, ValueOf } from '../xml/schema.ts'
import { element, many, optional, recursive } from '../xml/schema.ts'
import { analysedSubject } from './analysed-subject.ts'
import { resultItem } from './result-item.ts'

export type ReportParts = {
  readonly common: Parts
  readonly HCP: Hcp
  readonly lab: LabParts
  readonly RelServProv: ReturnType<typeof relServProv>
}
const relServProv = (namespace: string, HCP: Hcp) => element(namespace, { Role: optional(CS), Relation: CS, HCP })

export function examined(edition: Edition, given: ReportParts) {
  const { namespace } = edition
  const { common, lab } = given
  const found = {
    AnalysedSubject: many(analysedSubject(namespace, given)),
    ResultItem: many(resultItem(edition, given))
  }
  const Location = element(namespace, { ...lab.locationFields, Inst: inst(namespace, common) })
  const patientFields = {
    ...lab.patientFields,
    AdmLocation: optional(element(namespace, { ...lab.admLocationFields, Location })),
    AdditionalId: many(common.AdditionalId),
    Address: optional(common.Address),
    InfItem: many(lab.InfItem),
    ...found
  }
  return {
    Patient: nested(namespace, 'Patient', patientFields),
    Material: nested(namespace, 'Material', { ...lab.materialFields, ...found }),
    Animal: nested(namespace, 'Animal', { ...lab.animalFields, ...found })
  }
}

type Nested<F, K extends string> = ValueOf<F> & { readonly [P in K]?: Nested<F, K> | undefined }

/** An element whose last child may be one of its own name. */
function nested<F extends Fields, K extends string>(namespace: string, name: K, fields: F): Schema<Nested<F, K>> {
  const self: Schema<Nested<F, K>> = recursive<Nested<F, K>>(namespace, true, () => ({
    ...fields,
    [name]: optional(self)
  }))
  return self
}

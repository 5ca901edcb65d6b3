/** An AllergyIntolerance or Condition as personnel send it, read as critical information. */
import { problem, type Problem } from '@budstikka/service'
import { z } from 'zod'
import { type Kategori, rowOf } from '../kategorier.ts'
import { codeNamed } from '../kodeverk.ts'
import { Opplysning } from '../kritisk-informasjon.ts'
import { listSystem, misspelledListSystem, noBasis, systems } from './systems.ts'

const Concept = z.object({
  coding: z
    .array(z.object({ system: z.string().optional(), code: z.string().optional() }))
    .max(10)
    .default([]),
  text: z.string().max(1_000).optional()
})
type Concept = z.infer<typeof Concept>

/** What is read of it; what else a system sends is not kept. */
const Resource = z.object({
  resourceType: z.enum(['AllergyIntolerance', 'Condition']),
  id: z.string().optional(),
  clinicalStatus: Concept.optional(),
  verificationStatus: Concept.optional(),
  criticality: z.enum(['low', 'high', 'unable-to-assess']).optional(),
  severity: Concept.optional(),
  code: Concept,
  note: z
    .array(z.object({ text: z.string() }))
    .max(1)
    .default([]),
  reaction: z
    .array(z.object({ manifestation: z.array(Concept).length(1) }))
    .max(1)
    .default([]),
  evidence: z
    .array(z.object({ code: z.array(Concept).max(1).default([]) }))
    .max(1)
    .default([]),
  extension: z
    .array(
      z.object({
        url: z.string(),
        extension: z.array(z.object({ url: z.string(), valueCodeableConcept: Concept.optional() })).default([])
      })
    )
    .max(20)
    .default([])
})
type Resource = z.infer<typeof Resource>

/**
 * Answers a problem that says what was expected where the resource or its codes are not as the category asks. `id`: of what it is a new
 * version of, which the resource must say too (FHIR R4, http.html#update).
 */
export function readKritisk(kategori: Kategori, body: unknown, id?: string): Opplysning | Problem {
  const read = Resource.safeParse(body)
  if (!read.success) return problem(400, z.prettifyError(read.error))
  const { resource } = rowOf(kategori)
  if (read.data.resourceType !== resource) return problem(400, `expected ${resource} for ${kategori}`)
  if (id !== undefined && read.data.id !== id)
    return problem(400, 'expected the resource to have the id of the address')
  const opplysning = Opplysning.safeParse(withoutAbsent(fieldsOf(kategori, read.data)))
  return opplysning.success ? opplysning.data : problem(400, z.prettifyError(opplysning.error))
}

function fieldsOf(kategori: Kategori, resource: Resource) {
  const { list, second } = rowOf(kategori)
  const { code, note, reaction, criticality, severity, verificationStatus, clinicalStatus } = resource
  return {
    kategori,
    code: list && codeOf(code, list === 'ATC' ? systems.atc : listSystem(list)),
    second: second && codeOf(code, listSystem(second)),
    tekst: note[0]?.text ?? code.text,
    reaksjon: codeOf(reaction[0]?.manifestation[0], misspelledListSystem('7497')),
    kilde: sourceOf(resource),
    alvorlighet:
      codeOf(severity, listSystem('7520')) ?? (criticality && { high: '1', low: '2' }[criticality as string]),
    sannsynlighet: certaintyOf(verificationStatus),
    status: statusOf(verificationStatus, clinicalStatus)
  }
}

const codeOf = (concept: Concept | undefined, system: string) =>
  concept?.coding.find((coding) => coding.system === system)?.code

function sourceOf({ extension, evidence }: Resource) {
  const source = extension.find(({ url }) => url === noBasis('sourceofinformation'))?.extension
  const concept = source?.find(({ url }) => url === 'source')?.valueCodeableConcept
  return codeOf(concept, misspelledListSystem('7498')) ?? codeOf(evidence[0]?.code[0], listSystem('7498'))
}

const hasCode = (concept: Concept | undefined, code: string) =>
  concept?.coding.some((one) => one.code === code) ?? false

const certaintyOf = (verification: Concept | undefined) =>
  codeNamed('7521', verification?.text ?? '') ??
  (hasCode(verification, 'confirmed') ? '3' : hasCode(verification, 'unconfirmed') ? '1' : undefined)

function statusOf(verification: Concept | undefined, clinical: Concept | undefined) {
  if (hasCode(verification, 'refuted')) return 'refuted'
  return hasCode(clinical, 'inactive') ? 'inactive' : 'active'
}

const withoutAbsent = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

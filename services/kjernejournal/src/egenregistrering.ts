/** What a person has registered of themselves: next of kin, contacts, donor card, illnesses and needs in communication. */
import { z } from 'zod'
import { nameOf } from './kodeverk.ts'

const Text = z.string().min(1).max(500)

const Persons = z
  .array(z.strictObject({ fornavn: Text, etternavn: Text, telefon: Text.optional() }))
  .max(10)
  .optional()

export const Egenregistrering = z.strictObject({
  parorende: Persons,
  /** Others to get hold of. */
  kontakter: Persons,
  donorkort: z.boolean().optional(),
  sykdommer: z.array(Text).max(50).optional(),
  kommunikasjon: z
    .array(z.string().refine((code) => nameOf('7525', code) !== undefined, 'expected a code of list 7525'))
    .max(9)
    .optional()
})
export type Egenregistrering = z.infer<typeof Egenregistrering>

/** Whether there is anything at all. */
export const isAnything = ({ parorende, kontakter, donorkort, sykdommer, kommunikasjon }: Egenregistrering): boolean =>
  donorkort !== undefined || [parorende, kontakter, sykdommer, kommunikasjon].some((all) => (all?.length ?? 0) > 0)

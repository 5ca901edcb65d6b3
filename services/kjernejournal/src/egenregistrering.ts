/** What a person has registered of themselves: next of kin, donor card, illnesses and needs in communication. */
import { z } from 'zod'
import { nameOf } from './kodeverk.ts'

const Text = z.string().min(1).max(500)

export const Egenregistrering = z.strictObject({
  parorende: z
    .array(z.strictObject({ fornavn: Text, etternavn: Text, telefon: Text.optional() }))
    .max(10)
    .optional(),
  donorkort: z.boolean().optional(),
  sykdommer: z.array(Text).max(50).optional(),
  kommunikasjon: z
    .array(z.string().refine((code) => nameOf('7525', code) !== undefined, 'expected a code of list 7525'))
    .max(9)
    .optional()
})
export type Egenregistrering = z.infer<typeof Egenregistrering>

/** Whether there is anything at all. */
export const isAnything = ({ parorende, donorkort, sykdommer, kommunikasjon }: Egenregistrering): boolean =>
  donorkort !== undefined || [parorende, sykdommer, kommunikasjon].some((all) => (all?.length ?? 0) > 0)

/** One piece of critical information, in one of its versions. */
import { z } from 'zod'
import { type Kategori, kategoriNames, rowOf } from './kategorier.ts'
import { nameOf } from './kodeverk.ts'

const coded = (list: string) =>
  z.string().refine((code) => nameOf(list, code) !== undefined, { error: `expected a code of list ${list}` })
/** ATC of WHO, whole or a group: J01, J01CE02. Its register is not ours, so only the form is checked. */
const atc = /^[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?$/

/** What personnel say; the list of `code` follows from the category. */
export const Opplysning = z
  .strictObject({
    kategori: z.enum(kategoriNames as [Kategori, ...Kategori[]]),
    code: z.string().optional(),
    /** Beside `code`: ventilation by mask (7516). */
    second: z.string().optional(),
    tekst: z.string().min(1).max(1_000).optional(),
    /** Reaction; the profile asks for one in an AllergyIntolerance. */
    reaksjon: coded('7497').optional(),
    kilde: coded('7498').optional(),
    alvorlighet: coded('7520').optional(),
    sannsynlighet: coded('7521').optional(),
    status: z.enum(['active', 'refuted', 'inactive']).default('active')
  })
  .superRefine(({ kategori, code, second, tekst, reaksjon }, context) => {
    const row = rowOf(kategori)
    const expect = (isGood: boolean, message: string) =>
      isGood || context.addIssue({ code: 'custom', message, input: kategori })
    if (row.list === 'ATC') expect(code !== undefined && atc.test(code), 'expected an ATC code')
    else if (row.list !== undefined)
      expect(code !== undefined && nameOf(row.list, code) !== undefined, `expected a code of list ${row.list}`)
    else expect(code === undefined && tekst !== undefined, `expected text and no code for ${kategori}`)
    expect(
      second === undefined || (row.second !== undefined && nameOf(row.second, second) !== undefined),
      row.second === undefined ? `expected no second code for ${kategori}` : `expected a code of list ${row.second}`
    )
    if (row.resource === 'AllergyIntolerance') expect(reaksjon !== undefined, 'expected a reaction of list 7497')
  })
export type Opplysning = z.infer<typeof Opplysning>

export type KritiskInformasjon = Omit<Opplysning, 'status'> & {
  readonly id: string
  /** 1, 2 … */
  readonly versjon: number
  readonly status: Opplysning['status'] | 'entered-in-error'
  readonly registrert: {
    readonly at: number
    readonly hprNummer: string
    /** List 9060. */
    readonly rolle: string
    readonly organisasjonsnummer: string
    readonly organisasjon: string
  }
}

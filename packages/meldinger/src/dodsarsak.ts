/** A cause of death as a doctor reports it (dødsårsaksregisterforskriften §2-1; fields and codes of the Dødsmelding form). */
import { z } from 'zod'
import { identifyPersonNumber } from './identifiers/fodselsnummer.ts'
import { syntheticOnly } from './rules/require-synthetic.ts'
import { UtenFodselsnummer } from './uten-fodselsnummer.ts'

/** Fødselsnummer or D-nummer of a synthetic person. */
export const SyntheticNumber = z.string().refine((id) => {
  const number = identifyPersonNumber(id)
  return number?.isSynthetic === true && (number.kind === 'FNR' || number.kind === 'DNR')
}, syntheticOnly)

/** Without check digits: HPR publishes none. */
export const HprNumber = z.string().regex(/^[0-9]{7,9}$/, 'expected an HPR number of 7 to 9 digits')

const textMax = 220
const FreeText = z.string().min(1).max(textMax)
const codes = <const Codes extends readonly [string, ...string[]]>(list: string, values: Codes) =>
  z.enum(values, `expected a code of list ${list}: ${values.join(', ')}`)

/** A disease or state by ICD-10 (list 7110) or in words, never both, and how long it had been there. */
const Tilstand = z
  .strictObject({
    kode: z
      .string()
      .regex(/^[A-Z][0-9]{2}\.?[0-9A-Z]{0,2}$/, 'expected a code of ICD-10 (list 7110)')
      .optional(),
    tekst: FreeText.optional(),
    varighet: codes('99004', ['0', '1', '2', '3', '4', '5']).optional()
  })
  .refine(({ kode, tekst }) => (kode === undefined) !== (tekst === undefined), 'expected either kode or tekst')

/** From the immediate cause (A, Ia) to the underlying one (D, Id), without a gap. */
const Arsakskjede = z
  .strictObject({ A: Tilstand, B: Tilstand.optional(), C: Tilstand.optional(), D: Tilstand.optional() })
  .refine(({ B, C, D }) => (C === undefined || B !== undefined) && (D === undefined || C !== undefined), {
    error: 'expected the chain without a gap: B before C before D'
  })

/** List 1102: yes, no, not known. */
const JaNeiVetIkke = codes('1102', ['1', '2', '9'])

/**
 * Who is not resident has a cause alone, and may be a person without a Norwegian number. The form (HL7Norway/ElektroniskDodsmelding,
 * Questionnaire/1) asks for all but part II; what a doctor may leave out here is our choice.
 */
export const Dodsarsak = z
  .strictObject({
    fodselsnummer: SyntheticNumber.optional(),
    utenFodselsnummer: UtenFodselsnummer.optional(),
    dodsdato: z.iso.date(),
    /** About when on that day, by the clock where it was. */
    klokkeslett: z.iso.time().optional(),
    /** 1 hospital, 4 other institution, 5 private home, 8 elsewhere, 10 unknown: list 99003. */
    dodssted: codes('99003', ['1', '4', '5', '8', '10']),
    institusjon: FreeText.optional(),
    kommune: z
      .string()
      .regex(/^[0-9]{4}$/, 'expected a municipality number (list 3402)')
      .optional(),
    arsak: Arsakskjede,
    /** Part II: what contributed. */
    medvirkende: z.array(Tilstand).max(20).default([]),
    skade: z
      .strictObject({
        tidspunkt: z.iso.date().optional(),
        beskrivelse: FreeText,
        sted: codes('99005', ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']),
        aktivitet: codes('99006', ['0', '1', '2', '3', '4', '8', '9'])
      })
      .optional(),
    /** An operation that mattered for the death: when, about, and why and what was found. */
    operasjon: z.strictObject({ tidspunkt: z.iso.date(), beskrivelse: FreeText }).optional(),
    /** 1 natural, 2 accident, 3 suicide, 4 homicide, 9 unknown. */
    dodsmate: codes('99000', ['1', '2', '3', '4', '9']),
    obduksjon: JaNeiVetIkke.optional(),
    /** Whether the cause will be judged again. */
    revurderes: JaNeiVetIkke.optional(),
    /** Whether the death may be unnatural, of which the police is told (helsepersonelloven §36). */
    unaturlig: JaNeiVetIkke.optional(),
    lege: HprNumber,
    /** An earlier report that this one corrects or adds to, by its id; another doctor may do so. */
    gjelder: z.strictObject({ id: z.uuid(), type: z.enum(['rettelse', 'tillegg']) }).optional()
  })
  .refine(
    ({ fodselsnummer, utenFodselsnummer }) => (fodselsnummer === undefined) !== (utenFodselsnummer === undefined),
    'expected either fodselsnummer or utenFodselsnummer'
  )
export type Dodsarsak = z.infer<typeof Dodsarsak>

/** Covid-19 in ICD-10 as WHO gives it. List 7110 is not among the code lists that we have, so that this one code stands here is our choice. */
export const covid19Code = 'U07.1'

/** Whether covid-19 was among the causes, or contributed: such deaths are counted apart. */
export const isCovidDeath = ({ arsak: { A, B, C, D }, medvirkende }: Dodsarsak): boolean =>
  [A, B, C, D, ...medvirkende].some((tilstand) => tilstand?.kode?.replace('.', '') === covid19Code.replace('.', ''))

/** What Dødsårsaksregisteret answers: taken, under its reference, or rejected, and why. */
export const DodsarsakAnswer = z.union([
  z.object({ type: z.literal('mottatt'), referanse: z.string() }),
  z.object({ type: z.literal('avvist'), begrunnelse: z.string() })
])
export type DodsarsakAnswer = z.infer<typeof DodsarsakAnswer>

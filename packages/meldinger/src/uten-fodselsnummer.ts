/** A person without fødselsnummer or D-nummer (PUF), as a doctor tells of one who has died (HL7Norway/ElektroniskDodsmelding, DodsmeldingPatient). */
import { z } from 'zod'
import { personIds8116 } from './address.ts'
import { requireSynthetic, syntheticOnly } from './rules/require-synthetic.ts'

/** List 8116 but for Norway's own numbers, which the profile does not take here, those of health personnel, and Annet, which names no kind (our choice). */
const kinds = ['DKF', 'SEF', 'PNR', 'FPN', 'SSN', 'UID'] as const

const Name = z.string().trim().min(1).max(70)

export const UtenFodselsnummer = z.strictObject({
  /** The number that another country or a passport gives. */
  ident: z
    .strictObject({
      type: z.enum(kinds, `expected a code of list 8116: ${kinds.join(', ')}`),
      nummer: z.string().trim().min(1).max(40)
    })
    .refine(
      ({ type, nummer }) =>
        requireSynthetic({ idents: [{ id: nummer, kind: type, codeSystem: personIds8116 }] }) === undefined,
      syntheticOnly
    )
    .optional(),
  /** Absent where nobody knows it. */
  navn: z.strictObject({ fornavn: Name, etternavn: Name }).optional(),
  fodselsdato: z.iso.date().optional(),
  /** List 3101. */
  kjonn: z.enum(['0', '1', '2', '9'], 'expected a code of list 3101: 0, 1, 2, 9'),
  /** Where the person lived: list 9043, two letters. */
  land: z.string().regex(/^[A-Z]{2}$/, 'expected a country of list 9043, two letters'),
  /** Why the person was in Norway: list 99012, which is not published but for 4, tourist. */
  oppholdsgrunn: z
    .string()
    .regex(/^[0-9]{1,2}$/, 'expected a code of list 99012')
    .optional()
})

/** How personnel ask over HTTP: the reasons that they give, and the look-up that follows from their token. */
import { isProblem, type Problem } from '@budstikka/service'
import { z } from 'zod'
import type { Spor } from './answers.ts'
import type { Tokens } from './asker.ts'

export const fhirType = 'application/fhir+json; charset=utf-8'

/** Reason codes of the headers KJ-SAMTYKKE-*. */
export const reasons = { HPMOTTATTSAMTYKKE: 'SAMTYKKE', HPAKUTT: 'AKUTT', HPUNNTAK: 'UNNTAK' } as const
export const Reason = z.enum(['HPMOTTATTSAMTYKKE', 'HPAKUTT', 'HPUNNTAK'])

/** What opens critical information that the person has closed, and nothing else of it: consent or an emergency. */
export const Opens = { 'kj-samtykke-sperret-kritiskinfo': Reason.exclude(['HPUNNTAK']).optional() }

export function openerOf(headers: { [Name in keyof typeof Opens]?: z.infer<(typeof Opens)[Name]> }) {
  const reason = headers['kj-samtykke-sperret-kritiskinfo']
  return reason === undefined ? {} : { apner: reasons[reason], apnerDeler: ['kritisk' as const] }
}

export function sporOf(tokens: Tokens, authorization: string, about: Omit<Spor, 'av' | 'isApi'>): Spor | Problem {
  const av = tokens.personnel(authorization)
  return isProblem(av) ? av : { ...about, av, isApi: true }
}

export const asFhir = (answer: object | Problem) => (isProblem(answer) ? answer : JSON.stringify(answer))

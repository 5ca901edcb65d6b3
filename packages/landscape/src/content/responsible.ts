/** The professional who answers for a document that names parties as HCP. */
import type { Rng } from '../random.ts'
import { cs } from './codes.ts'
import type { Occasion } from './occasion.ts'
import { professional } from './professional.ts'

export function responsible(occasion: Occasion, rng: Rng) {
  const { TypeHealthcareProfessional: Type, FamilyName = '', GivenName = '', Ident } = professional(occasion, rng)
  return {
    HCProf: {
      ...(Type && { Type }),
      Name: `${GivenName} ${FamilyName}`,
      Id: Ident[0]?.Id ?? '',
      TypeId: cs('8116', 'HPR')
    }
  }
}

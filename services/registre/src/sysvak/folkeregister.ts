/** What SYSVAK reads of Folkeregisteret about a person. */
import { identifyPersonNumber } from '@budstikka/meldinger'
import type { Person as Bearer } from '@budstikka/landscape'

export type Person = {
  readonly id: string
  /** yyyy-mm-dd. */
  readonly fodselsdato: string
  /** List 3101. */
  readonly kjonn: string
  readonly fornavn: string
  readonly etternavn: string
  /** yyyy-mm-dd. */
  readonly dodsdato?: string
}

/** Undefined for a number that nobody has. */
export type Folkeregister = (id: string) => Person | undefined

/** `deathOf`: yyyy-mm-dd of those who are known to be dead. */
export function folkeregisterOf(
  person: (id: string) => Bearer,
  deathOf: (id: string) => string | undefined
): Folkeregister {
  return (id) => {
    const number = identifyPersonNumber(id)
    if (number?.isSynthetic !== true) return undefined
    const { birthDate, sex, givenName, familyName } = person(id)
    const dodsdato = deathOf(id)
    return {
      id,
      fodselsdato: birthDate,
      kjonn: sex,
      fornavn: givenName,
      etternavn: familyName,
      ...(dodsdato !== undefined && { dodsdato })
    }
  }
}

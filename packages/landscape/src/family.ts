/** The parents of a child of the synthetic Norway: they follow from the child's number, so they are the same every time. */
import { bearerOf, randomBearer } from './person-number.ts'
import { createRng, whole } from './random.ts'

export type Family = {
  /** Person numbers. */
  readonly parents: readonly string[]
  /** Whether one parent at least is registered at the child's address. */
  readonly isTogether: boolean
}

/** Our choice, all of it: no sheet says how families live. */
const [youngest, oldest] = [20, 40]
const apartShare = 0.02

/** Throws on a number that is not synthetic. */
export function familyOf(seed: string, child: string): Family {
  const rng = createRng(seed, 'family', child)
  const born = Number(bearerOf(child).birthDate.slice(0, 4)) - whole(rng, youngest, oldest)
  const parent = () => randomBearer(rng, { bornFrom: born, bornTo: born, isDNumber: false }).id
  return { parents: [parent(), parent()], isTogether: rng() >= apartShare }
}

/** Families of the synthetic Norway. */
import { birthDateOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { familyOf } from './family.ts'
import { randomBearer } from './person-number.ts'
import { createRng } from './random.ts'

const child = randomBearer(createRng('family'), { bornFrom: 2012, bornTo: 2012, isDNumber: false }).id

test('a child has the same two parents every time, of the age of parents', () => {
  const { parents } = familyOf('1', child)
  expect(familyOf('1', child).parents).toEqual(parents)
  expect(parents).toHaveLength(2)
  for (const parent of parents) expect(birthDateOf(parent)).toMatch(/^(197[2-9]|198\d|199[0-2])-/)
})

test('nearly every child lives with a parent', () => {
  const rng = createRng('families')
  const children = Array.from(
    { length: 500 },
    () => randomBearer(rng, { bornFrom: 2010, bornTo: 2018, isDNumber: false }).id
  )
  const together = children.filter((id) => familyOf('1', id).isTogether).length
  expect(together).toBeGreaterThan(470)
  expect(together).toBeLessThan(500)
})

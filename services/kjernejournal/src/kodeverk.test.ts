/** The code lists are those of the official register, where it is at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nameOf } from './kodeverk.ts'

const official = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'standards', 'kodeverk.json')
const lists = [
  '7497',
  '7498',
  '7513',
  '7514',
  '7515',
  '7516',
  '7517',
  '7518',
  '7519',
  '7520',
  '7521',
  '7522',
  '7524',
  '7525'
]

test.skipIf(!existsSync(official))('every code of our lists has its official name', () => {
  const known: Record<string, Record<string, string>> = JSON.parse(readFileSync(official, 'utf8'))
  for (const list of lists)
    for (const [code, name] of Object.entries(known[list] ?? {})) expect(nameOf(list, code), list).toBe(name)
})

test('a code that a list does not have has no name', () => {
  expect(nameOf('7519', '6')).toBeUndefined()
})

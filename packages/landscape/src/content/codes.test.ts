/** The codes that we write are those of the published lists. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { cv, knownCodes } from './codes.ts'

const kodeverk = new URL('../../../../../shared/standards/kodeverk.json', import.meta.url)
const isThere = existsSync(kodeverk)
const why = isThere ? '' : ' (skipped: the folder shared is not beside the checkout)'

test.skipIf(!isThere)(`every code and its name is as published${why}`, () => {
  const lists = z.record(z.string(), z.record(z.string(), z.string())).parse(JSON.parse(readFileSync(kodeverk, 'utf8')))
  for (const { list, code, name } of knownCodes()) expect([list, code, lists[list]?.[code]]).toEqual([list, code, name])
})

test('a code with its list has the OID of the list', () => {
  expect(cv('9121', '13')).toEqual({ V: '13', S: '2.16.578.1.12.4.1.1.9121', DN: 'Pasienten er død' })
})

test('a code that is not in the list is never written', () => {
  expect(() => cv('9121', '99')).toThrow('expected a known code of list 9121, got 99')
})

/** Codes of e-resept's own lists. */
import { expect, test } from 'vitest'
import { eReseptCs, eReseptCv, isEReseptCode } from './codes.ts'

test('a code is written with its name, and where the field asks for it with its list', () => {
  expect(eReseptCs('7408', 'U')).toEqual({ V: 'U', DN: 'Under ekspedering' })
  expect(eReseptCv('7500', '3')).toEqual({ V: '3', S: '2.16.578.1.12.4.1.1.7500', DN: 'Fornying med endring' })
})

test('a code from outside is of the list, or not', () => {
  expect(['E', 'Q', 'toString', undefined].map((code) => isEReseptCode('7408', code))).toEqual([
    true,
    false,
    false,
    false
  ])
})

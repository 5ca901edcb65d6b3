/** The table of formats, and the page that shows it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allFormats, formatOfRoot, formats, formatSentAs, typeCode } from './formats.ts'

test('every format is found by its root', () => {
  for (const format of allFormats) expect(formatOfRoot({ name: format.root, namespace: format.namespace })).toBe(format)
})

test('every format stands under its name and its version', () => {
  for (const [name, versions] of Object.entries(formats)) {
    for (const [version, format] of Object.entries(versions)) expect(format).toMatchObject({ name, version })
  }
})

test('a root in the namespace of another format is not known', () => {
  expect(
    formatOfRoot({ name: 'Pasientlogistikk', namespace: 'http://www.kith.no/xmlstds/dialog/2006-10-11' })
  ).toBeUndefined()
})

test('a type is sent in one format only', () => {
  const types = allFormats.filter(({ isSent }) => isSent).flatMap((format) => Object.keys(format.types))
  expect(new Set(types).size).toBe(types.length)
})

test('PLO is sent as 1.6, and fravær is not sent at all', () => {
  expect(formatSentAs('LOG_INNLAGT')?.version).toBe('1.6')
  expect(formatSentAs('FRAVARSMELDING')).toBeUndefined()
})

test('a type has its name, and an unknown one has none', () => {
  expect(typeCode('LOG_DOD')).toEqual({ V: 'LOG_DOD', DN: 'Orientering om dødsfall' })
  expect(typeCode('ODD')).toEqual({ V: 'ODD' })
})

test('docs/meldinger.md shows the table', () => {
  // The formatter pads tables.
  const page = readFileSync(join(import.meta.dirname, '../../../docs/meldinger.md'), 'utf8').replace(/ +/g, ' ')
  const rows = allFormats.map(({ name, root, version, types, isSent, appRec }) => {
    const payload = name === root ? root : `${name} ${root}`
    return `| ${payload} | ${version} | ${Object.keys(types).join(' ')} | ${isSent ? 'yes' : 'no'} | AppRec ${appRec} |`
  })
  expect(page.split('\n').filter((line) => line.includes('| AppRec '))).toEqual(rows)
})

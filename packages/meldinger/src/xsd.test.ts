/** The judge itself: what it says of a valid document, of an invalid one, and of one that is no XML. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sharedFiles, sharedFolder } from './shared-folder.ts'
import { openXsd } from './xsd.ts'

test.skipIf(sharedFolder === undefined)('a valid document has no faults, an invalid one is told where', () => {
  using xsd = openXsd(join(sharedFolder ?? '', 'xsd/envelope'))
  const [sample] = sharedFiles('samples/minimal/msghead-log_innlagt-1.6.xml')
  const xml = Buffer.from(sample?.bytes ?? []).toString()
  expect(xsd.validate(Buffer.from(xml))).toEqual([])
  expect(xsd.validate(Buffer.from(xml.replace('<Forsendelsesstatus', '<Status')))[0]).toMatch(/^\d+:\d+ .*Status/)
  expect(xsd.validate(Buffer.from('<a>'))).toHaveLength(1)
})

test('a folder without schemas is said to be none', () => {
  expect(() => openXsd(import.meta.dirname)).toThrow('all.xsd')
})

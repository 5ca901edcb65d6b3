/** The official acceptance cases, broken on purpose in places: read where the schemas take them, and only there. */
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { decodeMelding } from './decode.ts'
import { sharedFiles, sharedFolder } from './shared-folder.ts'
import { gate } from './xml/gate.ts'
import { openXsd } from './xsd.ts'

const cases = sharedFiles('samples/acceptance/**/*.xml')
const xsd = sharedFolder === undefined ? undefined : openXsd(join(sharedFolder, 'xsd/envelope'))
afterAll(() => xsd?.[Symbol.dispose]())

describe.skipIf(cases.length === 0).each(cases)('$name', ({ bytes }) => {
  test('is a melding when the official schemas say so, and else not', () => {
    const root = gate(bytes)
    const isMelding = !('type' in root) && decodeMelding(root).type === 'melding'
    expect(isMelding).toBe(xsd?.validate(bytes).length === 0)
  })
})

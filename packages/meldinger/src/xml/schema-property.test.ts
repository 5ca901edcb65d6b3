/** Every wire schema, both ways, on values made at random, with the official schemas as judge. */
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { appRecNamespaces, appRecSchema } from '../app-rec/schema.ts'
import { allFormats } from '../formats.ts'
import { MsgInfo, msgHead } from '../msg-head/schema.ts'
import { officialJudge } from '../official-judge.ts'
import { sharedFolder } from '../shared-folder.ts'
import { prefixesOf } from './prefixes.ts'
import { readXml } from './reader.ts'
import { valuesOf } from './schema-arbitrary.ts'
import { decode } from './schema-decode.ts'
import { encoderOf } from './schema-encode.ts'

const roots = [
  ...allFormats.map(({ name, root, version, namespace, schema }) => ({
    name: `${name} ${version}`,
    root,
    namespace,
    schema
  })),
  ...[...appRecNamespaces].map(([namespace, version]) => {
    return { name: `AppRec ${version}`, root: 'AppRec', namespace, schema: appRecSchema(namespace) }
  }),
  { name: 'MsgInfo', root: 'MsgInfo', namespace: msgHead, schema: MsgInfo }
].map((root) => ({
  ...root,
  write: encoderOf(root.schema, root.namespace, root.root, prefixesOf(root.schema, root.namespace))
}))

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())
const runs = { numRuns: 25, seed: 20260105, interruptAfterTimeLimit: 20_000 }

describe.each(roots)('$name', ({ root, namespace, schema, write }) => {
  test('reads what it writes as the value it was', { timeout: 60_000 }, () => {
    const back = (value: unknown) => {
      const node = readXml(Buffer.from(write(value)))
      expect(node).toMatchObject({ name: root, namespace })
      if (!('type' in node)) expect(decode(schema, node)).toEqual({ type: 'value', value })
    }
    fc.assert(fc.property(valuesOf(schema), back), runs)
  })

  test.skipIf(sharedFolder === undefined)('is valid by the official schema', { timeout: 60_000 }, () => {
    const isValid = (value: unknown) => {
      expect(judge.faultsIn(write(value), namespace)).toEqual([])
    }
    fc.assert(fc.property(valuesOf(schema), isValid), runs)
  })
})

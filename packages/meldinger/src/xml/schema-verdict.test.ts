/** Our decoder and the official schemas judge alike: examples with one thing changed are valid for both, or for neither. */
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Decoded } from '../decode.ts'
import { decodeMelding } from '../decode.ts'
import { MsgHead, xmldsig } from '../msg-head/schema.ts'
import { payloadRootOf } from '../msg-head/document.ts'
import { officialJudge } from '../official-judge.ts'
import { sharedFiles } from '../shared-folder.ts'
import { decode } from './schema-decode.ts'
import { gate } from './gate.ts'
import type { XmlNode } from './node.ts'
import type { Fault } from './schema-fault.ts'
import { writeXml } from './write.ts'

const samples = sharedFiles(
  'samples/official/plo/1_6/**/*_Ny.xml',
  'samples/official/plo/1_5/**/*_Ny.xml',
  'samples/minimal/*.xml',
  'samples/official/eresept/Ekspedering og utlevering/M{10,91,92}*.xml',
  'samples/official/eresept/Lege endrer*/M{1 ,5 ,251 PLL.}*.xml',
  'samples/official/eresept/Magistrell resept/*.xml'
)
const lexicalForms = [
  '',
  'x',
  'true',
  '1',
  '12',
  '-1.5',
  '1.2.3',
  '2026-02-30',
  '2026-02-28',
  '2026-01-02T24:00:01',
  '2026',
  ' 12 ',
  '1:2',
  'a:b',
  'a%zz',
  'tel: 12 34'
]

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

describe.skipIf(samples.length === 0).each(samples)('$name', ({ bytes }) => {
  test(
    'with one change is refused by the decoder when the schema refuses it, and else not',
    { timeout: 60_000 },
    () => {
      const signed = gate(bytes)
      if ('type' in signed) return expect.fail(signed.reason)
      const root = withoutSignature(signed)
      const namespace = namespaceIn(root)
      const size = elementsIn(root)
      const changes = fc.tuple(
        fc.nat(size - 1),
        fc.nat(99),
        fc.constantFrom(...lexicalForms),
        fc.constantFrom(...changeKinds)
      )
      const judgesAlike = ([at, choice, text, kind]: [number, number, string, ChangeKind]) => {
        const changed = Buffer.from(writeXml(change(root, at, (node) => changers[kind](node, choice, text))))
        const tree = gate(changed)
        const decoded = 'type' in tree ? undefined : decodeMelding(tree)
        fc.pre(decoded !== undefined && !isAboutMeaning(decoded))
        const theirs = judge.faultsIn(changed, namespace)
        // libxml2 takes any value where a reference to an attribute fixes one; XSD 1.0 §3.5.4 does not.
        const isFixedAttribute = ({ expected }: Fault) => /^@\w*komponenttype/.test(expected)
        const ours = decoded?.type === 'unreadable' ? decoded.faults : []
        fc.pre(!ours.some(isFixedAttribute))
        if (ours.length > 0 !== theirs.length > 0) expect.fail(JSON.stringify({ ours, theirs }))
      }
      return fc.assert(fc.property(changes, judgesAlike), { numRuns: 60, seed: 7 })
    }
  )
})

/** A signature is kept as it came, whatever the schemas say of it. */
function withoutSignature(root: XmlNode): XmlNode {
  const isSignature = (child: XmlNode | string) => typeof child !== 'string' && child.namespace === xmldsig
  return { ...root, children: root.children.filter((child) => !isSignature(child)) }
}

/** Of the payload, by which the official schemas are chosen; that of the root where there is none. */
function namespaceIn(root: XmlNode): string {
  const head = decode(MsgHead, root)
  return (head.type === 'value' && payloadRootOf(head.value)?.namespace) || root.namespace
}

/** What a schema cannot say: that there is a payload, and which statuses an AppRec has. */
function isAboutMeaning(decoded: Decoded): boolean {
  return decoded.type === 'unreadable' && decoded.faults.every(({ came }) => came === 'none' || came === 'another code')
}

const changers = {
  remove: (node: XmlNode, choice: number) => ({ ...node, children: node.children.toSpliced(choice % length(node), 1) }),
  repeat: (node: XmlNode, choice: number) => {
    const [one] = node.children.slice(choice % length(node))
    return one === undefined ? node : { ...node, children: node.children.toSpliced(choice % length(node), 0, one) }
  },
  swap: (node: XmlNode) => ({ ...node, children: node.children.toReversed() }),
  rename: (node: XmlNode) => ({ ...node, name: `${node.name}X` }),
  move: (node: XmlNode) => ({ ...node, namespace: 'urn:elsewhere' }),
  text: (node: XmlNode, _choice: number, text: string) => ({ ...node, children: [text] }),
  attribute: (node: XmlNode, choice: number, text: string) => {
    const names = Object.keys(node.attributes ?? {})
    const name = names[choice % Math.max(names.length, 1)] ?? 'unknown'
    return { ...node, attributes: { ...node.attributes, [name]: text } }
  }
}
type ChangeKind = keyof typeof changers
const changeKinds: ChangeKind[] = ['remove', 'repeat', 'swap', 'rename', 'move', 'text', 'attribute']

const length = (node: XmlNode) => Math.max(node.children.length, 1)

function elementsIn(node: XmlNode): number {
  return 1 + node.children.reduce((sum, child) => sum + (typeof child === 'string' ? 0 : elementsIn(child)), 0)
}

/** The tree with its element number `at`, in document order, put through `changer`. */
function change(root: XmlNode, at: number, changer: (node: XmlNode) => XmlNode): XmlNode {
  let left = at
  const visit = (node: XmlNode): XmlNode => {
    if (left-- === 0) return changer(node)
    return { ...node, children: node.children.map((child) => (typeof child === 'string' ? child : visit(child))) }
  }
  return visit(root)
}

/** What Folkeregisteret answers at once: that a message was received, with its reference, or why it was not. */
import type { XmlNode } from '../xml/node.ts'
import { isNotWellFormed } from '../xml/not-well-formed.ts'
import { gate } from '../xml/gate.ts'
import { writeXml } from '../xml/write.ts'

export type Mottatt =
  | {
      readonly type: 'mottatt'
      /** Folkeregisteret's own reference of the case. */
      readonly referanse: string
      readonly avsendersId: string
    }
  | { readonly type: 'feil'; readonly melding: string }

// The published answers show these elements and no namespace; what stands in a folkeregisterFeilmelding is our choice.
const roots = { mottatt: 'meldingMottatt', feil: 'folkeregisterFeilmelding' } as const

export function encodeMottatt(answer: Mottatt): string {
  return writeXml(
    answer.type === 'mottatt'
      ? element(roots.mottatt, [
          element('folkeregisterReferanse', [answer.referanse]),
          element('avsendersMeldingsidentifikator', [answer.avsendersId])
        ])
      : element(roots.feil, [element('feilmelding', [answer.melding])])
  )
}

/** Undefined for what is neither. */
export function decodeMottatt(bytes: Uint8Array): Mottatt | undefined {
  const root = gate(bytes)
  if (isNotWellFormed(root)) return undefined
  const melding = textIn(root, 'feilmelding')
  if (root.name === roots.feil && melding !== undefined) return { type: 'feil', melding }
  const [referanse, avsendersId] = [
    textIn(root, 'folkeregisterReferanse'),
    textIn(root, 'avsendersMeldingsidentifikator')
  ]
  if (root.name !== roots.mottatt || referanse === undefined || avsendersId === undefined) return undefined
  return { type: 'mottatt', referanse, avsendersId }
}

const element = (name: string, children: XmlNode['children']): XmlNode => ({
  name,
  namespace: '',
  attributes: undefined,
  children
})

function textIn(parent: XmlNode, name: string): string | undefined {
  const found = parent.children.find((child) => typeof child !== 'string' && child.name === name)
  return typeof found === 'object' ? found.children.filter((child) => typeof child === 'string').join('') : undefined
}

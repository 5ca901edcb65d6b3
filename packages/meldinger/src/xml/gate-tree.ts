/** Builds the tree of a document from what a parser reports, joining text that only a comment or a section parts. */
import type { XmlNode } from './node.ts'

type Open = {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>> | undefined
  readonly children: (XmlNode | string)[]
}

export type Tree = {
  readonly open: (element: Omit<Open, 'children'>) => void
  readonly text: (text: string) => void
  readonly close: () => void
  /** How many elements are open. */
  readonly depth: () => number
  readonly root: () => XmlNode | undefined
}

export function growTree(): Tree {
  const opened: Open[] = []
  let pending = ''
  let root: Open | undefined

  function endText(): void {
    if (pending !== '') opened.at(-1)?.children.push(pending)
    pending = ''
  }

  return {
    open: (element) => {
      endText()
      const node = { ...element, children: [] }
      opened.at(-1)?.children.push(node)
      root ??= node
      opened.push(node)
    },
    text: (text) => {
      if (opened.length > 0) pending += text
    },
    close: () => {
      endText()
      opened.pop()
    },
    depth: () => opened.length,
    root: () => root
  }
}

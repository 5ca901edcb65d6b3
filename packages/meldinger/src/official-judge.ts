/** The official schemas as tests ask them: each document by the set of schemas that has its payload. */
// A door of its own (@budstikka/meldinger/official), for the tests of those who send.
import { join } from 'node:path'
import { sharedFolder } from './shared-folder.ts'
import type { Xsd } from './xsd.ts'
import { openXsd } from './xsd.ts'

export type OfficialJudge = Disposable & {
  /** False where the folder `shared` is missing: then there is nothing to judge by, and a line has said so. */
  readonly isThere: boolean
  /** What is wrong with a document whose payload stands in `namespace`; nothing where the folder `shared` is missing. */
  faultsIn(document: string | Uint8Array, namespace: string): string[]
}

/** Opens a set of schemas when it is first needed. */
export function officialJudge(): OfficialJudge {
  const opened = new Map<string, Xsd>()
  const openedOf = (path: string) => {
    const xsd = opened.get(path) ?? openXsd(join(sharedFolder ?? '', path))
    opened.set(path, xsd)
    return xsd
  }
  return {
    isThere: sharedFolder !== undefined,
    faultsIn: (document, namespace) =>
      sharedFolder === undefined ? [] : openedOf(schemasOf(namespace)).validate(Buffer.from(document)),
    [Symbol.dispose]: () => {
      for (const xsd of opened.values()) xsd[Symbol.dispose]()
    }
  }
}

function schemasOf(namespace: string): string {
  if (namespace.includes('/eresept/')) return 'xsd/national/_validate/eresept-all.xsd'
  return namespace.includes('/sysvak') ? 'xsd/national/_validate/sysvak-all.xsd' : 'xsd/envelope'
}

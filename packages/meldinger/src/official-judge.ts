/** The official schemas as tests ask them: each document by the set of schemas that has its payload. */
// A door of its own (@budstikka/meldinger/official), for the tests of those who send.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
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
  const opened = new Map<SchemaSet, Xsd>()
  const openedOf = (set: SchemaSet) => {
    const xsd = opened.get(set) ?? openSet(set)
    opened.set(set, xsd)
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

const inShared = (path: string) => join(sharedFolder ?? '', path)

const eresept = 'xsd/national/_validate/eresept-all.xsd'
const sysvak = 'xsd/national/_validate/sysvak-all.xsd'
type SchemaSet = typeof eresept | typeof sysvak | 'envelope' | 'nav and helfo'

function schemasOf(namespace: string): SchemaSet {
  if (namespace.includes('/eresept/')) return eresept
  if (namespace.includes('/sysvak')) return sysvak
  return namespace in navAndHelfo ? 'nav and helfo' : 'envelope'
}

/** Schemas of which there is no file that imports them all, by namespace; MsgHead first, since they share what it imports. */
const navAndHelfo: Readonly<Record<string, string>> = {
  'http://www.kith.no/xmlstds/HelseOpplysningerArbeidsuforhet/2013-10-01':
    'nav-syfo/sm2013/src/main/xsd/HelseOpplysningerArbeidsuforhet_2013-10-01.xsd',
  'http://www.kith.no/xmlstds/legeerklaring/2008-06-06':
    'nav-syfo/legeerklaering/src/main/xsd/NAV-Legeerklaring-2008-06-06.xsd',
  'http://www.kith.no/xmlstds/nav/egenandel/2016-06-10': 'HELFO/NAV-Egenandel-2016-06-10.xsd',
  'http://www.kith.no/xmlstds/nav/egenandelmengde/2016-06-10': 'HELFO/NAV-EgenandelMengde-2016-06-10.xsd',
  'http://www.kith.no/xmlstds/nav/fastlege/2010-02-01': 'HELFOPasientensFastlege/NAV-Fastlege-2010-02-01.xsd',
  'http://www.kith.no/xmlstds/bkm/2006-12-20': 'Behandlerkravmelding/Behandlerkrav.xsd'
}

function openSet(set: SchemaSet): Xsd {
  switch (set) {
    case 'envelope':
      // What stands beside a dialogue with a citizen is not among what it imports.
      return openTogether(
        importOf('urn:research:all', 'xsd/envelope/all.xsd') +
          importOf('urn:ietf:params:xml:ns:icalendar-2.0', 'xsd/envelope/iCalendar.xsd')
      )
    case 'nav and helfo':
      return openTogether(
        importOf('http://www.kith.no/xmlstds/msghead/2006-05-24', 'xsd/envelope/MsgHead-v1_2.xsd') +
          Object.entries(navAndHelfo)
            .map(([namespace, path]) => importOf(namespace, `xsd/national/${path}`))
            .join('')
      )
    case eresept:
    case sysvak:
      return openXsd(inShared(set))
  }
}

const urlOf = (path: string) => pathToFileURL(inShared(path)).href
const importOf = (namespace: string, path: string) =>
  `<xs:import namespace="${namespace}" schemaLocation="${urlOf(path)}"/>`

function openTogether(parts: string): Xsd {
  const folder = mkdtempSync(join(tmpdir(), 'budstikka-xsd-'))
  try {
    const all = join(folder, 'all.xsd')
    writeFileSync(all, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${parts}</xs:schema>`)
    return openXsd(all)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

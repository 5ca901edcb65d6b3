/** The official schemas as a judge: what Budstikka sends is valid by them, in tests and in `budstikka validate`. */
// A door of its own (@budstikka/meldinger/xsd): libxml2 is 10 MB of memory, and no service judges by schemas.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ParseOption, XmlDocument, XmlLibError, xmlRegisterInputProvider, XsdValidator } from 'libxml2-wasm'
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

export type Xsd = Disposable & {
  /** What is wrong with a document by the schemas, one line a fault; none when it is valid. */
  validate(bytes: Uint8Array): string[]
}

/**
 * Opens a schema that imports all others, and compiles them once (some 100 ms): a file, or a folder whose `all.xsd` it is.
 * A `catalog.xml` beside it (OASIS XML Catalogs) says which files stand for addresses on the network; nothing is fetched.
 * Throws when a schema cannot be read. Dispose it, since libxml2 keeps memory of its own.
 */
export function openXsd(from: string): Xsd {
  const path = from.endsWith('.xsd') ? from : join(from, 'all.xsd')
  readCatalog(join(dirname(path), 'catalog.xml'))
  const source = XmlDocument.fromBuffer(readFileSync(path), { url: pathToFileURL(path).href })
  try {
    const validator = XsdValidator.fromDoc(source)
    return { validate: (bytes) => validate(validator, bytes), [Symbol.dispose]: () => validator.dispose() }
  } catch (cause) {
    throw new Error(`expected XML schemas in ${from}`, { cause })
  } finally {
    source.dispose()
  }
}

/** Files by the address that stands for them. libxml2 has one table of readers for the whole process. */
const catalog = new Map<string, string>()
const fileOf = (address: string) => catalog.get(address) ?? address
xmlRegisterInputProvider({
  ...fsInputProviders,
  match: (address) => fsInputProviders.match(fileOf(address)),
  open: (address) => fsInputProviders.open(fileOf(address))
})

function readCatalog(path: string): void {
  if (!existsSync(path)) return
  const entries = readFileSync(path, 'utf8').matchAll(/<(?:uri name|system systemId)="([^"]*)" uri="([^"]*)"/g)
  for (const [, address = '', file = ''] of entries) catalog.set(address, join(dirname(path), file))
}

function validate(validator: XsdValidator, bytes: Uint8Array): string[] {
  let document: XmlDocument | undefined
  try {
    document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_HUGE })
    validator.validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlLibError) return linesOf(error)
    throw error
  } finally {
    document?.dispose()
  }
}

function linesOf({ details, message }: XmlLibError): string[] {
  const lines = details.map((detail) => `${detail.line}:${detail.col} ${detail.message.trim()}`)
  return lines.length > 0 ? lines : [message]
}

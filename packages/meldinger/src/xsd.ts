/** The official schemas as a judge: what Budstikka sends is valid by them, in tests and in `budstikka validate`. */
// A door of its own (@budstikka/meldinger/xsd): libxml2 is 10 MB of memory, and no service judges by schemas.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ParseOption, XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

export type Xsd = Disposable & {
  /** What is wrong with a document by the schemas, one line a fault; none when it is valid. */
  validate(bytes: Uint8Array): string[]
}

/**
 * Opens a folder of XSDs whose `all.xsd` imports all of them, and compiles them once (some 100 ms).
 * Throws when the folder or a schema cannot be read. Dispose it, since libxml2 keeps memory of its own.
 */
export function openXsd(dir: string): Xsd {
  xmlRegisterFsInputProviders()
  const path = join(dir, 'all.xsd')
  const source = XmlDocument.fromBuffer(readFileSync(path), { url: pathToFileURL(path).href })
  try {
    const validator = XsdValidator.fromDoc(source)
    return { validate: (bytes) => validate(validator, bytes), [Symbol.dispose]: () => validator.dispose() }
  } catch (cause) {
    throw new Error(`expected XML schemas in ${dir}`, { cause })
  } finally {
    source.dispose()
  }
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

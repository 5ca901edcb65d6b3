/** THE table of payloads: to add a melding, make a folder with its schema and a line here. */
import type { Format } from './format.ts'
import { plo } from './format.ts'
import { pasientlogistikk } from './plo/pasientlogistikk/schema.ts'
import type { Infer } from './xml/schema.ts'

export const formats = {
  Pasientlogistikk: plo('Pasientlogistikk', pasientlogistikk, {
    LOG_INNLAGT: 'Melding om innlagt pasient',
    LOG_UTSKRIVNINGSKLAR: 'Melding om utskrivningsklar pasient',
    LOG_AVMELDING: 'Avmelding av utskrivningsklar pasient',
    LOG_UTSKREVET: 'Melding om utskrevet pasient',
    LOG_DOD: 'Orientering om dødsfall'
  })
}

export type FormatName = keyof typeof formats
export type VersionOf<F extends FormatName> = keyof (typeof formats)[F] & string
export type ContentOf<F extends FormatName, V extends VersionOf<F> = VersionOf<F>> = (typeof formats)[F][V] extends {
  readonly schema: infer S
}
  ? Infer<S>
  : never

/** Every format of every version, in the order of the table. */
export const allFormats: readonly Format[] = Object.values(formats).flatMap((versions): Format[] =>
  Object.values(versions)
)

const byRoot = new Map(allFormats.map((format) => [`${format.namespace} ${format.root}`, format]))
const byName = new Map(allFormats.map((format) => [`${format.root} ${format.version}`, format]))
const sentByType = new Map(
  allFormats
    .filter((format) => format.isSent)
    .flatMap((format) => Object.keys(format.types).map((type) => [type, format]))
)
const typeNames = new Map([
  ['APPREC', 'Applikasjonskvittering'],
  ...allFormats.flatMap(({ types }) => Object.entries(types))
])

/** The format of a root element as it came; undefined for one that is not supported (T10). */
export function formatOfRoot(root: { readonly name: string; readonly namespace: string }): Format | undefined {
  return byRoot.get(`${root.namespace} ${root.name}`)
}

export function formatNamed(name: string, version: string): Format | undefined {
  return byName.get(`${name} ${version}`)
}

/** The format in which a type (list 8279) is sent; undefined for a type that is not sent. */
export function formatSentAs(type: string): Format | undefined {
  return sentByType.get(type)
}

/** A type (list 8279) with its display name, where it is one of ours. */
export function typeCode(type: string): { readonly V: string; readonly DN?: string } {
  const name = typeNames.get(type)
  return name === undefined ? { V: type } : { V: type, DN: name }
}

/** Names as they stand in what we write: with the prefix of their namespace. */
import assert from 'node:assert/strict'

/** Prefixes by namespace; '' is the default namespace. Every namespace the schema can reach is in it. */
export type Prefixes = ReadonlyMap<string, string>

export function tagOf(namespace: string, name: string, prefixes: Prefixes): string {
  const prefix = prefixes.get(namespace)
  assert(prefix !== undefined, `a prefix for ${namespace}`)
  return prefix === '' ? name : `${prefix}:${name}`
}

/** @param name as it stands on an XmlNode: `{uri}local` for one in a namespace */
export function attributeTagOf(name: string, prefixes: Prefixes): string {
  const parts = /^\{(.*)\}(.*)$/.exec(name)
  return parts === null ? name : tagOf(parts[1] ?? '', parts[2] ?? '', prefixes)
}

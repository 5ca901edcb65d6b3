/** Shared parts of a standard that has several versions, made once for each. */

/** All messages of one version hold the very same schemas, which are compiled once. */
export function oncePer<V, T>(make: (version: V) => T): (version: V) => T {
  const made = new Map<V, T>()
  return (version) => {
    const parts = made.get(version) ?? make(version)
    made.set(version, parts)
    return parts
  }
}

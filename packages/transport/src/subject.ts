/** Matching a subject against a filter, as NATS does: `*` is one token, `>` the rest. */

export function matchesSubject(filter: string, subject: string): boolean {
  const wanted = filter.split('.')
  const tokens = subject.split('.')
  for (const [index, token] of wanted.entries()) {
    if (token === '>') return tokens.length > index
    if (index >= tokens.length || (token !== '*' && token !== tokens[index])) return false
  }
  return tokens.length === wanted.length
}

/** True when one of them matches; remembers the answer a subject, since a stream has few. */
export function subjectFilter(filters: readonly string[]): (subject: string) => boolean {
  const known = new Map<string, boolean>()
  return (subject) => {
    const before = known.get(subject)
    if (before !== undefined) return before
    const answer = filters.some((filter) => matchesSubject(filter, subject))
    if (known.size < 100_000) known.set(subject, answer)
    return answer
  }
}

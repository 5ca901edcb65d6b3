/** A bar for claims that count for themselves: drawn on a terminal, a line now and then elsewhere. */

const cells = 30
const everyMs = { drawn: 100, said: 5_000 } as const

/** `at` of `total`; the last call, with all of them, ends it. */
export function bar(what: string, total: number): (at: number) => void {
  const { stderr } = process
  let shownAt = 0
  return (at) => {
    const now = performance.now()
    const isDone = at >= total
    if (!isDone && now - shownAt < (stderr.isTTY ? everyMs.drawn : everyMs.said)) return
    shownAt = now
    const full = Math.round((cells * Math.min(at, total)) / total)
    if (!stderr.isTTY) stderr.write(`${what}: ${at} of ${total}\n`)
    else stderr.write(`\r${what}  [${'█'.repeat(full)}${' '.repeat(cells - full)}] ${at}/${total}${isDone ? '\n' : ''}`)
  }
}

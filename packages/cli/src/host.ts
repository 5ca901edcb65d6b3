/** What a process is to a command; only main.ts names the real one. */

export type Host = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: { write(text: string): unknown }
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean }
  readonly pid: number
  /** The Node that runs this. */
  readonly execPath: string
  /** Whether a process of this machine is alive. */
  isAlive(pid: number): boolean
  /** Aborted by Ctrl-C and by whoever stops the process. */
  readonly signal: AbortSignal
}

/** 0 good, 1 the answer is no, 2 wrong usage or it could not be done. */
export type ExitCode = 0 | 1 | 2

/** It could not be done; the message says what was expected, what came, and what to do. */
export class CannotError extends Error {
  override name = 'CannotError'
}

export const line = (host: Pick<Host, 'stdout'>, text = '') => void host.stdout.write(`${text}\n`)
/** For people alone: what a program reads goes to standard output. */
export const tell = (host: Pick<Host, 'stderr'>, text: string) => void host.stderr.write(`budstikka: ${text}\n`)
export const json = (host: Pick<Host, 'stdout'>, value: unknown) => line(host, JSON.stringify(value, null, 2))

/** It could not be done, or the answer is no: a sentence for people, and for a program one JSON document with `error` in it. */
export function tellWhy(
  host: Pick<Host, 'stdout' | 'stderr'>,
  isJson: boolean | undefined,
  error: string,
  more: object = {}
) {
  if (isJson) json(host, { ...more, error })
  else tell(host, error)
}

/** An error with its causes in one line. */
export function inWords(error: unknown): string {
  const parts: string[] = []
  for (let at = error; at instanceof Error && parts.length < 8; at = at.cause) parts.push(at.message)
  return parts.length === 0 ? String(error) : parts.join(': ')
}

/** Runs a program to its end, for the tests of what is deployed. */
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

export type RunOptions = {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  /** Standard input. */
  readonly input?: string
  /** Whether an exit code other than 0 is an answer too. */
  readonly mayFail?: boolean
}
export type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** Throws with the end of what it wrote when it fails, and with the reason when there is no such program. */
export async function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { cwd, env, input = '', mayFail = false } = options
  const child = spawn(program, args, { ...(cwd !== undefined && { cwd }), env: { ...process.env, ...env } })
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? -1))
  })
  child.stdin.on('error', () => undefined).end(input)
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  if (code !== 0 && !mayFail)
    throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${`${out}\n${err}`.trim().slice(-2_000)}`)
  return { code, out, err }
}

/** Undefined when there is no such program on PATH. */
export async function programPath(name: string): Promise<string | undefined> {
  const { out } = await run('sh', ['-c', `command -v ${name}`], { mayFail: true })
  return out.trim() || undefined
}

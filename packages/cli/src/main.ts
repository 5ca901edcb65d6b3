/** The process of the command line: arguments in, exit code out. */
import { run } from './program.ts'

const stopping = new AbortController()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stopping.abort())

// Whoever reads our output may have seen enough (`budstikka flyt --csv | head`): that is a good end. A world is stopped in order.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  if (process.argv[2] === 'start') stopping.abort()
  else process.exit(0)
})

const { env, stdin, stdout, stderr, pid, execPath } = process
const host = { env, stdin, stdout, stderr, pid, execPath, isAlive, signal: stopping.signal }
process.exitCode = await run(process.argv.slice(2), host)

function isAlive(other: number): boolean {
  try {
    return process.kill(other, 0)
  } catch (error) {
    // Somebody else's process is alive too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

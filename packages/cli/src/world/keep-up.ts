/** Keeps one process of the world up: started again when it has died, later each time, and given up when it dies too often. */
import { setTimeout as wait } from 'node:timers/promises'

export type KeptUp = {
  readonly name: string
  readonly logFile: string
  /** Told when it died and is started again, or is given up. */
  tell(text: string): void
  /** Starts it, and resolves when it has ended: with how, in words. */
  run(): Promise<string>
}

// Our choices. A process that lives for a minute has recovered, and begins to count anew.
const backOffMs = [200, 1_000, 5_000, 10_000, 20_000] as const
const recoveredMs = 60_000

/** Resolves when `signal` is aborted and the process has ended; throws when it is given up. */
export async function keepUp({ name, logFile, tell, run }: KeptUp, signal: AbortSignal): Promise<void> {
  let deaths = 0
  while (!signal.aborted) {
    const startedAt = Date.now()
    const end = await run()
    if (signal.aborted) return
    deaths = Date.now() - startedAt > recoveredMs ? 1 : deaths + 1
    const delayMs = backOffMs[deaths - 1]
    if (delayMs === undefined) {
      const text = `${name} ended ${deaths} times (${end}) and is given up; its log is ${logFile}`
      tell(text)
      throw new Error(text)
    }
    tell(`${name} ended (${end}), starting it again in ${delayMs} ms; its log is ${logFile}`)
    await wait(delayMs, undefined, { signal }).catch(() => undefined)
  }
}

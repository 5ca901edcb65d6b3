/** Runs a service on JetStream and SQLite: opens its ports, starts it, and closes what was opened in the other order. */
import type { z } from 'zod'
import type { ServiceConfig } from './config.ts'
import { openPorts } from './open-ports.ts'
import { type Host, runService, type Running } from './run.ts'
import type { Ports } from './start-definition.ts'

/** Exit codes: see runService. */
export async function runOnPorts<Config extends ServiceConfig>(options: {
  readonly host: Host
  readonly name: string
  readonly schema: z.ZodType<Config>
  start(config: Config, ports: Ports, signal: AbortSignal): Promise<Running>
}): Promise<void> {
  const { host, name, schema } = options
  await runService({
    host,
    name,
    schema,
    async start(config, signal, log) {
      await using closing = new AsyncDisposableStack()
      const { bus, store } = closing.use(await openPorts(name, config))
      const running = closing.use(await options.start(config, { bus, store, log }, signal))
      const open = closing.move()
      return { ...running, [Symbol.asyncDispose]: () => open.disposeAsync() }
    }
  })
}

/** Runs a defined service on JetStream and SQLite: all that its main.ts need say is who it is. */
import type { z } from 'zod'
import type { ServiceConfig } from './config.ts'
import type { ServiceDefinition } from './definition.ts'
import { openPorts } from './open-ports.ts'
import { type Host, runService } from './run.ts'
import { startDefinition } from './start-definition.ts'

/** Exit codes: see runService. */
export async function runDefinition<State, Config extends ServiceConfig>(options: {
  readonly host: Host
  readonly name: string
  readonly schema: z.ZodType<Config>
  define(config: Config): ServiceDefinition<State>
}): Promise<void> {
  const { host, name, schema, define } = options
  await runService({
    host,
    name,
    schema,
    async start(config, signal, log) {
      await using closing = new AsyncDisposableStack()
      const ports = closing.use(await openPorts(name, config))
      const running = closing.use(await startDefinition(define(config), config, { ...ports, log }, signal))
      const open = closing.move()
      return { ...running, [Symbol.asyncDispose]: () => open.disposeAsync() }
    }
  })
}

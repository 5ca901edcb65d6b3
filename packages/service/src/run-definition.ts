/** Runs a defined service on JetStream and SQLite: all that its main.ts need say is who it is. */
import type { z } from 'zod'
import type { ServiceConfig } from './config.ts'
import type { ServiceDefinition } from './definition.ts'
import type { Host } from './run.ts'
import { runOnPorts } from './run-on-ports.ts'
import { startDefinition } from './start-definition.ts'

/** Exit codes: see runService. */
export async function runDefinition<State, Config extends ServiceConfig>(options: {
  readonly host: Host
  readonly name: string
  readonly schema: z.ZodType<Config>
  define(config: Config): ServiceDefinition<State>
}): Promise<void> {
  await runOnPorts({
    ...options,
    start: (config, ports, signal) => startDefinition(options.define(config), config, ports, signal)
  })
}

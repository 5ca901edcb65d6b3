/** The part of the environment that every service reads, and how it is read: once, checked, frozen. */
import { z } from 'zod'

/** 'nats://a:4222,nats://b:4222' in the environment, a list inside. */
const ServerList = z.codec(z.string(), z.array(z.string().regex(/^(nats|tls|wss?):\/\/\S+$|^[^\s/]+$/)).min(1), {
  decode: (text) => text.split(',').map((server) => server.trim()),
  encode: (servers) => servers.join(',')
})

/** '{"municipalities":10}' in the environment; the landscape knows the names, and what is not given is as the year has it. */
const LandscapeSize = z.codec(z.string(), z.record(z.string(), z.int().positive()), {
  decode: (text, context) => {
    try {
      return JSON.parse(text)
    } catch {
      context.issues.push({ code: 'custom', input: text, message: 'expected JSON' })
      return z.NEVER
    }
  },
  encode: (size) => JSON.stringify(size)
})

/** Extend it with `ServiceConfig.extend({ … })`; names as in the environment. Defaults are our choice. */
export const ServiceConfig = z.object({
  NATS_SERVERS: ServerList.default(['nats://127.0.0.1:4222']).describe('NATS servers, separated by commas'),
  NATS_NKEY_FILE: z.string().optional().describe('file with the nkey seed that the service signs in with'),
  NATS_CA_FILE: z.string().optional().describe('certificate that the server must show; connects by TLS'),
  DATA_DIR: z.string().default('.data').describe('folder of the SQLite files'),
  HTTP_HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  HTTP_PORT: z.coerce.number().int().min(0).max(65_535).default(0).describe('0: the system chooses a free port'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('debug shows every verdict'),
  PROFILE: z
    .enum(['bulk', 'durable'])
    .default('durable')
    .describe('durable: every message is on disk before it is acknowledged; bulk: for the replay of a year'),
  PACK_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('meldinger that may leave in one NATS message; without it 64 in bulk and 1 in durable'),
  TRACE_SAMPLE_RATIO: z.coerce.number().min(0).max(1).default(0.01).describe('share of messages that are traced'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional().describe('base address of an OTLP/HTTP collector; no traces without'),
  LANDSCAPE_YEAR: z.coerce.number().int().min(2018).max(2023).default(2023).describe('year that is played'),
  LANDSCAPE_SEED: z.string().min(1).default('1').describe('the same seed gives the same Norway'),
  LANDSCAPE_SIZE: LandscapeSize.default({}).describe('a smaller Norway, as JSON: {"municipalities":10}'),
  REFUSES_UNKNOWN_SERVICE: z
    .stringbool()
    .default(false)
    .describe('answer E21 when the addressed party is not in the register (HITS 1168 §6.2: the customer chooses)'),
  STOP_WITH_STDIN: z
    .stringbool()
    .default(false)
    .describe('stop when standard input ends: whoever started the service is gone'),
  REPLICA: z.coerce.number().int().min(0).default(0).describe('which of the replicas this is, from 0'),
  REPLICAS: z.coerce.number().int().min(1).max(64).default(1).describe('how many share the 64 partitions')
})
export type ServiceConfig = z.infer<typeof ServiceConfig>

/** The environment is not as the schema says; the message tells which variable, what was expected and what came. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * Reads the environment once. An empty variable counts as one that is not set, as compose files hand them on.
 * Throws ConfigError with the text of z.prettifyError; the answer is frozen.
 */
export function readConfig<Config extends ServiceConfig>(
  schema: z.ZodType<Config>,
  env: Readonly<Record<string, string | undefined>>
): Readonly<Config> {
  const isReplicaKnown = (config: Config) => config.REPLICA < config.REPLICAS
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = schema
    .refine(isReplicaKnown, { path: ['REPLICA'], error: 'expected a number from 0, smaller than REPLICAS' })
    .safeParse(given)
  if (!read.success) throw new ConfigError(z.prettifyError(read.error))
  return Object.freeze(read.data)
}

/** The log: one JSON line a verdict, and never a body, a name or a person number. */
import pino from 'pino'
import type { Verdict, VerdictName } from './verdict.ts'

/** Fields of a line: values one has chosen for the log, never an object as it came. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>

export type Log = {
  /** `traceId`: the trace that it is in, where it is in one. */
  verdict(verdict: Verdict, traceId?: string): void
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}

export type LogOptions = {
  readonly service: string
  readonly level: string
  /** Where the lines go; standard output when absent. */
  readonly to?: { write(line: string): void }
}

/** What went well is logged at debug, so that the replay of a million does not write a million lines (our choice). */
const levelOf = {
  accepted: 'debug',
  receipt: 'debug',
  event: 'debug',
  duplicate: 'debug',
  refused: 'info',
  overdue: 'warn',
  'unknown-receipt': 'warn',
  dead: 'error'
} as const satisfies Record<VerdictName, string>

export function createLog(options: LogOptions): Log {
  const logger = pino(
    {
      level: options.level,
      base: { service: options.service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) }
    },
    options.to ?? pino.destination({ fd: 1, sync: true })
  )
  return {
    verdict({ subject, id, attempt, verdict, reason }, traceId) {
      const level = levelOf[verdict]
      if (logger.isLevelEnabled(level))
        logger[level]({ subject, id, attempt, verdict, reason, trace_id: traceId }, verdict)
    },
    debug: (message, fields = {}) => logger.debug(fields, message),
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message)
  }
}

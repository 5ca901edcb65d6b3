/** Look-ups as fast as they are answered, beside what NATS carries of bare questions and answers of the same size. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { World } from '@budstikka/cli'
import { percent, quantile, type Row } from '../measure/claim.ts'
import { type AskMany, type Asked, askMany } from './ask-many.ts'

type FloorWorld = { readonly world: World; /** Of an answer. */ readonly bytes: number }

/** As fast as they are answered. */
export const askFloor = (
  { world, bytes, ...many }: Omit<AskMany, 'subject' | 'what'> & FloorWorld,
  signal: AbortSignal
): Promise<Asked> =>
  withEcho({ world, bytes }, (subject) => askMany({ ...many, subject, what: 'floor' }, signal), signal)

/** Resolves with what `work` does while bare questions on `subject` are answered. */
export async function withEcho<Answer>(
  { world, bytes }: FloorWorld,
  work: (subject: string) => Promise<Answer>,
  signal: AbortSignal
): Promise<Answer> {
  const echo = fork(join(import.meta.dirname, '..', 'floor', 'echo.ts'), [world.natsUrl, String(bytes)])
  try {
    await once(echo, 'message', { signal })
    return await work('floor.echo')
  } finally {
    echo.kill()
  }
}

/** One of `all` is the floor. */
export function figuresOf(all: Readonly<Record<string, Asked>>, floor: Asked) {
  const figures = Object.entries(all).map(([name, { perSecond, bytes, failed, delays }]) => ({
    name,
    perSecond,
    bytes,
    failed,
    delay50: quantile(delays, 0.5),
    delay99: quantile(delays, 0.99)
  }))
  const rows: Row[] = [
    ['question', 'answers/s', 'of the floor', 'ms, median', '99 of 100', 'without an answer'],
    ...figures.map(({ name, perSecond, delay50, delay99, failed }): Row => {
      return [name, perSecond, percent(perSecond / floor.perSecond), delay50, delay99, failed]
    })
  ]
  return { figures, rows }
}

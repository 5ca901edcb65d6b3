/** Dead letters as values, and the file that keeps those which have left the stream: one JSON line a letter. */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { InMessage } from '@budstikka/transport'
import { z } from 'zod'
import { headerNames } from './subjects.ts'

export const DeadLetter = z.object({
  /** Position in DEAD: by this number it is asked for. */
  position: z.int().positive(),
  /** Real time when it died, milliseconds since 1970. */
  storedAt: z.int(),
  service: z.string(),
  reason: z.string(),
  /** Transport id and subject of the message that died. */
  originalId: z.string(),
  originalSubject: z.string(),
  msgId: z.string().optional(),
  /** Application time of the message that died, milliseconds since 1970 in simulated time. */
  time: z.string().optional(),
  traceparent: z.string().optional(),
  /** As it came, in base64; '' where there was none. */
  body: z.base64()
})
export type DeadLetter = z.infer<typeof DeadLetter>

export function readLetter({ subject, position, storedAt, body, header }: InMessage): DeadLetter {
  const [msgId, time, traceparent] = [headerNames.msgId, headerNames.time, headerNames.traceparent].map(header)
  return {
    position,
    storedAt,
    service: subject.slice('dead.'.length),
    reason: header(headerNames.reason) ?? '',
    originalId: header(headerNames.originalId) ?? '',
    originalSubject: header(headerNames.originalSubject) ?? '',
    ...(msgId !== undefined && { msgId }),
    ...(time !== undefined && { time }),
    ...(traceparent !== undefined && { traceparent }),
    body: Buffer.from(body).toString('base64')
  }
}

/** Resolves when the letters are on disk. Only its owner may read the file: it holds bodies. */
export function appendLetters(path: string, letters: readonly DeadLetter[]): void {
  const file = openSync(path, 'a', 0o600)
  try {
    writeSync(file, letters.map((letter) => `${JSON.stringify(letter)}\n`).join(''))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** By position; a letter that a crash let be written twice comes once. Throws on what is no such file. */
export function readDeadFile(path: string): readonly DeadLetter[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  const letters = lines.map((line) => DeadLetter.parse(JSON.parse(line)))
  return [...new Map(letters.map((letter) => [`${letter.position}.${letter.storedAt}`, letter])).values()]
}

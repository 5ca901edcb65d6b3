/** `budstikka start` has its first melding on the exchange within 5 seconds. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { answer, bounded, median, readOptions, say } from './measure/claim.ts'

const launcher = join(import.meta.dirname, '..', 'bin', 'budstikka.mjs')
const minutesMax = 5

const options = readOptions('From the command to the line that tells of the first melding; the median counts.', {
  rounds: [3, 'starts'],
  seconds: [5, 'claimed']
})
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const signal = bounded(minutesMax)
  const all: number[] = []
  while (all.length < read('rounds')) {
    const seconds = await secondsToFirst(signal)
    say(`first melding after ${seconds.toFixed(2)} s`)
    all.push(seconds)
  }
  const middle = median(all)
  const rows = [
    ['start', ...all.map((_, at) => `${at + 1}`)],
    ['seconds', ...all]
  ]
  const isHeld = middle <= read('seconds')
  const sentence = `${middle.toFixed(1)} s, at most ${read('seconds')} s`
  answer(isJson, { claim: 'first-melding', isHeld, seconds: all, median: middle }, { rows, sentence })
}

async function secondsToFirst(signal: AbortSignal): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'budstikka-first-'))
  const began = performance.now()
  // The note of a world of its own, so that one that is up already stays the one that is found.
  const child = spawn(process.execPath, [launcher, 'start'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
    env: { ...process.env, BUDSTIKKA_WORLD: join(folder, 'world.json') }
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  child.once('error', () => undefined)
  try {
    await told(child.stderr, 'first melding')
    return (performance.now() - began) / 1_000
  } finally {
    child.stderr.resume()
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Leaves the stream open: the command still has something to say when it is stopped. */
async function told(stderr: Readable, words: string): Promise<void> {
  let text = ''
  for await (const chunk of stderr.iterator({ destroyOnReturn: false })) {
    text += String(chunk)
    if (text.includes(words)) return
    if (text.length > 1_000_000) throw new Error(`expected '${words}', got a megabyte of other words`)
  }
  throw new Error(`expected '${words}', got ${JSON.stringify(text.slice(0, 1_000))}`)
}

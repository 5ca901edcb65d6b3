/** The services of the world that `start` brings up: one line each, and nowhere else. */
import { join } from 'node:path'

export const services = [
  'adresseregister',
  'epj',
  'pleie-omsorg',
  'apotek',
  'e-resept',
  'kjernejournal',
  'meldingsteller',
  'grunndata',
  'registre',
  'dodsmelding'
] as const
export type ServiceName = (typeof services)[number]

/** What the first meldinger need: the register, who sends, who receives, who counts. The others hear later what was for them. */
export const firstServices: readonly ServiceName[] = ['adresseregister', 'epj', 'pleie-omsorg', 'meldingsteller']

/** Services that only watch; they come up beside Prometheus. */
export const observers = ['nats-eksport'] as const

/** The root of the checkout. */
export const root = join(import.meta.dirname, '..', '..', '..', '..')
export const mainOf = (service: ServiceName | (typeof observers)[number]) =>
  join(root, 'services', service, 'src', 'main.ts')

/**
 * How Node collects garbage in a service, in MB. Left to itself the heap grows by what the machine has: to 430 MB after 50 000
 * meldinger, of which 50 are in use; held too tight, a third of a service's work is marking what lives. What dies young is small, so a
 * young generation of 4 does what one of 8 does, and one thread collects it for less than several that have to be woken.
 */
export const memoryFlags = [
  '--max-semi-space-size=4',
  '--max-old-space-size=256',
  '--heap-growing-percent=80',
  '--no-parallel-scavenge'
] as const
/** glibc keeps a heap for every thread and gives little of it back: 10 to 20 MB of a service that works in one thread. */
export const memoryEnv = {
  MALLOC_ARENA_MAX: '1',
  // Left to itself it soon takes packs for small and keeps their room, 25 MB of a service that reads and writes many. From 64 KB on it
  // would ask the system for pages for every pack, which costs a seventh of a melding.
  MALLOC_MMAP_THRESHOLD_: '1048576',
  MALLOC_TRIM_THRESHOLD_: '4194304',
  // What is compiled once is kept without its types, so that no service loads what strips them: 17 MB each.
  NODE_COMPILE_CACHE: join(root, '.data', 'compile-cache')
} as const

/** Those that send meldinger, and so have a clock and receipts to wait for. */
export const senders = [
  'epj',
  'pleie-omsorg',
  'apotek',
  'e-resept',
  'kjernejournal',
  'registre'
] as const satisfies readonly ServiceName[]

export const firstSenders = senders.filter((name) => firstServices.includes(name))

/** Durables that must be there before a stream is trimmed: what a sender has not heard yet is kept until it starts. */
export const awaitedDurables = senders.flatMap((name) => [name, `${name}-events`])

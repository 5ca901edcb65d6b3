/** What a process of this machine has used so far, as Linux tells it: processor time and memory. */
import { readFileSync } from 'node:fs'

/** USER_HZ, fixed in Linux' interface to programs (man 5 proc). */
const ticksPerSecond = 100
const microsPerTick = 1_000_000 / ticksPerSecond

/** Names of processes and what each has or has used. */
export type ByProcess = Readonly<Record<string, number>>

/** Processor time in µs, user and system; `ofChildren`: of those that have ended and were waited for, instead. */
export function cpuMicros(pid: number, ofChildren = false): number {
  // The second field is the name in brackets, and may hold anything.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  const [user, system] = fields.slice(ofChildren ? 13 : 11)
  return (Number(user) + Number(system)) * microsPerTick
}

/** Processor time in µs that the whole machine has used, whoever it was for. */
export function machineMicros(): number {
  const [, user, nice, system, , , irq, softIrq, steal] = readFileSync('/proc/stat', 'utf8').split(/\s+/, 9)
  return [user, nice, system, irq, softIrq, steal].reduce((sum, ticks) => sum + Number(ticks), 0) * microsPerTick
}

/**
 * MB of 1 000 000 bytes. `resident` is all that is in memory for the process (VmRSS); `own` is what it wrote itself and
 * nobody shares (RssAnon); `files` are pages of files, above all the Node program, that the system holds once for all
 * processes and drops when memory is short (RssFile).
 */
export type Memory = { readonly resident: number; readonly own: number; readonly files: number }

export function memoryOf(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) => {
    const [, kibibytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? []
    return (Number(kibibytes) * 1024) / 1_000_000
  }
  return { resident: read('VmRSS'), own: read('RssAnon'), files: read('RssFile') }
}

export const ofEach = <Value>(pids: ByProcess, read: (pid: number) => Value): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, read(pid)]))

/** What each has used between two readings, for each of `count` meldinger. */
export const perMelding = (before: ByProcess, after: ByProcess, count: number): ByProcess =>
  Object.fromEntries(Object.entries(after).map(([name, used]) => [name, (used - (before[name] ?? 0)) / count]))

export const sumOf = (all: ByProcess) => Object.values(all).reduce((sum, one) => sum + one, 0)

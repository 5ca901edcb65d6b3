/** Shows how far a replay has come: a bar on a terminal, a line now and then elsewhere. */
import { dayOf } from '@budstikka/meldinger'
import { SingleBar } from 'cli-progress'
import { type Host, tell } from '../host.ts'

export type Seen = {
  /** Simulated time, milliseconds since 1970. */
  readonly at: number
  readonly sent: number
}
export type Progress = { show(seen: Seen): void; stop(): void }

const lineEveryMs = 5_000
/** The rate is that of the last seconds. */
const windowMs = 3_000

export function createProgress(host: Pick<Host, 'stderr'>, planned: number): Progress {
  const rate = rateOver(windowMs)
  const { show, stop } = host.stderr.isTTY === true ? barOf(host, planned, rate) : lines(host, planned, rate)
  // The services are asked apart from each other, so that one sight may see less than the one before it.
  let most = 0
  return { show: ({ at, sent }) => show({ at, sent: (most = Math.max(most, sent)) }), stop }
}

function barOf(host: Pick<Host, 'stderr'>, planned: number, rate: ReturnType<typeof rateOver>): Progress {
  const bar = new SingleBar({
    format: '{date}  [{bar}] {value}/{total} meldinger  {rate}/s  {eta_formatted}',
    stream: host.stderr,
    hideCursor: true,
    gracefulExit: false,
    etaBuffer: 100
  })
  bar.start(planned, 0, { date: 'starting  ', rate: 0 })
  return {
    show({ at, sent }) {
      bar.update(Math.min(sent, planned), { date: dayOf(at), rate: rate(sent, performance.now()) })
    },
    stop: () => bar.stop()
  }
}

function lines(host: Pick<Host, 'stderr'>, planned: number, rate: ReturnType<typeof rateOver>): Progress {
  let toldAt = performance.now()
  return {
    show({ at, sent }) {
      const perSecond = rate(sent, performance.now())
      if (performance.now() - toldAt < lineEveryMs) return
      toldAt = performance.now()
      tell(host, `${dayOf(at)}: ${sent} of ${planned} meldinger, ${perSecond} a second`)
    },
    stop: () => undefined
  }
}

/** Meldinger a second over the last `windowMs`, from what was sent at which time in milliseconds. */
export function rateOver(spanMs: number) {
  const seen: { readonly sent: number; readonly at: number }[] = []
  return (sent: number, at: number): number => {
    seen.push({ sent, at })
    while (seen.length > 2 && at - (seen[0]?.at ?? at) > spanMs) seen.shift()
    const first = seen[0]
    return first === undefined || at === first.at ? 0 : Math.round(((sent - first.sent) * 1000) / (at - first.at))
  }
}

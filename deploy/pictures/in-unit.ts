/** A number in one of the units that our panels have, as a Norwegian reads it. */
import type { Unit } from '../grafana/panels.ts'

const number = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 })
const [kibi, minute, hour, day] = [1024, 60, 3_600, 86_400]

export function inUnit(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return '–'
  switch (unit) {
    case 'percentunit':
      return `${number.format(100 * value)} %`
    case 'bytes':
      return `${number.format(value / kibi ** 2)} MiB`
    case 'decbytes':
      return `${number.format(value / 1e6)} MB`
    case 'ops':
      return `${number.format(value)}/s`
    case 's':
      return seconds(value)
    case 'dateTimeFromNow':
      return new Date(value).toLocaleDateString('nb-NO', { timeZone: 'UTC' })
    case 'short':
    case 'locale':
    case 'none':
      return number.format(value)
  }
}

function seconds(value: number): string {
  if (value >= 2 * day) return `${number.format(value / day)} døgn`
  if (value >= 2 * hour) return `${number.format(value / hour)} t`
  if (value >= 2 * minute) return `${number.format(value / minute)} min`
  return value >= 1 ? `${number.format(value)} s` : `${number.format(1_000 * value)} ms`
}

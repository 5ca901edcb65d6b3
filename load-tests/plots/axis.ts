/** An axis of a plot: from values to places, and the round values that are written at it. */

export type Axis = { place(value: number): number; readonly ticks: readonly number[] }

/** Marks that an axis has, more or less. */
const ticksWanted = 5

/** From the values that are to be seen to places from `from` to `to`; logarithmic axes take values above 0 alone. */
export function axisOf(values: readonly number[], [from, to]: readonly [number, number], isLogarithmic = false): Axis {
  const good = values.filter((value) => Number.isFinite(value) && (!isLogarithmic || value > 0))
  if (isLogarithmic) {
    const exponents = good.map(Math.log10)
    const low = Math.floor(Math.min(...exponents, Infinity === Math.min(...exponents) ? 0 : Infinity))
    const high = Math.max(low + 1, Math.ceil(Math.max(...exponents, low)))
    const ticks = Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at))
    return { ticks, place: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from) }
  }
  // From zero, so that a difference looks as large as it is.
  const low = Math.min(0, ...good)
  const step = roundStep((Math.max(low, ...good) - low) / ticksWanted)
  const high = low + step * Math.max(1, Math.ceil((Math.max(low, ...good) - low) / step))
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, at) => low + at * step)
  return { ticks, place: (value) => from + ((value - low) / (high - low)) * (to - from) }
}

/** The next larger of 1, 2 and 5 times a power of ten. */
function roundStep(atLeast: number): number {
  if (!(atLeast > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(atLeast))
  return ([1, 2, 5].find((times) => times * power >= atLeast * (1 - 1e-9)) ?? 10) * power
}

/** 12 000, 3.5 or 0.02. */
export const inWords = (value: number): string =>
  value.toLocaleString('en', { maximumSignificantDigits: 6, useGrouping: true }).replaceAll(',', ' ')

/** How often a journey is taken. */
import type { Script } from './journey.ts'

/** A journey that makes up `share` of the sendings of one row of the plan, by the row's type. */
export type Portion = { readonly script: Script; readonly of: string; readonly share: number }

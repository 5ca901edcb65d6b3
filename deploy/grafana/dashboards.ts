/** All dashboards. */
import { aret } from './aret.ts'
import { dodsmelding } from './dodsmelding.ts'
import { eResept } from './e-resept.ts'
import { flyt } from './flyt.ts'
import { kjernejournal } from './kjernejournal.ts'
import { kvitteringer } from './kvitteringer.ts'
import { nasjonalOversikt } from './nasjonal-oversikt.ts'
import { plattform } from './plattform.ts'
import { pleieOgOmsorg } from './pleie-og-omsorg.ts'

export const dashboards = [
  nasjonalOversikt,
  flyt,
  eResept,
  kjernejournal,
  pleieOgOmsorg,
  dodsmelding,
  kvitteringer,
  plattform,
  aret
] as const

/** Makes a refusal with a code of list 8221 (AppRec 1.1 §6.3). */
import { errorCodes8221, type Refusal } from '../refusal.ts'

/** The codes of list 8221 that Budstikka's rules use, with their display names. */
export const names8221 = {
  E10: 'Ugyldig meldingsidentifikator',
  E21: 'Mottaker finnes ikke',
  E35: 'Pasienten finnes ikke i mottakersystemet',
  E36: 'Pasientopplysninger er utilstrekkelige',
  T01: "Ikke XML / ikke 'well formed' / uleselig",
  T02: 'XML validerer ikke',
  T10: 'Støtter ikke meldingsformatet',
  T99: 'Annen feil på format',
  X99: 'Annen feil'
} as const
export type Code8221 = keyof typeof names8221

/** Norwegian display name of a code of list 8221; undefined for one that no rule of ours gives. */
export const errorName = (code: string): string | undefined =>
  Object.entries(names8221).find(([known]) => known === code)?.[1]

/** `source` is where the rule stands; `text` is free text (OT) for the sender, Norwegian, without person data. */
export function refuse(code: Code8221, source: string, text?: string): Refusal {
  const error = { code, codeSystem: errorCodes8221, name: names8221[code], ...(text && { text }), source }
  return { type: 'refusal', errors: [error] }
}

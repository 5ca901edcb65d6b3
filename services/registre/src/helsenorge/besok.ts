/** A visit to Helsenorge: what somebody does there until they have been silent for 30 minutes (Nasjonal e-helsemonitor). Pure. */

/** What Helsenorge offers who has logged in; of all but the last three visits are published. */
export const tjenester = [
  'legemidler',
  'timer',
  'meldinger',
  'fastlege',
  'skjema',
  'kjernejournal',
  'provesvar',
  'fullmakt'
] as const
export type Tjeneste = (typeof tjenester)[number]
export type Handling = 'side' | 'innlogging' | Tjeneste

/** `sist`: the last that was done, milliseconds since 1970. */
export type Besok = { readonly sist: number; readonly erInnlogget: boolean }

export const silenceMs = 30 * 60_000

/**
 * What counts because of it: a visit that begins; each log-in, several within a visit too; each visit to a service, several within a
 * log-in too. Refused, and nothing of it, is a service for who has not logged in within the visit.
 */
export function follow(
  before: Besok | undefined,
  at: number,
  handling: Handling
): { readonly besok: Besok; readonly counts: readonly string[] } | 'ikke innlogget' {
  const goesOn = before !== undefined && at - before.sist < silenceMs
  const isLoggedIn = handling === 'innlogging' || (goesOn && before.erInnlogget)
  if (handling !== 'side' && !isLoggedIn) return 'ikke innlogget'
  const what = handling === 'side' ? [] : [handling === 'innlogging' ? 'innlogging' : `tjeneste.${handling}`]
  const sist = goesOn ? Math.max(at, before.sist) : at
  return { besok: { sist, erInnlogget: isLoggedIn }, counts: [...(goesOn ? [] : ['besok']), ...what] }
}

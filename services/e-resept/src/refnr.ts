/** Reference numbers: what they look like, to whom they are allotted (M4.2), and on which prescription one may stand (M1). */
import { derivedUuid, type Refusal } from '@budstikka/meldinger'
import { refuse7419 } from './refuse.ts'

/** Most that one question may ask for (list 7419, 49). */
export const refNrMax = 100

/** An allotted number is remembered for a year: our choice. */
export const tildeltMs = 365 * 24 * 60 * 60 * 1000

/** To whom a number was allotted (HPR number), and by which question (MsgId of the M4.1). */
export type Tildelt = { readonly hprNummer: string; readonly m41: string }

/** What is known of the number that a prescription has. */
export type RefNrStanding = {
  readonly tildelt?: Tildelt
  /** It stands on a prescription already; `pasient` where that names one. */
  readonly brukt?: { readonly pasient?: string }
}

/**
 * Numbers that a question may be answered with, always the same for the same question; more than it may ask for, since some may be taken.
 * Fourteen digits of which the last is a modulus-11 control digit, weights 2 to 7 from the right: our choice, the algorithm is not public.
 */
export function candidatesFor(m41: string): readonly string[] {
  return Array.from({ length: refNrMax * 2 }, (_, i) => derivedUuid(0, 'referansenummer', m41, String(i))).flatMap(
    (uuid) => withControl(String(Number.parseInt(uuid.slice(-12), 16) % 10 ** 13).padStart(13, '0')) ?? []
  )
}

const withControl = (stem: string) => {
  const control = controlOf(stem)
  return control === undefined ? undefined : `${stem}${control}`
}

function controlOf(stem: string): string | undefined {
  const sum = Array.from(stem)
    .reverse()
    .reduce((all, digit, i) => all + Number(digit) * (2 + (i % 6)), 0)
  const control = (11 - (sum % 11)) % 11
  return control === 10 ? undefined : String(control)
}

/** Whether the control digit holds. */
export const isRefNr = (text: string) => /^\d{14}$/.test(text) && controlOf(text.slice(0, 13)) === text.slice(13)

/** Allotted to who prescribes, used once, by one patient (ERDOK; list 7419). */
export function refuseRefNr(
  refNr: string,
  { tildelt, brukt }: RefNrStanding,
  by: { readonly hprNummer: string; readonly pasient: string | undefined }
): Refusal | undefined {
  if (!isRefNr(refNr)) return refuse7419(161, 'ERDOK; kodeverk 7419')
  if (brukt !== undefined) return refuse7419(brukt.pasient === by.pasient ? 51 : 75, 'ERDOK; kodeverk 7419')
  return tildelt?.hprNummer === by.hprNummer ? undefined : refuse7419(52, 'ERDOK; kodeverk 7419')
}

/** An application to the medicines agency (SLV) for a prescription's medicine without marketing authorisation: from asked to answered. */
import { dayOf, eReseptCs } from '@budstikka/meldinger'
import { changed, type Outcome, refused, type Resept } from './resept.ts'

export type Soknad = {
  /** Simulated time, milliseconds since 1970. */
  readonly sendt: number
  /** The pharmacy that asked for it (M3); none where the prescriber applies himself. */
  readonly utleverer?: string
  readonly svar?: { readonly at: number; readonly isInnvilget: boolean }
}

/** M3: who has it in hand asks; it stays in hand while the agency considers (B), and is asked for once (98). */
export function apply(resept: Resept, by: { readonly utleverer: string; readonly at: number }): Outcome {
  if (resept.soknad !== undefined) return refused(98)
  if (resept.status !== 'U') return refused(41)
  if (resept.nedlasting?.utleverer !== by.utleverer) return refused(69)
  return changed(resept, { status: 'B', soknad: { sendt: by.at, utleverer: by.utleverer }, endret: by.at })
}

/** M1 with DirektesoknadSlv: it is with the agency from the start. */
export const applied = (resept: Resept, at: number): Resept => ({ ...resept, status: 'B', soknad: { sendt: at } })

/** M15: it can be dispensed, by who has it in hand, or it is over (A). What was recalled meanwhile is recalled now (7419, 14). */
export function decide(resept: Resept, isInnvilget: boolean, at: number): Outcome {
  const { nedlasting, isTilbakekalt, soknad, ...rest } = resept
  if (resept.status !== 'B' || soknad === undefined) return refused(41)
  const decided = { ...rest, soknad: { ...soknad, svar: { at, isInnvilget } }, endret: at }
  if (isTilbakekalt) return { type: 'changed', resept: { ...decided, status: 'T' } }
  if (!isInnvilget) return { type: 'changed', resept: { ...decided, status: 'A' } }
  return {
    type: 'changed',
    resept: nedlasting === undefined ? { ...decided, status: 'E' } : { ...decided, status: 'U', nedlasting }
  }
}

/** List 7436; undefined where nobody need apply. */
export function statusSoknadSlv({ soknad, isUtenMt }: Resept) {
  if (soknad === undefined) return isUtenMt && eReseptCs('7436', '1')
  if (soknad.svar === undefined) return eReseptCs('7436', '2')
  return eReseptCs('7436', soknad.svar.isInnvilget ? '3' : '4')
}

/** What M9.4 says of it. */
export function soknadInfo(resept: Resept) {
  const { sendt, svar } = resept.soknad ?? {}
  return {
    ...(sendt !== undefined && { DatoSoknadSendtSLV: dayOf(sendt) }),
    ...(svar && { SvarSLVDato: dayOf(svar.at), InnvligetGodkjFritak: String(svar.isInnvilget) }),
    StatusSoknadSlv: statusSoknadSlv(resept)
  }
}

/** What M9.6 says of it. */
export const soknadInfoForRekvirent = (resept: Resept) => ({
  SendtSLVDato: resept.soknad && dayOf(resept.soknad.sendt),
  StatusSoknadSlv: statusSoknadSlv(resept)
})

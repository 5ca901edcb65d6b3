/** What Reseptformidleren has of a prescription and of its patient, in lines for people: how it stands, and its trail in order of time. */
import { dayOf, eReseptLists } from '@budstikka/meldinger'
import { z } from 'zod'

/** Simulated time, milliseconds since 1970. */
const At = z.number()
/** What Reseptformidleren answers, as far as it is shown here. */
export const Resept = z.looseObject({
  id: z.string(),
  /** List 7408. */
  status: z.string(),
  rekvirent: z.looseObject({ herId: z.string(), navn: z.string(), hprNummer: z.string() }),
  forskrevet: At,
  utloper: At,
  details: z.looseObject({ navnFormStyrke: z.string().optional(), isVergeinnsynReservert: z.boolean() }),
  refNr: z.string().optional(),
  antall: z.number().optional(),
  reiterasjon: z.number(),
  ekspAnm: z.object({ utleverer: z.string(), isForAll: z.boolean() }).optional(),
  isLocked: z.boolean().optional(),
  isForPraksis: z.boolean().optional(),
  isEngangs: z.boolean().optional(),
  isUtenMt: z.boolean().optional(),
  soknad: z
    .object({
      sendt: At,
      utleverer: z.string().optional(),
      svar: z.object({ at: At, isInnvilget: z.boolean() }).optional()
    })
    .optional(),
  nedlasting: z.looseObject({ utleverer: z.string(), m93: z.string() }).optional(),
  isTilbakekalt: z.boolean().optional(),
  /** List 7500. */
  arsak: z.string().optional(),
  endret: At,
  utleveringer: z.array(
    z.looseObject({
      id: z.string(),
      utleverer: z.string(),
      at: At,
      antall: z.number().optional(),
      isLast: z.boolean(),
      annullertAv: z.string().optional()
    })
  )
})
export type Resept = z.infer<typeof Resept>

/** Only where a patient is asked for. */
export const Pasient = z.looseObject({
  abonnent: z.string().optional(),
  abonnertTil: At.optional(),
  isDod: z.boolean().optional(),
  isReservert: z.boolean().optional(),
  blokkerte: z.array(z.string()).optional(),
  multidose: z.looseObject({ lege: Ansvar(), apotek: Ansvar() }).partial().optional()
})
export type Pasient = z.infer<typeof Pasient>

function Ansvar() {
  return z.looseObject({ registrert: z.looseObject({ herId: z.string(), fra: At }).optional() })
}

export function* reseptLines(resept: Resept): Generator<string> {
  const { id, status, details, nedlasting, isTilbakekalt, arsak } = resept
  yield `${id}  ${nameOf('7408', status)}  ${details.navnFormStyrke ?? ''}`.trimEnd()
  const marks = marksOf(resept)
  if (marks.length > 0) yield `  ${marks.join(', ')}`
  for (const { at, text } of trailOf(resept).toSorted((one, other) => one.at - other.at))
    yield `  ${dayOf(at)}  ${text}`
  if (nedlasting !== undefined) yield `  in hand at ${nedlasting.utleverer} by M9.3 ${nedlasting.m93}`
  if (isTilbakekalt) yield `  recalled${because(arsak)}, when that ends`
}

/** Nothing where nothing is known of the patient beside the prescriptions. */
export function* pasientLines({ abonnent, abonnertTil, isDod, isReservert, blokkerte = [], multidose }: Pasient) {
  if (isDod) yield 'dead: nothing is prescribed or handed out'
  if (isReservert) yield 'reserved: other prescribers see nothing'
  if (blokkerte.length > 0) yield `blocked: ${blokkerte.join(', ')}`
  if (abonnent !== undefined)
    yield `M8 goes to ${abonnent}${abonnertTil === undefined ? '' : `, until ${dayOf(abonnertTil)}`}`
  for (const [who, ansvar] of [
    ['doctor', multidose?.lege],
    ['pharmacy', multidose?.apotek]
  ] as const)
    if (ansvar?.registrert !== undefined)
      yield `multidose ${who}: ${ansvar.registrert.herId}, from ${dayOf(ansvar.registrert.fra)}`
}

function marksOf({ isLocked, refNr, isForPraksis, isEngangs, isUtenMt, ekspAnm, details }: Resept): string[] {
  return [
    isLocked ? `locked by reference number ${refNr ?? ''}` : '',
    details.isVergeinnsynReservert ? 'reserved from guardians' : '',
    isForPraksis ? 'for the prescriber’s practice' : '',
    isEngangs ? 'of group A or B: dispensed once' : '',
    isUtenMt ? 'without marketing authorisation' : '',
    ekspAnm === undefined
      ? ''
      : `${ekspAnm.isForAll ? 'every' : 'the first'} dispensing is for ${ekspAnm.utleverer} (M21)`
  ].filter((mark) => mark !== '')
}

function trailOf({ status, rekvirent, forskrevet, utloper, antall, reiterasjon, ...resept }: Resept) {
  const { soknad, utleveringer, arsak, endret } = resept
  const packs = antall === undefined ? '' : `, ${packages(antall)} each time`
  return [
    {
      at: forskrevet,
      text: `M1 from ${rekvirent.herId} (${rekvirent.navn}, HPR ${rekvirent.hprNummer}), valid until ${dayOf(utloper - 1)}, reiterasjon ${reiterasjon}${packs}`
    },
    ...(soknad === undefined
      ? []
      : [{ at: soknad.sendt, text: `M14 to SLV, asked for by ${soknad.utleverer ?? 'who prescribed'}` }]),
    ...(soknad?.svar === undefined
      ? []
      : [{ at: soknad.svar.at, text: `M15 from SLV: ${soknad.svar.isInnvilget ? 'granted' : 'refused'}` }]),
    ...utleveringer.map((one) => ({ at: one.at, text: dispensingText(one) })),
    ...(status === 'T' ? [{ at: endret, text: `recalled${because(arsak)} (M5)` }] : [])
  ]
}

const dispensingText = ({ id, utleverer, antall, isLast, annullertAv }: Resept['utleveringer'][number]) =>
  [
    `M10 ${id} from ${utleverer}`,
    antall === undefined ? '' : packages(antall),
    isLast ? 'the last' : '',
    annullertAv === undefined ? '' : `annulled by ${annullertAv}`
  ]
    .filter((part) => part !== '')
    .join(', ')

const packages = (antall: number) => `${antall} ${antall === 1 ? 'package' : 'packages'}`
const because = (arsak: string | undefined) => (arsak === undefined ? '' : `: ${nameOf('7500', arsak)}`)
const nameOf = (list: string, code: string) => eReseptLists[list]?.[code] ?? code

/** What laboratories and imaging are asked for, and how they answer: invented findings, and analyses by the names that everybody uses. */
import type { CV } from '@budstikka/meldinger'

/** List 8202. */
export type Field = 'LAB' | 'CLIN' | 'MBIO' | 'HIST' | 'CYTO' | 'RTG'
export type Analysis = {
  readonly id: CV
  readonly unit?: string
  /** Reference interval, of those that are numbers. */
  readonly normal?: readonly [low: number, high: number]
}

/** MsgDescr (8202) by the ending of REQ_ and SVAR_ in list 8279; KKL is medical biochemistry (our choice). */
export function fieldOf(meldingType: string): Field {
  return fields[meldingType.slice(meldingType.indexOf('_') + 1)] ?? 'LAB'
}
const fields: Readonly<Record<string, Field>> = {
  LAB: 'LAB',
  KKL: 'CLIN',
  MBIO: 'MBIO',
  HIST: 'HIST',
  CYT: 'CYTO',
  RTG: 'RTG'
}

/** In words (OT): Norsk laboratoriekodeverk (7280) is not among the code lists that we have. */
const named = (OT: string): Analysis => ({ id: { OT } })
const measured = (OT: string, unit: string, low: number, high: number): Analysis => ({
  id: { OT },
  unit,
  normal: [low, high]
})

const blood = [
  measured('B-Hemoglobin', 'g/dL', 11.7, 17),
  measured('B-Leukocytter', '10E9/L', 3.5, 11),
  measured('B-Trombocytter', '10E9/L', 145, 390),
  measured('P-Natrium', 'mmol/L', 137, 145),
  measured('P-Kalium', 'mmol/L', 3.5, 4.6),
  measured('P-Kreatinin', 'umol/L', 45, 105),
  measured('P-CRP', 'mg/L', 0, 5),
  measured('S-TSH', 'mIU/L', 0.3, 4.5),
  measured('S-FT4', 'pmol/L', 10, 22),
  measured('S-Ferritin', 'ug/L', 15, 300),
  measured('B-HbA1c', 'mmol/mol', 28, 40)
]

export const analyses: Readonly<Record<Field, readonly Analysis[]>> = {
  LAB: blood,
  CLIN: blood,
  MBIO: [named('U-Bakteriell dyrkning'), named('Halsprøve, bakterier'), named('Luftveisvirus PCR'), named('Sårprøve')],
  HIST: [named('Hudbiopsi'), named('Tarmbiopsi'), named('Operasjonspreparat')],
  CYTO: [named('Cervixcytologi'), named('Urincytologi')],
  RTG: [
    named('Røntgen thorax'),
    named('MR kne'),
    named('CT abdomen'),
    named('Ultralyd abdomen'),
    named('Røntgen hofte')
  ]
}

/** Undefined where no sample is taken. */
export const specimens: Readonly<Record<Field, string | undefined>> = {
  LAB: 'Blod',
  CLIN: 'Blod',
  MBIO: 'Prøvemateriale',
  HIST: 'Vev',
  CYTO: 'Celleprøve',
  RTG: undefined
}

export const findings: Readonly<Record<Field, readonly string[]>> = {
  LAB: ['Se tall.'],
  CLIN: ['Se tall.'],
  MBIO: ['Ingen oppvekst.', 'Normalflora.', 'Ikke påvist.', 'Rikelig vekst av én bakterie; resistens følger.'],
  HIST: ['Godartet forandring.', 'Lett kronisk betennelse, ingen tegn til ondartethet.', 'Frie reseksjonskanter.'],
  CYTO: ['Normalt utstryk.', 'Lette celleforandringer, ny prøve om tolv måneder.'],
  RTG: [
    'Ingen skjelettskade. Lett slitasje.',
    'Normale lungefelt og normal hjertestørrelse.',
    'Ingen patologiske funn.',
    'Væske i leddet, ellers upåfallende.'
  ]
}

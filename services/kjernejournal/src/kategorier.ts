/** The categories of critical information: their resource, their code lists, and who may register what (a table). */

/** What may be said of a person's critical information; names as the API has them, the last two of the table being our choice. */
export const kategorier = {
  DrugReaction: { resource: 'AllergyIntolerance', indikator: 'OVER_REAK', list: 'ATC' },
  OtherAllergen: { resource: 'AllergyIntolerance', indikator: 'OVER_REAK', list: '7514' },
  IntubationProblem: { resource: 'Condition', list: '7515', second: '7516' },
  OtherProblemWithAnesthesia: { resource: 'Condition' },
  CriticalMedicalCondition: { resource: 'Condition', list: '7513' },
  TransplantsAndOtherForeignBodies: { resource: 'Condition', list: '7518' },
  Infection: { resource: 'Condition', list: '7519' },
  OngoingTreatment: { resource: 'Condition', list: '7517' },
  ChangeOfProcedure: { resource: 'Condition', list: '7522' }
} as const satisfies Record<string, KategoriRow>

type KategoriRow = {
  readonly resource: 'AllergyIntolerance' | 'Condition'
  /** HelseIndikator's name for it; only this one is published, the others go by their API name. */
  readonly indikator?: string
  /** Code list of what it is about; 'ATC' is the WHO's register. Absent where there is only text. */
  readonly list?: string
  /** A further list that may be given beside it: ventilation by mask. */
  readonly second?: string
}
export type Kategori = keyof typeof kategorier
export const kategoriNames = Object.keys(kategorier) as Kategori[]

export const rowOf = (kategori: Kategori): KategoriRow => kategorier[kategori]
export const indikatorOf = (kategori: Kategori): string => rowOf(kategori).indikator ?? kategori

/** Codes that nurses may register: which ones they are is published nowhere, so they are configuration. */
export type NurseCodes = { readonly treatments: readonly string[]; readonly implants: readonly string[] }

/** List 7517, 8: Pasienten har psykiatrisk kriseplan. */
const kriseplan = '8'

type MayRegister = {
  /** List 9060. */
  readonly rolle: string
  covers(kategori: Kategori, code: string | undefined, nurse: NurseCodes): boolean
}

/** Doctors all, psychologists the crisis plan, nurses the selected treatments and implants (Kjernejournal, critical information). */
const registers: readonly MayRegister[] = [
  { rolle: 'LE', covers: () => true },
  { rolle: 'PS', covers: (kategori, code) => kategori === 'OngoingTreatment' && code === kriseplan },
  {
    rolle: 'SP',
    covers: (kategori, code = '', { treatments, implants }) =>
      (kategori === 'OngoingTreatment' && treatments.includes(code)) ||
      (kategori === 'TransplantsAndOtherForeignBodies' && implants.includes(code))
  }
]

export const mayRegister = (rolle: string, kategori: Kategori, code: string | undefined, nurse: NurseCodes): boolean =>
  registers.some((row) => row.rolle === rolle && row.covers(kategori, code, nurse))

/** A small invented FEST: medicines with real ATC codes and names that nobody sells, the same for who prescribes and who dispenses. */
import { readRows } from '../data.ts'

/** A pack of a medicine. */
export type Legemiddel = {
  readonly varenr: string
  readonly varenavn: string
  /** Code and name of list 7180. */
  readonly atc: { readonly code: string; readonly name: string }
  /** Code and name of list 7448. */
  readonly form: { readonly code: string; readonly name: string }
  readonly styrke: string
  /** List 7421. */
  readonly reseptgruppe: 'A' | 'B' | 'C' | 'CF' | 'F'
  readonly pakning: { readonly storrelse: string; /** List 7452. */ readonly enhet: string }
  readonly bruksomrade: string
  /** List 9101. */
  readonly bruk: string
  /** How long a prescription is valid (Reseptgyldighet): a year, hormonal contraceptives three, antibiotics ten days. */
  readonly varighet: Varighet
  /** Of a pack, in kroner; made up as the names are. */
  readonly pris: string
  /** Who makes it, where it has no marketing authorisation: a pharmacy must apply for each patient. */
  readonly produsent?: string
  /** Blue prescription: list 7427, and the ICPC-2 diagnosis that it is for. */
  readonly refusjon?: { readonly hjemmel: string; readonly diagnose: { readonly code: string; readonly name: string } }
}

/** xs:duration of whole years or days. */
export type Varighet = { readonly years: number; readonly days: number }

let known: readonly Legemiddel[] | undefined

/** All of it, in the order of the file. */
export function fest(): readonly Legemiddel[] {
  known ??= readRows('fest.tsv').map((row) => ({
    varenr: row('varenr'),
    varenavn: row('varenavn'),
    atc: { code: row('atc'), name: row('atcNavn') },
    form: { code: row('form'), name: row('formNavn') },
    styrke: row('styrke'),
    reseptgruppe: reseptgruppeOf(row('reseptgruppe')),
    pakning: { storrelse: row('pakningsstr'), enhet: row('enhet') },
    bruksomrade: row('bruksomrade'),
    bruk: row('bruk'),
    varighet: varighetOf(row('varighet')),
    pris: row('pris'),
    ...(row('produsent') !== '' && { produsent: row('produsent') }),
    ...(row('hjemmel') !== '' && {
      refusjon: { hjemmel: row('hjemmel'), diagnose: { code: row('diagnose'), name: row('diagnoseNavn') } }
    })
  }))
  return known
}

/** NavnFormStyrke. */
export const navnFormStyrke = ({ varenavn, form, styrke }: Legemiddel) => `${varenavn} ${form.name} ${styrke}`

/** A and B preparations are dispensed once. */
export const isDispensedOnce = ({ reseptgruppe, bruk }: Legemiddel) =>
  reseptgruppe === 'A' || reseptgruppe === 'B' || bruk === '2'

/** The last day of a prescription written on `date` (xs:date). */
export function expiryOf(date: string, { years, days }: Varighet): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year + years, month - 1, day + days)).toISOString().slice(0, 10)
}

function reseptgruppeOf(text: string): Legemiddel['reseptgruppe'] {
  const group = (['A', 'B', 'C', 'CF', 'F'] as const).find((one) => one === text)
  if (group === undefined) throw new Error(`expected a code of list 7421, got ${text}`)
  return group
}

function varighetOf(text: string): Varighet {
  const [, years = '0', days = '0'] = /^P(?:(\d+)Y)?(?:(\d+)D)?$/.exec(text) ?? []
  return { years: Number(years), days: Number(days) }
}

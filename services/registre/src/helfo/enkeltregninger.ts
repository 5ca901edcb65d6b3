/** Which bills of a behandlerkrav Helfo takes: a bill at fault is left out and told of, and the rest stands (AppRec status 3, HITS 1168 §4.3). */
import { type ContentOf, refuse, type Refusal } from '@budstikka/meldinger'

export type Enkeltregning = ContentOf<'BehandlerKrav'>['Enkeltregning'][number]

type Rule = {
  readonly text: string
  isBroken(bill: Enkeltregning, before: readonly Enkeltregning[], today: string): boolean
}

/** Helfo's own controls are not published: these are our choice, after the like of list 7430. */
const rules: readonly Rule[] = [
  {
    text: 'Samme regningsnummer er brukt på flere enkeltregninger',
    isBroken: ({ RegningNr }, before) =>
      RegningNr !== undefined && before.some((earlier) => earlier.RegningNr === RegningNr)
  },
  {
    text: 'Behandlingen er datert etter datoen kravet ble mottatt',
    isBroken: ({ DatoTid = '' }, _before, today) => DatoTid.slice(0, 10) > today
  }
]

/** `today`: xs:date in Norway when the claim came. Each fault names its bill by where it stands in the claim, from 1. */
export function judgeBills(bills: readonly Enkeltregning[], today: string) {
  const faults = bills.map((bill, at) => rules.find((rule) => rule.isBroken(bill, bills.slice(0, at), today)))
  return {
    godkjent: bills.filter((_bill, at) => faults[at] === undefined),
    delfeil: faults.flatMap((rule, at): Refusal['errors'] =>
      rule === undefined ? [] : refuse('X99', 'BehandlerKrav', `Enkeltregning ${at + 1}: ${rule.text}`).errors
    )
  }
}

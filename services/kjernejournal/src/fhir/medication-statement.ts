/** Medicines as MedicationStatement: what was dispensed is completed, what is in use is active. */
import type { Medication, MedicationStatement } from '@medplum/fhirtypes'
import type { Kode, Legemiddel, LegemiddelIBruk, Utlevering } from '../legemidler.ts'
import type { About } from './patient.ts'
import { isoDate, isoTime, listSystem, noBasis, systems } from './systems.ts'

export const dispensed = ({ id, reseptId, at, legemiddel, utleverer }: Utlevering, about: About) =>
  statement(legemiddel, about, {
    id: about.idOf('utlevering', id),
    identifier: [{ value: id }, { value: reseptId }],
    status: 'completed',
    effectiveDateTime: isoDate(at),
    informationSource: { display: utleverer }
  })

export const inUse = ({ id, legemiddel, endretAt, fra }: LegemiddelIBruk, about: About) =>
  statement(legemiddel, about, {
    id: about.idOf('i bruk', id),
    identifier: [{ type: { text: 'PLL' }, value: id }],
    status: 'active',
    dateAsserted: isoTime(endretAt),
    ...(fra !== undefined && { effectivePeriod: { start: fra } })
  })

type Said = Pick<MedicationStatement, 'status'> & Partial<MedicationStatement>

const statement = (legemiddel: Legemiddel, { subject }: About, said: Said): MedicationStatement => ({
  resourceType: 'MedicationStatement',
  ...said,
  meta: { profile: [noBasis('MedicationStatement')] },
  contained: [medicationOf(legemiddel)],
  medicationReference: { reference: '#medication' },
  subject,
  ...(legemiddel.dosering !== undefined && { dosage: [{ text: legemiddel.dosering }] }),
  ...(legemiddel.bruksomrade !== undefined && { reasonCode: [{ text: legemiddel.bruksomrade }] })
})

/** The profile asks for a number of FEST and a form; a mixture or a supply has neither and is told as it is. */
function medicationOf({ navn, atc, varenr, form }: Legemiddel): Medication {
  const isOfProfile = varenr !== undefined && form?.name !== undefined && atc?.name !== undefined
  return {
    resourceType: 'Medication',
    id: 'medication',
    ...(isOfProfile && { meta: { profile: [noBasis('Medication')] } }),
    code: {
      coding: [
        ...(varenr === undefined ? [] : [{ system: systems.fest, code: varenr, display: navn }]),
        ...(atc === undefined ? [] : [codingOf(systems.atc, atc)])
      ],
      text: navn
    },
    ...(form && { form: { coding: [codingOf(listSystem('7448'), form)] } })
  }
}

const codingOf = (system: string, { code, name }: Kode) => ({
  system,
  code,
  ...(name !== undefined && { display: name })
})

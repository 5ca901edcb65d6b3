/** What SYSVAK tells of vaccinations, given or not, as Immunization; no-basis has no profile for it. */
import type { CV, Vaksinasjon } from '@budstikka/meldinger'
import type { CodeableConcept, Coding, Identifier, Immunization } from '@medplum/fhirtypes'
import type { Vaksiner } from '../andre.ts'
import type { About } from './patient.ts'
import { identifier, listSystem, systems } from './systems.ts'

export const immunizationsOf = (
  { Vaksinasjon = [], ManglendeVaksinering = [] }: Vaksiner,
  about: About
): Immunization[] => [
  ...Vaksinasjon.map((given) => ({
    ...common(given, 'vaksinasjon', about),
    status: 'completed' as const,
    vaccineCode: conceptOf(given.Vaksine, given.Preparat),
    primarySource: given.ErVaksinasjonSattPaStedet === 'true',
    ...(given.Batchnummer !== undefined && { lotNumber: given.Batchnummer })
  })),
  ...ManglendeVaksinering.map((missing) => ({
    ...common(missing, 'manglende', about),
    status: 'not-done' as const,
    vaccineCode: conceptOf(missing.Vaksine),
    statusReason: conceptOf(missing.ArsakTilManglendeVaksinering)
  }))
]

type Hendelse = Pick<Vaksinasjon, 'Konsultasjonsdato' | 'Registreringsdato' | 'Vaksine' | 'RegistrerendeHelseenhet'>

/** Day, vaccine and type are what SYSVAK knows an event by. */
const common = (
  { Konsultasjonsdato, Registreringsdato, Vaksine, RegistrerendeHelseenhet: enhet }: Hendelse,
  kind: string,
  { subject, idOf }: About
) => ({
  resourceType: 'Immunization' as const,
  id: idOf(kind, `${Konsultasjonsdato} ${Vaksine.V}`),
  patient: subject,
  occurrenceDateTime: dayIn(Konsultasjonsdato),
  recorded: dayIn(Registreringsdato),
  performer: [{ actor: { identifier: enhetOf(enhet) } }]
})

/** FHIR has no time without a zone, the schema has. */
const dayIn = (dateTime: string) => dateTime.slice(0, 10)

/** By its kind alone where no-basis has no system for that: of list 9051 there are more, such as SYSVAK's own number (SYS). */
function enhetOf({ Id, TypeId }: Vaksinasjon['RegistrerendeHelseenhet']): Identifier {
  if (TypeId.V === 'ENH' || TypeId.V === 'HER') return identifier(systems[TypeId.V], Id)
  return { value: Id, type: { coding: [{ ...codingOf(TypeId), system: listSystem('9051') }] } }
}

const conceptOf = (...codes: readonly (CV | undefined)[]): CodeableConcept => ({
  coding: codes.flatMap((code) => (code === undefined ? [] : [codingOf(code)]))
})

const codingOf = ({ V = '', S = '', DN }: CV): Coding => ({
  system: `urn:oid:${S}`,
  code: V,
  ...(DN !== undefined && { display: DN })
})

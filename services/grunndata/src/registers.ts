/** The registers beside Folkeregisteret's door for deaths, and what each answers: persons, personnel, lists of GPs, code lists. */
import { type Landscape, personnelOf } from '@budstikka/landscape'
import { identifierSystems, type Party } from '@budstikka/meldinger'
import { isProblem, problem, type Problem } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import type { Bundle } from '@medplum/fhirtypes'
import { type Flr, openFlr } from './fastlege.ts'
import { bundleOf, codeSystemOf, employmentOf, patientOf, practitionerOf } from './fhir.ts'
import { type Kodeverkregister, openKodeverk } from './kodeverk.ts'
import { type Persondokument, personOf } from './look-up.ts'
import { type Hpr, openHpr } from './personell.ts'
import type { Folkeregister } from './state.ts'

export type Registers = {
  readonly flr: Flr
  readonly hpr: Hpr
  readonly kodeverk: Kodeverkregister
  person(identifikasjonsnummer: string): Persondokument
  /** Searches of FHIR: a Bundle with what was found, empty where nothing was. */
  patient(identifikasjonsnummer: string): Bundle
  practitioner(hprNummer: string): Bundle
  codeSystem(liste: string): Bundle
}

export type RegistersOptions = {
  readonly store: Store
  readonly folkeregister: Folkeregister
  /** Made at the first question. */
  landscape(): Landscape
  readonly kodeverkDir: string | undefined
}

export function openRegisters({ store, folkeregister, landscape, kodeverkDir }: RegistersOptions): Registers {
  let personnel: ReturnType<typeof personnelOf> | undefined
  const kodeverk = openKodeverk(kodeverkDir)
  const hpr = openHpr(store, () => (personnel ??= personnelOf(landscape())))
  return {
    hpr,
    kodeverk,
    flr: openFlr(store, landscape),
    person: (identifikasjonsnummer) => personOf(folkeregister, landscape(), { identifikasjonsnummer }),
    patient: (id) => bundleOf([patientOf(landscape().person(id), folkeregister.person(id).dodsdato)]),
    practitioner(hprNummer) {
      const personell = hpr.find(hprNummer)
      if (isProblem(personell)) return bundleOf([])
      const parties = personell.ansattHos.flatMap((herId): Party[] => {
        const party = landscape().party(herId)
        return party === undefined ? [] : [party]
      })
      return bundleOf([
        practitionerOf(personell, kodeverk.navn),
        ...parties.flatMap((party) => [...employmentOf(personell, party)])
      ])
    },
    codeSystem(liste) {
      const found = kodeverk.hent({ liste })
      return bundleOf(isProblem(found) ? [] : [codeSystemOf(found)])
    }
  }
}

/** A token of FHIR's search, `<system>|<value>`, in one of the systems that are searched. */
export function valueIn(token: string, systems: readonly (keyof typeof identifierSystems)[]): string | Problem {
  const [system, value] = token.split('|', 2)
  if (value !== undefined && systems.some((known) => identifierSystems[known] === system)) return value
  return problem(
    400,
    `expected identifier=<system>|<value> with the system ${systems.map((known) => identifierSystems[known]).join(' or ')}`
  )
}

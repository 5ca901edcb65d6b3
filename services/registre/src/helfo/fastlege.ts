/** Fastlegeregisteret as journal systems ask it by XML: whose list a patient is on. The dead are on none. */
import type { Landscape } from '@budstikka/landscape'
import { contentOf, type Melding, oidOf, payloadOf, refuse } from '@budstikka/meldinger'
import type { Register, Taken } from '../register.ts'
import type { Folkeregister } from '../sysvak/folkeregister.ts'
import { helfo } from './receive-claim.ts'

type Known = {
  readonly folkeregister: Folkeregister
  readonly landscape: Pick<Landscape, 'party' | 'person' | 'placeOf'>
}

/** No list has a tjeneste of the register's own: it is reached where Helfo, whose it was, is (our choice). */
export function fastlegeregister({ folkeregister, landscape }: Known): Register {
  return { tjeneste: helfo, takes: { FastlegeForesporsel: find }, looksUp: ['FastlegeForesporsel'] }

  function find({ payload }: Melding): Taken {
    const read = contentOf(payload, 'FastlegeForesporsel')
    if (read.type === 'faults') return read
    const { PasientFnr } = read.content.HentFastlege
    const person = folkeregister(PasientFnr)
    if (person === undefined) return no(PasientFnr, 'Pasienten finnes ikke i Folkeregisteret')
    if (person.dodsdato !== undefined) return no(PasientFnr, 'Pasienten er død, og står ikke på noen fastlegeliste')
    const { fastlege, municipality } = landscape.person(PasientFnr)
    const list = landscape.party(fastlege)
    // The answer has to name a doctor (NAV-Fastlege 2010-02-01).
    if (list?.person === undefined) return no(PasientFnr, 'Pasienten står på en liste uten fast lege')
    const { familyName: FamilyName, givenName: GivenName, hprNumber: Id } = list.person
    const { number: V, name: DN } = landscape.placeOf(list.municipality ?? municipality).municipality
    const svar = payloadOf('FastlegeSvar', {
      Kommune: { V, DN },
      LegekontorNavn: list.organisation.name,
      LegekontorOrgNr: list.organisation.organisationNumber,
      Lege: { FamilyName, GivenName, Ident: [{ Id, TypeId: { V: 'HPR', S: oidOf('8116'), DN: 'HPR-nummer' } }] }
    })
    return { type: 'answer', persons: [PasientFnr], answer: { type: 'FastlegeSvar', payload: svar } }
  }
}

/** What the register says when it has no answer is not published: our words. */
const no = (person: string, text: string): Taken => ({
  type: 'refused',
  refusal: refuse('X99', 'NAV-Fastlege 2010-02-01', text),
  persons: [person]
})

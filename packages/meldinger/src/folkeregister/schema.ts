/** What Folkeregisteret is told of a death, and that it was told in error (Skatteetaten: MeldingOmDoedsfall and MeldingOmAnnulleringAvDoedsfall 1.2). */
import { date, dateTime, text } from '../felles/leaves.ts'
import { oneOf } from '../xml/lexical.ts'
import type { Infer, Schema } from '../xml/schema.ts'
import { complexType, leaf, many, optional } from '../xml/schema.ts'

export const dodsfallNamespace = 'folkeregisteret:melding:doedsfall:v1'
export const annulleringNamespace = 'folkeregisteret:melding:annulleringavdoedsfall:v1'

export type MeldingOmDodsfall = Infer<ReturnType<typeof meldingOmDodsfall>>
export type MeldingOmAnnullering = Infer<ReturnType<typeof meldingOmAnnullering>>

const foedselsnummer = shaped('11 digits', /^[0-9]{11}$/)
const kommunenummer = shaped('4 digits', /^[0-9]{4}$/)
const kilde = leaf(oneOf('tingretten', 'helse', 'utenriksstasjon', 'lensmannskontor', 'nav'))

export function meldingOmDodsfall() {
  const type = typesIn(dodsfallNamespace)
  return type({
    innsending: innsendingIn(type),
    forespoersel: type({
      ...asked,
      doedPerson: type({
        foedselsnummer,
        doedsdato: date,
        doedssted: optional(type({ kommune: kommunenummer, type: text }))
      }),
      innsender: optional(
        type({
          institusjon: optional(type(institusjon)),
          kontaktinformasjon: optional(type(kontaktinformasjon)),
          identifikasjon: optional(foedselsnummer)
        })
      ),
      mottak: optional(
        type({
          informasjonskanal: leaf(oneOf('papirmelding', 'manuellRegistrering', 'elektroniskMelding', 'annet')),
          mottakstidspunktFraOpprinneligKanal: date,
          puncher: optional(text)
        })
      ),
      vedlegg: many(type({ dokumenttype: many(text), multipartnavn: text }))
    })
  })
}

export function meldingOmAnnullering() {
  const type = typesIn(annulleringNamespace)
  return type({
    innsending: innsendingIn(type),
    forespoersel: type({
      ...asked,
      levendePerson: type({ foedselsnummer }),
      innsender: optional(
        type({
          identifikasjon: optional(foedselsnummer),
          institusjon: optional(type(institusjon)),
          kontaktinformasjon: optional(type(kontaktinformasjon))
        })
      ),
      mottak: optional(
        type({
          informasjonskanal: leaf(oneOf('papirmelding', 'manuellRegistrering', 'annet')),
          puncher: optional(text)
        })
      )
    })
  })
}

const asked = {
  // Spelled so in the schema.
  forespoerselssdato: date,
  kilde,
  avsendersSaksreferanse: optional(text),
  avsendersSaksbehandler: text
}
const institusjon = { virksomhet: text, avdeling: optional(text) }
const kontaktinformasjon = { ePostadresse: optional(text), telefonnummer: optional(text) }

const innsendingIn = (type: ReturnType<typeof typesIn>) =>
  type({
    avsendersMeldingsidentifikator: text,
    avsendersInnsendingstidspunkt: dateTime,
    kildesystem: optional(text)
  })

const typesIn =
  (namespace: string) =>
  <F extends Parameters<typeof complexType>[1]>(fields: F) =>
    complexType(namespace, fields)

function shaped(name: string, shape: RegExp): Schema<string> {
  return leaf({ name, accepts: (value) => shape.test(value) })
}

/** SYSVAK takes what is sent to it: one answer for each request, at once (SYSVAK Meldingsbeskrivelse 1.0). */
import { contentOf, type Melding, type Payload, payloadOf } from '@budstikka/meldinger'
import { dateOf } from '@budstikka/landscape'
import type { Register, Taken } from '../register.ts'
import type { Folkeregister } from './folkeregister.ts'
import { isMeant, registrer } from './hendelse.ts'
import { kodeverk } from './kodeverk.ts'
import type { Records } from './records.ts'
import { sok } from './sok.ts'

type Answered = Extract<Taken, { type: 'answer' }>
type Known = { readonly records: Records; readonly folkeregister: Folkeregister }

/** Events change records; searches and code lists are looked up. */
export const sysvak = (known: Known): Register => ({
  tjeneste: '8659-7',
  takes: {
    HENDELSEREQUEST: (melding, now) => takeHendelse(known, melding, now),
    SOKREQUEST: ({ payload }) => takeSok(known, payload),
    KODEVERKREQUEST: ({ payload }) => {
      const read = contentOf(payload, 'KodeverkRequest')
      return read.type === 'faults'
        ? read
        : answer('KODEVERKRESPONSE', payloadOf('KodeverkResponse', kodeverk(read.content)), [])
    }
  },
  looksUp: ['SOKREQUEST', 'KODEVERKREQUEST']
})

const answer = (type: string, payload: Payload, persons: readonly string[]): Answered => ({
  type: 'answer',
  answer: { type, payload },
  persons
})

function takeHendelse({ records, folkeregister }: Known, { envelope, payload }: Melding, now: number): Taken {
  const read = contentOf(payload, 'HendelseRequest')
  if (read.type === 'faults') return read
  const request = read.content
  const { VaksinandIdent, VaksinandUtenIdent: uten } = request.Vaksinand
  const meant =
    uten === undefined
      ? []
      : bornBetween(uten.Fodselsdato, uten.Fodselsdato).filter((person) => isMeant(request, person))
  const person = VaksinandIdent ? folkeregister(VaksinandIdent.Id) : meant.length === 1 ? meant[0] : undefined
  const before = person === undefined ? [] : records.of(person.id)
  const { response, after } = registrer(before, { request, person, today: dateOf(now) })
  const persons = [VaksinandIdent, uten?.OmsorgspersonIdent, uten?.Dokumentasjon].flatMap((ident) => ident?.Id ?? [])
  return {
    ...answer('HENDELSERESPONSE', payloadOf('HendelseResponse', response), persons),
    keep() {
      if (after === undefined) return
      if (person === undefined) records.park(envelope.msgId, request.Hendelse, now)
      else records.save(person.id, person.fodselsdato, after)
    }
  }

  function bornBetween(from: string, to: string) {
    return records.bornBetween(from, to).flatMap((id) => folkeregister(id) ?? [])
  }
}

function takeSok({ records, folkeregister }: Known, payload: Payload): Taken {
  const read = contentOf(payload, 'SokRequest')
  if (read.type === 'faults') return read
  const { Ident, OmsorgspersonIdent } = read.content
  const found = sok(read.content, {
    *among(from, to) {
      for (const id of records.bornBetween(from, to)) {
        const person = folkeregister(id)
        if (person !== undefined) yield person
      }
    },
    person: folkeregister,
    recordOf: records.of
  })
  const persons = [Ident, OmsorgspersonIdent].flatMap((ident) => ident?.Id ?? [])
  return answer('SOKRESPONSE', payloadOf('SokResponse', found), persons)
}

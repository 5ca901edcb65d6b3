/** The two registers as this service asks them, over the bus: each with its own form, and its own receipt. */
import { decodeMottatt, DodsarsakAnswer, encodeDodsfall } from '@budstikka/meldinger'
import { deathQuestionSubject } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { z } from 'zod'
import type { Answer } from './handle.ts'
import type { Melding } from './state.ts'

/** As with every look-up (AMQP profile: synchronous meldinger live for 15 s). */
const timeoutMs = 15_000
const us = 'dodsmelding'
const kildesystem = 'Budstikka'

const sak = { sekvensnummer: z.number(), avsendersMeldingsidentifikator: z.string() }
const Decisions = z.array(
  z.union([
    z.object({ ...sak, beslutning: z.string(), begrunnelse: z.string().optional() }),
    z.object({ ...sak, sakTilManuellBehandling: z.object({ begrunnelse: z.string() }) })
  ])
)

/** Throws when the register does not answer, or answers what nobody can read: then it is told again. */
export function deliver(bus: Bus, { id, at, told }: Melding): Promise<Answer> {
  const time = new Date(at).toISOString()
  const day = time.slice(0, 10)
  const innsending = { avsendersMeldingsidentifikator: id, avsendersInnsendingstidspunkt: time, kildesystem }
  switch (told.type) {
    case 'dodsfall': {
      const { fodselsnummer, dodsdato, dodssted, virksomhet, lege } = told.data
      const melding = {
        innsending,
        forespoersel: {
          forespoerselssdato: day,
          kilde: 'helse',
          avsendersSaksbehandler: lege,
          doedPerson: { foedselsnummer: fodselsnummer, doedsdato: dodsdato, ...(dodssted && { doedssted: dodssted }) },
          ...(virksomhet && { innsender: { institusjon: { virksomhet } } }),
          mottak: { informasjonskanal: 'elektroniskMelding', mottakstidspunktFraOpprinneligKanal: day }
        }
      }
      return tellFolkeregisteret(bus, 'doedsfall_v1', encodeDodsfall({ type: 'dodsfall', melding }))
    }
    case 'annullering': {
      const { fodselsnummer, lege } = told.data
      const forespoersel = {
        forespoerselssdato: day,
        kilde: 'helse',
        avsendersSaksbehandler: lege,
        levendePerson: { foedselsnummer: fodselsnummer }
      }
      const xml = encodeDodsfall({ type: 'annullering', melding: { innsending, forespoersel } })
      return tellFolkeregisteret(bus, 'annullering_av_doedsfall_v1', xml)
    }
    case 'dodsarsak':
      return ask(bus, 'dodsarsak', JSON.stringify({ id, dodsarsak: told.data })).then((bytes) =>
        DodsarsakAnswer.parse(jsonOf(bytes))
      )
  }
}

/** What the feed tells after a sequence number, oldest first. */
export async function decisionsAfter(bus: Bus, position: number) {
  return Decisions.parse(jsonOf(await ask(bus, 'hendelser', JSON.stringify({ seq: position + 1 }))))
}

async function tellFolkeregisteret(bus: Bus, question: 'doedsfall_v1' | 'annullering_av_doedsfall_v1', xml: string) {
  const answer = decodeMottatt(await ask(bus, question, xml))
  if (answer === undefined) throw new Error('expected a meldingMottatt or a folkeregisterFeilmelding, got neither')
  return answer.type === 'feil'
    ? ({ type: 'avvist', begrunnelse: answer.melding } as const)
    : ({ type: 'mottatt', referanse: answer.referanse } as const)
}

const ask = (bus: Bus, question: Parameters<typeof deathQuestionSubject>[0], body: string) =>
  bus.ask(deathQuestionSubject(question, us), Buffer.from(body), timeoutMs)
const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString())

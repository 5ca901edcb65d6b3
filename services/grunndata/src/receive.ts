/** The door for deaths: bytes in, a receipt or an error out, and the decision written down in one transaction. */
import {
  decodeDodsfall,
  derivedUuid,
  type Dodsfallsmelding,
  gate,
  identifyPersonNumber,
  type Mottatt,
  syntheticOnly
} from '@budstikka/meldinger'
import { eventSubject, headerNames, type OutboxRow, type Publisher } from '@budstikka/service'
import type { OutMessage, Store } from '@budstikka/transport'
import { fodselsnummerOf, handle } from './handle.ts'
import type { Flr } from './fastlege.ts'
import type { DodsfallEvent } from './hendelse.ts'
import { hendelsetypeOf } from './hendelsesliste.ts'
import type { Folkeregister } from './state.ts'

export type ReceiveOptions = {
  readonly store: Store
  readonly folkeregister: Folkeregister
  readonly publisher: Publisher
  readonly flr: Pick<Flr, 'leave' | 'restore'>
  /** Milliseconds since 1970. */
  now(): number
}

/** The same message again, by the sender's id, is answered with the same reference and decided once. */
export async function receive(options: ReceiveOptions, bytes: Uint8Array): Promise<Mottatt> {
  const told = read(bytes)
  if ('feil' in told) return { type: 'feil', melding: told.feil }
  const { store, publisher, folkeregister } = options
  const avsendersId = told.melding.innsending.avsendersMeldingsidentifikator
  const rows: OutboxRow[] = []
  const referanse = store.transaction(() => {
    store.outbox.markPublished(publisher.publishedUpTo)
    const known = folkeregister.referanse(avsendersId)
    if (known !== undefined) return known
    const decided = decide(options, told, avsendersId)
    if (decided.event !== undefined) rows.push({ number: store.outbox.add(decided.event), message: decided.event })
    return decided.referanse
  })
  await publisher.publish(rows)
  return { type: 'mottatt', referanse, avsendersId }
}

function decide({ folkeregister, flr, now }: ReceiveOptions, told: Dodsfallsmelding, avsendersId: string) {
  // Time comes in with the message, and is never later than the register's own: in a replay it is the world's.
  const sent = Date.parse(told.melding.innsending.avsendersInnsendingstidspunkt)
  const at = sent >= 0 ? Math.min(sent, now()) : now()
  const fodselsnummer = fodselsnummerOf(told)
  const before = folkeregister.person(fodselsnummer)
  const { beslutning, begrunnelse, person } = handle(before, told, at)
  const referanse = derivedUuid(at, 'FOLKEREGISTERET', avsendersId)
  folkeregister.receive(avsendersId, referanse, at)
  folkeregister.tell({
    folkeregisterReferanse: referanse,
    avsendersMeldingsidentifikator: avsendersId,
    beslutning,
    ...(begrunnelse !== undefined && { begrunnelse })
  })
  if (person === undefined) return { referanse }
  folkeregister.save(fodselsnummer, person, at)
  const { dodsdato } = person
  folkeregister.happened(fodselsnummer, hendelsetypeOf(before.dodsdato, dodsdato), at)
  if (dodsdato === undefined) flr.restore(fodselsnummer, at)
  else flr.leave(fodselsnummer, dodsdato, at)
  const data: DodsfallEvent = {
    fodselsnummer,
    annullert: dodsdato === undefined,
    ...(dodsdato !== undefined && { dodsdato })
  }
  const event = eventOf(data, referanse, at)
  return { referanse, event }
}

function read(bytes: Uint8Array): Dodsfallsmelding | { readonly feil: string } {
  const root = gate(bytes)
  if ('reason' in root) return { feil: `Dokumentet er ikke velformet XML: ${root.reason}` }
  const told = decodeDodsfall(root)
  if ('faults' in told)
    return {
      feil: told.faults.map(({ path, expected, came }) => `${path}: ventet ${expected}, fikk ${came}`).join('; ')
    }
  return identifyPersonNumber(fodselsnummerOf(told))?.isSynthetic === true ? told : { feil: syntheticOnly }
}

const eventOf = (data: DodsfallEvent, referanse: string, at: number): OutMessage => ({
  subject: eventSubject('dodsfall', referanse),
  id: `dodsfall.${referanse}`,
  headers: { [headerNames.time]: String(at) },
  body: Buffer.from(JSON.stringify(data))
})

/** The door for deaths: bytes in, a receipt or an error out, and the decision written down in one transaction, or when somebody makes it. */
import {
  decodeDodsfall,
  derivedUuid,
  type Dodsfallsmelding,
  gate,
  identifyPersonNumber,
  type Mottatt,
  syntheticOnly
} from '@budstikka/meldinger'
import { eventSubject, headerNames, type OutboxRow, problem, type Problem, type Publisher } from '@budstikka/service'
import type { OutMessage, Store } from '@budstikka/transport'
import type { z } from 'zod'
import type { Saksbehandling } from './config.ts'
import { type Decision, fodselsnummerOf, handle } from './handle.ts'
import type { Flr } from './fastlege.ts'
import type { Besluttet, DodsfallEvent, Sakbeslutning } from './hendelse.ts'
import { hendelsetypeOf } from './hendelsesliste.ts'
import type { Folkeregister, Sak } from './state.ts'

export type ReceiveOptions = {
  readonly store: Store
  readonly folkeregister: Folkeregister
  readonly publisher: Publisher
  readonly flr: Pick<Flr, 'leave' | 'restore'>
  /** Whether what somebody has to look at is approved at once, or waits until they decide. */
  readonly saksbehandling: Saksbehandling
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

/** What somebody at the register decides of a case that waits. An approval holds as far as the rules let it. */
export async function decideByHand(
  options: ReceiveOptions,
  { referanse, beslutning, begrunnelse }: z.infer<typeof Sakbeslutning>
): Promise<z.infer<typeof Besluttet> | Problem> {
  const { store, publisher, folkeregister, now } = options
  const rows: OutboxRow[] = []
  const decided = store.transaction(() => {
    store.outbox.markPublished(publisher.publishedUpTo)
    const sak = folkeregister.sak(referanse)
    if (sak === undefined) return problem(404, 'expected the reference of a case that waits for somebody')
    folkeregister.close(referanse)
    const ruled = handle(folkeregister.person(fodselsnummerOf(sak.told)), sak.told, now())
    const decision =
      beslutning === 'godkjent' ? ruled : { beslutning, ...(begrunnelse !== undefined && { begrunnelse }) }
    const event = conclude(options, sak, decision, now())
    if (event !== undefined) rows.push({ number: store.outbox.add(event), message: event })
    return { beslutning: decision.beslutning }
  })
  await publisher.publish(rows)
  return decided
}

function decide(options: ReceiveOptions, told: Dodsfallsmelding, avsendersId: string) {
  const { folkeregister, now } = options
  // Time comes in with the message, and is never later than the register's own: in a replay it is the world's.
  const sent = Date.parse(told.melding.innsending.avsendersInnsendingstidspunkt)
  const at = sent >= 0 ? Math.min(sent, now()) : now()
  const referanse = derivedUuid(at, 'FOLKEREGISTERET', avsendersId)
  folkeregister.receive(avsendersId, referanse, at)
  const sak = { folkeregisterReferanse: referanse, avsendersMeldingsidentifikator: avsendersId }
  const decision = handle(folkeregister.person(fodselsnummerOf(told)), told, at)
  if (decision.manuell !== undefined) folkeregister.lookAt(sak, decision.manuell)
  if (decision.manuell !== undefined && options.saksbehandling === 'venter') {
    folkeregister.wait({ ...sak, told })
    return { referanse }
  }
  return { referanse, event: conclude(options, { ...sak, told }, decision, at) }
}

/** Writes a decision down; the event by which others hear of it, where something has changed. */
function conclude(
  { folkeregister, flr }: ReceiveOptions,
  { told, ...sak }: Sak,
  { beslutning, begrunnelse, person }: Decision,
  at: number
): OutMessage | undefined {
  folkeregister.tell({ ...sak, beslutning, ...(begrunnelse !== undefined && { begrunnelse }) })
  if (person === undefined) return undefined
  const fodselsnummer = fodselsnummerOf(told)
  const before = folkeregister.person(fodselsnummer)
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
  return eventOf(data, sak.folkeregisterReferanse, at)
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

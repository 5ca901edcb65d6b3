/** Plays the doctors who tell of deaths, as the year goes on: electronically by Dødsmelding, or on paper that a register reads later. */
import { type Death, type DeathPlan, deaths, type Landscape, lookUpReport, type ReportRow } from '@budstikka/landscape'
import { derivedUuid, encodeDodsfall } from '@budstikka/meldinger'
import { deathQuestionSubject, oppslagSubject } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { z } from 'zod'
import { ask, askBytes } from '../ask.ts'
import { waitFor } from './replay.ts'
import { patiently } from './sight.ts'

export type DeathOptions = {
  readonly bus: Bus
  readonly landscape: Landscape
  readonly plan: DeathPlan
  readonly seed: string
}

export type DeathTeller = {
  /** Begins to tell what a register hears of before `at`, simulated time; asks nobody to wait. */
  tellBefore(at: number): void
  /** Tells the rest, paper that comes after the end too; rejects when somebody did not answer. */
  tellRest(): Promise<void>
}

/** Our choices. */
const inFlightMax = 16
const stuckMs = 15_000
const us = 'avspilling'
const Tall = z.record(z.string(), z.number())

/** Begins when every service is up. Every telling has an id of its own, so that a run that is gone on with may tell all of it again. */
export function openDeaths(
  { bus, landscape, plan, seed }: DeathOptions,
  areUp: Promise<void>,
  signal: AbortSignal
): DeathTeller {
  const all = deaths({ landscape, plan, seed })
  let begun = 0
  let telling = areUp
  // A failure is met where the rest is told.
  telling.catch(() => undefined)
  return {
    tellBefore(at) {
      const until = all.findIndex((death, index) => index >= begun && death.toldAt >= at)
      const due = all.slice(begun, until < 0 ? all.length : until)
      if (due.length === 0) return
      begun += due.length
      telling = telling.then(() => tellAll(due))
      telling.catch(() => undefined)
    },
    tellRest() {
      this.tellBefore(Number.POSITIVE_INFINITY)
      return telling
    }
  }

  async function tellAll(due: readonly Death[]): Promise<void> {
    for (let from = 0; from < due.length; from += inFlightMax) {
      signal.throwIfAborted()
      await Promise.all(due.slice(from, from + inFlightMax).map((death) => tell(bus, death, seed)))
    }
  }
}

/** One act of the doctor: the death and its cause, each to its own register. */
async function tell(bus: Bus, death: Death, seed: string): Promise<void> {
  const { kanal, number, at, toldAt, dodsarsak } = death
  const idOf = (what: string) => derivedUuid(at, 'DEATH', seed, what, String(number))
  if (kanal === 'papir') {
    await patiently(() => askBytes(bus, deathQuestionSubject('doedsfall_v1', us), paperForm(death, idOf('dodsfall'))))
    const question = { id: idOf('dodsarsak'), kanal, dodsarsak }
    await patiently(() => ask(bus, { subject: deathQuestionSubject('dodsarsak', us), question, answer: z.unknown() }))
    return
  }
  const { fodselsnummer, dodsdato, lege, kommune, sted } = death
  const dodsfall = { fodselsnummer, dodsdato, lege, dodssted: { kommune, type: sted } }
  await toDodsmelding('dodsfall', { ...dodsfall, id: idOf('dodsfall'), at: toldAt })
  await toDodsmelding('dodsarsak', { ...dodsarsak, id: idOf('dodsarsak'), at: toldAt })

  function toDodsmelding(name: 'dodsfall' | 'dodsarsak', question: unknown) {
    const subject = oppslagSubject('dodsmelding', 'register', us, name)
    return patiently(() => ask(bus, { subject, question, answer: z.object({ id: z.string() }) }))
  }
}

/** What whoever reads the paper writes to Folkeregisteret; the day on which it came stands in it. */
function paperForm(death: Death, id: string): Uint8Array {
  const { fodselsnummer: foedselsnummer, dodsdato: doedsdato, kommune, sted, lege, toldAt } = death
  const time = new Date(toldAt).toISOString()
  const day = time.slice(0, 10)
  const melding = {
    innsending: { avsendersMeldingsidentifikator: id, avsendersInnsendingstidspunkt: time },
    forespoersel: {
      forespoerselssdato: day,
      kilde: 'helse',
      avsendersSaksbehandler: lege,
      doedPerson: { foedselsnummer, doedsdato, doedssted: { kommune, type: sted } },
      mottak: { informasjonskanal: 'papirmelding', mottakstidspunktFraOpprinneligKanal: day }
    }
  }
  return Buffer.from(encodeDodsfall({ type: 'dodsfall', melding }))
}

/** The rows of the books, when the registers have all that was told, or have come no further for long. */
export async function deathRows(bus: Bus, plan: DeathPlan, scale: number, signal: AbortSignal): Promise<ReportRow[]> {
  let rows: ReportRow[] = []
  const look = async () => (rows = lookUpReport(plan.rows, await tallOf(bus), scale))
  const isSettled = () => rows.every(({ counted, planned }) => counted >= planned)
  await waitFor({ look, isSettled, markOf: (seen) => JSON.stringify(seen), stuckMs }, signal)
  return rows
}

/** What both registers have counted, each under its name, as deathCounts has them. */
async function tallOf(bus: Bus): Promise<Readonly<Record<string, number>>> {
  const of = async (register: string, question: 'dodsfalltall' | 'arsakstall') => {
    const tall = await patiently(() => ask(bus, { subject: deathQuestionSubject(question, us), answer: Tall }))
    return Object.entries(tall).map(([what, count]) => [`${register}.${what}`, count] as const)
  }
  return Object.fromEntries([
    ...(await of('folkeregisteret', 'dodsfalltall')),
    ...(await of('dodsarsaksregisteret', 'arsakstall'))
  ])
}

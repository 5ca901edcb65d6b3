/** Plays record systems that look up enterprises, persons and personnel: most in a copy of their own, some by asking; all of it counted. */
import { setImmediate as yieldNow } from 'node:timers/promises'
import {
  baseDataCount,
  type BaseDataPlan,
  type BaseDataUse,
  createRng,
  type Landscape,
  lookUpReport,
  personnelOf,
  type ReportRow
} from '@budstikka/landscape'
import {
  createRegister,
  deathQuestionSubject,
  grunndataQuestionSubject,
  LookUpTall,
  registerQuestionSubject
} from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { z } from 'zod'
import { ask } from '../ask.ts'
import { inFlight } from './in-flight.ts'
import { patiently } from './sight.ts'

export type BaseDataOptions = {
  readonly bus: Bus
  readonly landscape: Landscape
  readonly plan: BaseDataPlan
  readonly seed: string
}

/** Our choices: how many look-ups are made before others have their turn, and how many questions are asked at once. */
const turn = 10_000
const inFlightMax = 16
/** Persons whom a caller keeps a copy of. */
const patients = 1_000

/** Something that is in a register, and what the register answers when it is asked for it. */
type Copy = { readonly keys: readonly string[]; has(key: string): boolean }

/**
 * Resolves when every look-up is made and told. What is told has an id, so that a run that is gone on with counts nothing twice.
 * Rejects when something was looked up that the copy does not have.
 */
export async function useBaseData({ bus, landscape, plan, seed }: BaseDataOptions, signal: AbortSignal): Promise<void> {
  const copies = copiesOf(landscape, seed)
  const asking = inFlight(inFlightMax, signal)
  let made = 0
  for (const use of plan.uses) {
    const { register, kopi, from, spurt } = use
    await lookUp(copies[register], kopi)
    const id = (what: string) => `${seed}.${landscape.year}.${register}.${from}.${what}`
    await asking.begin(() =>
      tell({ subject: subjectOf('brukt', use), question: { id: id('kopi'), register, antall: kopi } })
    )
    for (let number = 0; number < spurt; number++) {
      const key = copies[register].keys[number % copies[register].keys.length] ?? ''
      const question = { id: id(String(number)), [keyNames[register]]: key }
      await asking.begin(() => tell({ subject: subjectOf('look-up', use), question }))
    }
  }
  await asking.rest()

  async function lookUp({ keys, has }: Copy, count: number): Promise<void> {
    for (let number = 0; number < count; number++) {
      if (!has(keys[made % keys.length] ?? '')) throw new Error('expected the copy to have what was looked up')
      if (++made % turn > 0) continue
      await yieldNow()
      signal.throwIfAborted()
    }
  }

  function tell(asked: { subject: string; question: unknown }): Promise<unknown> {
    return patiently(() => ask(bus, { ...asked, answer: Answered }))
  }
}

/** A problem is no answer: what is asked for is there. */
const Answered = z.object({ type: z.literal('problem').optional() }).refine(({ type }) => type === undefined)
const keyNames = { virksomhet: 'herId', person: 'identifikasjonsnummer', personell: 'hprNummer' } as const

function subjectOf(what: 'brukt' | 'look-up', { register, from }: BaseDataUse): string {
  if (register === 'virksomhet') return registerQuestionSubject(what === 'brukt' ? 'brukt' : 'part', from)
  if (what === 'brukt') return grunndataQuestionSubject('brukt', from)
  return register === 'person' ? deathQuestionSubject('person', from) : grunndataQuestionSubject('personell', from)
}

/** Copies as record systems have them, made from what the registers themselves are made of. */
function copiesOf(landscape: Landscape, seed: string): Readonly<Record<BaseDataUse['register'], Copy>> {
  const parties = createRegister(landscape.parties())
  const personnel = personnelOf(landscape)
  const rng = createRng(seed, 'base-data')
  const persons = new Set(Array.from({ length: patients }, () => landscape.randomPerson(rng).id))
  return {
    virksomhet: {
      keys: parties.all().map(({ herId }) => herId),
      has: (herId) => parties.party(herId) !== undefined
    },
    person: { keys: [...persons], has: (id) => persons.has(id) },
    personell: { keys: [...personnel.keys()], has: (hprNumber) => personnel.has(hprNumber) }
  }
}

/** The rows of the books: what both registers have counted of these callers, over the exchange and from copies. */
export async function baseDataRows(bus: Bus, plan: BaseDataPlan, scale: number): Promise<ReportRow[]> {
  const subjects = [registerQuestionSubject('tall', us), grunndataQuestionSubject('tall', us)]
  const counted: Record<string, number> = {}
  for (const subject of subjects) {
    const { kopi, spurt } = await patiently(() => ask(bus, { subject, answer: LookUpTall }))
    for (const [way, counts] of [['kopi', kopi] as const, ['spurt', spurt] as const])
      for (const [what, count] of Object.entries(counts)) counted[`${way}.${what}`] = count
  }
  const isPlanned = new Set(plan.uses.flatMap(namesOf))
  const known = Object.fromEntries(Object.entries(counted).filter(([what]) => isPlanned.has(what)))
  return lookUpReport(plan.rows, known, scale)
}
const us = 'avspilling'
const namesOf = ({ register, from }: BaseDataUse) =>
  (['kopi', 'spurt'] as const).map((way) => baseDataCount(way, register, from))

/** Whatever comes in whatever order, no prescription is dispensed too often, too late or by two at once. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apply, decide as decideOn } from './godkjenningsfritak.ts'
import { annul, cancel, dispense, dispensed, download, left, type Outcome, recall, type Resept } from './resept.ts'
import { dayMs, now, resept } from './resept.examples.ts'

const which = fc.nat({ max: 4 })
const utleverer = fc.constantFrom('A', 'B', 'C')
const command = fc.oneof(
  fc.record({ type: fc.constant('download' as const), which, utleverer }),
  fc.record({
    type: fc.constant('dispense' as const),
    which,
    utleverer,
    antall: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    isLast: fc.boolean()
  }),
  fc.record({ type: fc.constant('cancel' as const), which, utleverer }),
  fc.record({
    type: fc.constant('annul' as const),
    which,
    utleverer,
    number: fc.nat({ max: 30 }),
    reopens: fc.boolean()
  }),
  fc.record({ type: fc.constant('recall' as const), which }),
  fc.record({ type: fc.constant('apply' as const), which, utleverer }),
  fc.record({ type: fc.constant('decide' as const), which, isInnvilget: fc.boolean() }),
  fc.record({ type: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) })
)
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never

const prescription = fc.record({
  antall: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  reiterasjon: fc.nat({ max: 3 }),
  isEngangs: fc.option(fc.constant(true as const), { nil: undefined }),
  utloper: fc.integer({ min: 1, max: 365 }).map((days) => now + days * dayMs),
  ekspAnm: fc.option(fc.record({ utleverer, isForAll: fc.boolean() }), { nil: undefined })
})

type World = { at: number; readonly all: Resept[]; number: number }

/** What a command leads to; undefined for one that is about no prescription. */
function decide(world: World, command: Command): Outcome | undefined {
  const { at } = world
  if (command.type === 'wait') return undefined
  const one = world.all[command.which]
  if (one === undefined) return undefined
  const id = `m${world.number}`
  switch (command.type) {
    case 'download':
      return download(one, { utleverer: command.utleverer, m93: id, conversation: id }, at)
    case 'dispense': {
      const { antall, isLast } = command
      return dispense(one, { id, utleverer: command.utleverer, at, isLast, ...(antall !== undefined && { antall }) })
    }
    case 'cancel':
      return cancel(one, { utleverer: command.utleverer, at })
    case 'annul': {
      const annulled = { id, utleverer: command.utleverer, at, annuls: `m${command.number}` }
      return annul(one, annulled, { reopens: command.reopens })
    }
    case 'apply':
      return apply(one, { utleverer: command.utleverer, at })
    case 'decide':
      return decideOn(one, command.isInnvilget, at)
    case 'recall':
      return recall(one, '2', at)
  }
}

test('random sequences over many prescriptions break none of the laws', () => {
  fc.assert(
    fc.property(fc.array(prescription, { minLength: 5, maxLength: 5 }), fc.array(command, { maxLength: 60 }), play),
    { numRuns: 500 }
  )
})

function play(
  prescriptions: readonly {
    antall: number | undefined
    ekspAnm: Resept['ekspAnm'] | undefined
    isEngangs: true | undefined
    reiterasjon: number
    utloper: number
  }[],
  commands: readonly Command[]
) {
  const all = prescriptions.map(({ antall, ekspAnm, isEngangs, ...rest }, i) => {
    const { antall: _one, ...plain } = resept({ id: `r${i}`, ...rest })
    return {
      ...plain,
      ...(antall !== undefined && { antall }),
      ...(ekspAnm && { ekspAnm }),
      ...(isEngangs && { isEngangs })
    }
  })
  const world: World = { at: now, all, number: 0 }
  for (const command of commands) {
    world.number++
    if (command.type === 'wait') world.at += command.days * dayMs
    const outcome = decide(world, command)
    if (outcome?.type !== 'changed' || command.type === 'wait') continue
    const before = world.all[command.which]
    if (before === undefined) continue
    lawful(before, outcome.resept, command, world.at)
    world.all[command.which] = outcome.resept
  }
}

function lawful(before: Resept, after: Resept, command: Command, at: number) {
  const whole = (after.antall ?? 1) * (1 + after.reiterasjon)
  expect(dispensed(after)).toBeLessThanOrEqual(whole)
  expect(left(after)).toBe(whole - dispensed(after))
  expect(after.utleveringer.length).toBeGreaterThanOrEqual(before.utleveringer.length)
  // Whoever has it in hand is known exactly while it is U, or with the agency.
  expect(['U', 'B'].includes(after.status)).toBe(after.nedlasting !== undefined)
  // What was applied for is with the agency until it answers, and what it refuses is never dispensed.
  expect(after.status === 'B').toBe(after.soknad !== undefined && after.soknad.svar === undefined)
  if (after.status === 'A') expect([before.status, after.soknad?.svar?.isInnvilget]).toEqual(['B', false])
  if (before.status === 'A') expect(command).toMatchObject({ type: 'annul' })
  if (command.type === 'dispense') {
    expect(before.status).toBe('U')
    expect(before.nedlasting?.utleverer).toBe(command.utleverer)
    expect(dispensed(after)).toBeGreaterThan(dispensed(before))
    if (before.isEngangs) expect(after.status).not.toBe('E')
  }
  if (command.type === 'download') {
    expect(['E', 'U']).toContain(before.status)
    expect(before.status === 'U' || at < before.utloper).toBe(true)
    expect([undefined, command.utleverer]).toContain(before.nedlasting?.utleverer)
    if (before.status === 'E' && before.ekspAnm && (before.ekspAnm.isForAll || dispensed(before) === 0))
      expect(before.ekspAnm.utleverer).toBe(command.utleverer)
  }
  // Recalled is for ever; closed is left by an annulment alone.
  if (before.status === 'T') expect(after.status).toBe('T')
  if (before.status === 'R' && after.status !== 'R') expect(command).toMatchObject({ type: 'annul', reopens: true })
  if (before.isTilbakekalt && after.status !== 'U' && after.status !== 'B') expect(after.status).toBe('T')
}

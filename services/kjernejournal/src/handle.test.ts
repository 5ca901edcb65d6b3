/** Who sees what of a kjernejournal, who registers what, and what a person decides over it. */
import { isProblem } from '@budstikka/service'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choose, look, lookUp, register } from './handle.ts'
import {
  child,
  doctorAt,
  fastlegekontor,
  full,
  hospital,
  known,
  kritisk,
  legevakt,
  now,
  numberOf,
  oppslag,
  parent,
  patient
} from './kjernejournal.examples.ts'
import { grunnlag, type Innbyggerdel } from './rules.ts'
import { deler, initial, type Journal } from './state.ts'
import type { Onske } from './valg.ts'

const { allergier } = full
const chosen = (...onsker: readonly Onske[]): Journal =>
  onsker.reduce((journal: Journal, onske) => {
    const next = choose(journal, { at: now, innlogget: patient, gjelder: patient }, onske, known)
    if (isProblem(next)) throw new Error(next.detail)
    return next
  }, full)
const syn = (journal: Journal, changes: Parameters<typeof oppslag>[0] = {}) => {
  const { answer } = lookUp(journal, oppslag(changes), known)
  return answer === undefined || isProblem(answer) ? answer : answer.innhold
}

describe('a look-up by personnel', () => {
  test('shows all of the journal to a doctor with consent, and is logged', () => {
    const { valg: _valg, ...innhold } = full
    expect(lookUp(full, oppslag(), known)).toEqual({
      answer: { innhold, sperret: [], harBlokkert: false },
      logg: {
        id: 'o1',
        at: now,
        hprNummer: '0123456',
        rolle: 'LE',
        organisasjonsnummer: '999999102',
        organisasjon: 'Virksomhet 9102',
        grunnlag: 'SAMTYKKE',
        hva: 'journal',
        utfall: 'åpnet'
      }
    })
  })

  test.each([
    ['a role without access', { av: doctorAt(legevakt, { rolle: 'TT' }) }, /role/],
    ['an enterprise without access', { av: doctorAt({ ...legevakt, businessType: '108' }) }, /enterprise/],
    ['a service that the enterprise does not have', { av: doctorAt(legevakt, { tjeneste: undefined }) }, /service/],
    ['an exception at a legevakt', { grunnlag: 'UNNTAK' as const }, /UNNTAK/]
  ])('is refused with %s, and the attempt is logged', (_why, changes, detail) => {
    expect(lookUp(full, oppslag(changes), known)).toMatchObject({
      answer: { status: 403, detail: expect.stringMatching(detail) },
      logg: { utfall: 'avvist' }
    })
  })

  test('needs no consent at the patient’s own GP office and in specialist care', () => {
    for (const organisasjon of [fastlegekontor, hospital])
      expect(syn(full, { grunnlag: 'UNNTAK', av: doctorAt(organisasjon) })).toHaveProperty('kritisk')
  })

  test('that a person wants to be told of is told', () => {
    const journal = chosen({ type: 'varsling', kanal: 'sms' })
    expect(lookUp(journal, oppslag(), known).varsling).toBe('sms')
    expect(lookUp(chosen({ type: 'varsling', kanal: 'ingen' }), oppslag(), known).varsling).toBeUndefined()
  })
})

describe('what a person has closed', () => {
  const journal = chosen({ type: 'sperring', deler: ['kritisk'] })

  test('stays closed to an ordinary look-up, which is told so', () => {
    expect(lookUp(journal, oppslag(), known)).toMatchObject({
      answer: { innhold: { kritisk: [], besok: full.besok }, sperret: ['kritisk'] },
      logg: { utfall: 'åpnet' }
    })
  })

  test.each(['SAMTYKKE', 'AKUTT'] as const)('is opened by %s, and that is logged', (apner) => {
    expect(lookUp(journal, oppslag({ apner, grunnlag: 'UNNTAK', av: doctorAt(hospital) }), known)).toMatchObject({
      answer: { innhold: { kritisk }, sperret: [] },
      logg: { grunnlag: 'UNNTAK', apner, utfall: 'sperring åpnet' }
    })
  })

  test('can be the whole of it', () => {
    const whole = chosen({ type: 'sperring', deler: [...deler] })
    const { valg: _none, ...nothing } = initial
    expect(syn(whole)).toEqual(nothing)
  })
})

describe('personnel that a person has blocked', () => {
  const journal = chosen({ type: 'blokkering', hprNumre: ['000123456'] })

  test.each(grunnlag)('see nothing on the basis of %s, and the attempt is logged', (basis) => {
    const decided = lookUp(journal, oppslag({ grunnlag: basis, av: doctorAt(hospital), apner: 'AKUTT' }), known)
    expect([decided.answer, decided.logg.utfall]).toEqual([undefined, 'blokkert'])
  })

  test('do not keep others from it', () => {
    expect(syn(journal, { av: doctorAt(legevakt, { hprNummer: '1' }) })).toMatchObject({ kritisk })
  })
})

test('a refusal tells the same whatever the patient has chosen, is or is not', () => {
  const journals: readonly Journal[] = [
    full,
    initial,
    chosen({ type: 'reservasjon', reservert: true }),
    chosen({ type: 'blokkering', hprNumre: ['123456'] }),
    chosen({ type: 'sperring', deler: [...deler] }),
    { ...full, dodAt: now }
  ]
  const caller = fc.record({
    rolle: fc.constantFrom('LE', 'SP', 'TT'),
    organisasjon: fc.constantFrom(hospital, legevakt, fastlegekontor, { ...legevakt, businessType: '108' }),
    tjeneste: fc.constantFrom('8663-KA02', undefined)
  })
  fc.assert(
    fc.property(
      caller,
      fc.constantFrom(...grunnlag),
      fc.constantFrom('SAMTYKKE', 'AKUTT', undefined),
      (av, basis, apner) => {
        const asked = oppslag({ av: { hprNummer: '123456', ...av }, grunnlag: basis, ...(apner && { apner }) })
        const answers = journals.map((journal) => lookUp(journal, asked, known).answer)
        const refusals = answers.filter((answer) => answer !== undefined && isProblem(answer))
        expect(refusals.length === 0 || refusals.length === journals.length).toBe(true)
        expect(new Set(refusals).size).toBeLessThanOrEqual(1)
      }
    )
  )
})

test('one who has reserved, one who is dead and one who is blocked look alike to who asks', () => {
  const journals = [
    chosen({ type: 'reservasjon', reservert: true }),
    { ...full, dodAt: now },
    chosen({ type: 'blokkering', hprNumre: ['123456'] })
  ]
  expect(journals.map((journal) => lookUp(journal, oppslag(), known).answer)).toEqual([undefined, undefined, undefined])
})

test('the holder of a D-number has a kjernejournal when they have asked for one', () => {
  const gjelder = numberOf('1970-04-05', 100, true)
  const who = { at: now, innlogget: gjelder, gjelder }
  expect(lookUp(initial, oppslag({ fodselsnummer: gjelder }), known).answer).toBeUndefined()
  const journal = choose(initial, who, { type: 'opprett' }, known)
  if (isProblem(journal)) return expect.fail(journal.detail)
  return expect(lookUp(journal, oppslag({ fodselsnummer: gjelder }), known).answer).toBeDefined()
})

describe('critical information', () => {
  const ny = (opplysning: object) => ({
    type: 'ny' as const,
    opplysning: { status: 'active' as const, ...opplysning } as never
  })
  const treatment = (code: string) => ny({ kategori: 'OngoingTreatment', code })
  const statusOf = (rolle: string, registrering: ReturnType<typeof ny>) => {
    const { answer } = register(initial, oppslag({ av: doctorAt(hospital, { rolle }) }), registrering, known)
    return answer && (isProblem(answer) ? answer.status : answer.status)
  }

  test.each([
    ['LE', treatment('1'), 'active'],
    ['LE', ny({ kategori: 'DrugReaction', code: 'J01', reaksjon: '1' }), 'active'],
    ['PS', treatment('8'), 'active'],
    ['PS', treatment('1'), 403],
    ['SP', treatment('5'), 'active'],
    ['SP', treatment('8'), 403],
    ['SP', ny({ kategori: 'TransplantsAndOtherForeignBodies', code: '29' }), 'active'],
    ['SP', ny({ kategori: 'Infection', code: '1' }), 403]
  ])('%s registers %j: %s', (rolle, registrering, expected) => {
    expect(statusOf(rolle, registrering)).toBe(expected)
  })

  test('has versions, of which the last holds, and is gone when it was an error', () => {
    const first = register(initial, oppslag(), ny({ kategori: 'Infection', code: '1' }), known).journal ?? initial
    const endring = { ...ny({ kategori: 'Infection', code: '2' }), type: 'endring' as const, id: 'o1' }
    const second = register(first, oppslag({ id: 'o2' }), endring, known).journal ?? initial
    expect(syn(second)).toMatchObject({ kritisk: [{ id: 'o1', versjon: 2, code: '2' }] })
    const feil = { type: 'feil' as const, id: 'o1', kategorier: ['Infection' as const] }
    const third = register(second, oppslag({ id: 'o3' }), feil, known).journal ?? initial
    expect([syn(third), third.kritisk.map(({ versjon }) => versjon)]).toMatchObject([{ kritisk: [] }, [1, 2, 3]])
  })

  test('that nobody sees is changed by nobody', () => {
    const journal = chosen({ type: 'sperring', deler: ['kritisk'] })
    const feil = { type: 'feil' as const, id: kritisk[0]?.id ?? '', kategorier: ['DrugReaction' as const] }
    expect(register(journal, oppslag(), feil, known).answer).toMatchObject({ status: 404 })
  })
})

describe('a person', () => {
  const see = (innlogget: string, gjelder: string, del: Innbyggerdel = 'kritisk', at = now, family = known.familyOf) =>
    look(full, { at, innlogget, gjelder }, del, () => [], { ...known, familyOf: family })

  test('sees their own, what is closed to personnel too', () => {
    const own = { at: now, innlogget: patient, gjelder: patient }
    const closed = chosen({ type: 'sperring', deler: [...deler] })
    expect(look(closed, own, 'kritisk', () => [], known)).toEqual({ kritisk, allergier })
  })

  test('sees nothing over the net when they have reserved against it, nor when they have no kjernejournal', () => {
    const own = { at: now, innlogget: patient, gjelder: patient }
    expect(look(chosen({ type: 'nett', paNett: false }), own, 'kritisk', () => [], known)).toMatchObject({
      status: 403
    })
    const reserved = chosen({ type: 'reservasjon', reservert: true })
    expect(look(reserved, own, 'kritisk', () => [], known)).toMatchObject({ status: 404 })
  })

  test('of under 12 is seen by both parents when one of them lives with the child', () => {
    expect(see(parent, child)).toEqual({ kritisk, allergier })
    const apart = () => ({ parents: [parent], isTogether: false })
    expect(see(parent, child, 'kritisk', now, apart)).toMatchObject({ status: 403 })
  })

  test('of 12 to 15 is seen by no parent, and not by themselves before 16', () => {
    const at = (date: string) => Date.parse(date)
    expect(see(parent, child, 'kritisk', at('2022-01-14'))).toEqual({ kritisk, allergier })
    expect(see(parent, child, 'kritisk', at('2022-01-15'))).toMatchObject({ status: 403 })
    expect(see(child, child, 'kritisk', at('2026-01-14'))).toMatchObject({ status: 403 })
    expect(see(child, child, 'kritisk', at('2026-01-15'))).toEqual({ kritisk, allergier })
  })

  test('is seen by nobody else', () => {
    expect(see(numberOf('1985-01-01'), patient)).toMatchObject({ status: 403 })
  })

  test('who has reserved keeps the time of it, and gets everything back on regret', () => {
    const again: Onske = { type: 'reservasjon', reservert: true }
    const later = choose(chosen(again), { at: now + 1, innlogget: patient, gjelder: patient }, again, known)
    expect(later).toMatchObject({ valg: { reservertAt: now } })
    expect(chosen(again, { type: 'reservasjon', reservert: false })).toEqual(full)
  })
})

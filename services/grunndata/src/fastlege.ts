/** Fastlegeregisteret (FLR): whose list a person is on, and what has changed; whoever dies leaves the list. */
import type { Landscape } from '@budstikka/landscape'
import { birthDateOf, dayOf, SyntheticNumber } from '@budstikka/meldinger'
import { problem, type Problem } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { z } from 'zod'
import { codeOf } from './codes.ts'
import { openFeed } from './feed.ts'
import { Fastlegehendelse, Period } from './flr-hendelse.ts'
import { GPContract, openKontrakter } from './flr-kontrakt.ts'

/** A person number stands in a body only. */
export const FastlegeQuestion = z.strictObject({ fodselsnummer: SyntheticNumber })

/** Named as FLR's own contracts have them. */
export const Tilknytning = z.object({
  PatientNIN: z.string(),
  /** Absent for who is on no list. */
  GPHerId: z.string().optional(),
  Period,
  /** Lists 7754 and 7753; how the first came about is not told. */
  BeginCode: z.string().optional(),
  EndCode: z.string().optional(),
  GPContract: GPContract.optional()
})
export type Tilknytning = z.infer<typeof Tilknytning>

/** A person comes onto another list, or it is said anew how they came onto their own. */
export const Listebytte = z.strictObject({
  PatientNIN: SyntheticNumber,
  GPContractId: z.string().max(20),
  BeginCode: codeOf('7754'),
  From: z.iso.date()
})
/** A person has got another number (Folkeregisteret, endringIIdentifikasjonsnummer). */
export const Nummerbytte = z
  .strictObject({ fra: SyntheticNumber, til: SyntheticNumber })
  .refine(({ fra, til }) => fra !== til, 'expected two numbers')

/** Where the period began is not told: lists are as old as the landscape. */
type Change = Pick<Tilknytning, 'Period' | 'BeginCode' | 'EndCode'> & { readonly GPContractId?: string }

export function openFlr(store: Store, landscape: () => Landscape) {
  const feed = openFeed(store, 'fastlegeendringer', Fastlegehendelse)
  const kontrakter = openKontrakter(store, landscape, feed.add)
  const { changeOf, listOf, change, renumber } = openTilknytninger(store, landscape, feed.add)
  return {
    kontrakter,
    after: feed.after,
    newest: feed.newest,
    find: ({ fodselsnummer }: z.infer<typeof FastlegeQuestion>) => find(fodselsnummer),
    /** Call in a transaction. A death that is told again with another date moves the day on which the list was left. */
    leave(fodselsnummer: string, dodsdato: string, now: number): void {
      const isAgain = changeOf(fodselsnummer).EndCode !== undefined
      const type = isAgain ? 'PatientOnContractUpdated' : 'PatientOnContractCanceled'
      change(type, fodselsnummer, { Period: { To: dodsdato }, EndCode: 'OHID' }, now)
    },
    /** Who was told dead in error is on the list again. Call in a transaction. */
    restore: (fodselsnummer: string, now: number) =>
      change('PatientOnContractCreated', fodselsnummer, { Period: { From: dayOf(now) }, BeginCode: 'OTKO' }, now),
    /** Only a list that is open takes somebody on; that nobody is moved out of death is our choice. */
    move: (bytte: z.infer<typeof Listebytte>, now: number) => store.transaction(() => move(bytte, now)),
    /** The list stays the same under the new number. */
    renumber: ({ fra, til }: z.infer<typeof Nummerbytte>, now: number): Tilknytning | Problem =>
      store.transaction(() => renumber(fra, til, now) ?? find(til))
  }

  function find(PatientNIN: string): Tilknytning {
    const { GPContractId: _list, ...period } = changeOf(PatientNIN)
    const common = { PatientNIN, ...period }
    if (period.Period.To !== undefined || !isListed(PatientNIN)) return common
    const kontrakt = kontrakter.find(listOf(PatientNIN))
    if (!('Id' in kontrakt)) throw new Error('expected the list of a person to be a party of the landscape')
    return { ...common, GPHerId: kontrakt.Id, GPContract: kontrakt }
  }

  function move({ PatientNIN, GPContractId, BeginCode, From }: z.infer<typeof Listebytte>, now: number) {
    const kontrakt = kontrakter.find(GPContractId)
    if (!('Id' in kontrakt)) return kontrakt
    if (!isListed(PatientNIN) || changeOf(PatientNIN).EndCode !== undefined)
      return problem(409, 'expected somebody who is on a list')
    const before = listOf(PatientNIN)
    const isSame = before === GPContractId
    if (!isSame && (kontrakt.Status !== 'FAAA' || kontrakt.Valid.To !== undefined))
      return problem(409, 'expected a list that is open (FAAA)')
    if (!isSame) feed.add({ type: 'PatientOnContractCanceled', PatientNIN, GPContractId: before, Period: { To: From } })
    const type = isSame ? 'PatientOnContractUpdated' : 'PatientOnContractCreated'
    change(type, PatientNIN, { Period: { From }, BeginCode, GPContractId }, now)
    return find(PatientNIN)
  }
}
export type Flr = ReturnType<typeof openFlr>

/** A number of the series of 2032 is nobody's of the landscape. */
const isListed = (fodselsnummer: string) => birthDateOf(fodselsnummer) !== undefined

/** What is kept of each person whose list, or time on it, is not as it was in the landscape. */
function openTilknytninger(
  store: Store,
  landscape: () => Landscape,
  tell: (hendelse: Omit<Fastlegehendelse, 'sekvensnummer'>) => void
) {
  const changes = store.table('tilknytninger')
  // The rim: written below.
  const changeOf = (PatientNIN: string): Change => JSON.parse(changes.get(PatientNIN) ?? '{"Period":{}}')
  const listOf = (PatientNIN: string) => changeOf(PatientNIN).GPContractId ?? landscape().person(PatientNIN).fastlege
  return {
    changeOf,
    listOf,
    change(type: Fastlegehendelse['type'], PatientNIN: string, changed: Change, now: number): void {
      if (!isListed(PatientNIN)) return
      const { GPContractId: moved } = changeOf(PatientNIN)
      changes.put(PatientNIN, JSON.stringify({ ...(moved && { GPContractId: moved }), ...changed }), now)
      tell({ type, PatientNIN, ...changed, GPContractId: listOf(PatientNIN) })
    },
    renumber(fra: string, til: string, now: number): Problem | undefined {
      if (!isListed(fra) || !isListed(til)) return problem(409, 'expected numbers that tell a birth date')
      const GPContractId = listOf(fra)
      changes.put(til, JSON.stringify({ ...changeOf(fra), GPContractId }), now)
      tell({ type: 'PatientNinChanged', PatientNIN: til, FormerPatientNIN: fra, GPContractId })
      return undefined
    }
  }
}

/** A fastlegeavtale, and so a list, in Fastlegeregisteret: its office, its doctors, its out-of-office locations; and what may be changed. */
import type { Landscape } from '@budstikka/landscape'
import { HprNumber, type Party } from '@budstikka/meldinger'
import { problem, type Problem } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { z } from 'zod'
import { codeOf } from './codes.ts'
import { type Fastlegehendelse, Period } from './flr-hendelse.ts'

/** What may be said of a list, of a doctor on it, and of an out-of-office location; the key stands in the address. */
export const Kontraktendring = z.strictObject({
  Status: codeOf('7751').default('FAAA'),
  MaxPatients: z.int().min(1).max(10_000).optional(),
  Valid: Period.default({})
})
export const Legeendring = z.strictObject({
  Relationship: codeOf('7750'),
  /** Whom a locum stands in for. */
  SubstituteForHprNumber: HprNumber.optional(),
  Valid: Period.default({})
})
export const Utekontorendring = z.strictObject({ Description: z.string().min(1).max(200), Valid: Period.default({}) })

const Lege = z.object({ HprNumber: z.string(), ...Legeendring.shape })
const Utekontor = z.object({ Id: z.string(), ...Utekontorendring.shape })
/** Named as FLR's own contracts have it. */
export const GPContract = z.object({
  /** Our choice: the HER-id of the list's addressee. */
  Id: z.string(),
  GPOffice: z.object({ Name: z.string(), OrganizationNumber: z.string() }),
  Municipality: z.string(),
  ...Kontraktendring.shape,
  DoctorCycles: z.array(Lege),
  OutOfOfficeOffices: z.array(Utekontor)
})
export type GPContract = z.infer<typeof GPContract>

/** Something that is changed in a list; one that is made anew was cancelled before. */
export type Endring =
  | { readonly type: 'kontrakt'; readonly endring: z.infer<typeof Kontraktendring> }
  /** `til`: its last day, yyyy-mm-dd. */
  | { readonly type: 'avslutning'; readonly til: string }
  | { readonly type: 'lege'; readonly HprNumber: string; readonly endring: z.infer<typeof Legeendring> | undefined }
  | { readonly type: 'utekontor'; readonly Id: string; readonly endring: z.infer<typeof Utekontorendring> | undefined }

type Told = Pick<Fastlegehendelse, 'type' | 'HprNumber' | 'OutOfOfficeLocationId'>

const unknown = problem(404, 'no list of a GP with this id')

export function openKontrakter(
  store: Store,
  landscape: () => Landscape,
  tell: (hendelse: Omit<Fastlegehendelse, 'sekvensnummer'>) => void
) {
  const kontrakter = store.table('kontrakter')
  const find = (id: string): GPContract | Problem => {
    const own = kontrakter.get(id)
    return own === undefined ? firstOf(landscape().party(id)) : GPContract.parse(JSON.parse(own))
  }
  return {
    find,
    /** What is as it was changes nothing, and is told to nobody. */
    change: (id: string, endring: Endring, now: number): GPContract | Problem =>
      store.transaction(() => {
        const before = find(id)
        if (!('Id' in before)) return before
        const [after, told] = changed(before, endring)
        const text = JSON.stringify(GPContract.parse(after))
        if (text === JSON.stringify(GPContract.parse(before))) return before
        kontrakter.put(id, text, now)
        tell({ ...told, GPContractId: id })
        return after
      })
  }
}

/** A list before anybody changed it. */
function firstOf(party: Party | undefined): GPContract | Problem {
  if (party?.tjeneste !== 'person') return unknown
  const { herId, organisation, municipality = '', person } = party
  return {
    Id: herId,
    GPOffice: { Name: organisation.name, OrganizationNumber: organisation.organisationNumber },
    Municipality: municipality,
    Status: 'FAAA',
    Valid: {},
    DoctorCycles: person === undefined ? [] : [{ HprNumber: person.hprNumber, Relationship: 'LPFL', Valid: {} }],
    OutOfOfficeOffices: []
  }
}

function changed(before: GPContract, change: Endring): [after: GPContract, told: Told] {
  switch (change.type) {
    case 'kontrakt':
      return [
        { ...before, ...change.endring },
        { type: before.Valid.To === undefined ? 'ContractUpdated' : 'ContractCreated' }
      ]
    case 'avslutning':
      return [{ ...before, Valid: { ...before.Valid, To: change.til } }, { type: 'ContractCanceled' }]
    case 'lege': {
      const { HprNumber, endring } = change
      const { all: DoctorCycles, what } = withOne(before.DoctorCycles, 'HprNumber', HprNumber, endring)
      return [
        { ...before, DoctorCycles },
        { type: `GPOnContract${what}`, HprNumber }
      ]
    }
    case 'utekontor': {
      const { Id, endring } = change
      const { all: OutOfOfficeOffices, what } = withOne(before.OutOfOfficeOffices, 'Id', Id, endring)
      return [
        { ...before, OutOfOfficeOffices },
        { type: `OutOfOfficeLocation${what}`, OutOfOfficeLocationId: Id }
      ]
    }
  }
}

/** With `endring` in the place of the one that has the key, or last; without the one where there is no `endring`. */
function withOne<Key extends string, Changed extends object>(
  before: readonly (Changed & Record<Key, string>)[],
  key: Key,
  value: string,
  endring: Changed | undefined
) {
  const at = before.findIndex((one) => one[key] === value)
  if (endring === undefined) return { all: before.toSpliced(at, at < 0 ? 0 : 1), what: 'Deleted' as const }
  const one = { [key]: value, ...endring } as Changed & Record<Key, string>
  return at < 0
    ? { all: [...before, one], what: 'Created' as const }
    : { all: before.with(at, one), what: 'Updated' as const }
}

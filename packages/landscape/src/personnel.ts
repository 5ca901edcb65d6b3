/** Health personnel of the synthetic Norway: who they are by HPR number, what they may do, and where they work. */
import type { HerId, Party } from '@budstikka/meldinger'
import { doctorsOf } from './content/e-resept/rekvirent.ts'
import type { Landscape } from './landscape.ts'
import { inventName } from './names.ts'
import { createRng, pick, type Rng, whole } from './random.ts'

export type Personnel = {
  readonly hprNumber: string
  readonly givenName: string
  readonly familyName: string
  /** List 9060. */
  readonly profession: 'LE' | 'SP' | 'FA1'
  /** List 7704: 1 authorised, 3 a student's licence, 4 a licence, 8 authorised and approved as a GP, 18 LIS1. */
  readonly approval: '1' | '3' | '4' | '8' | '18'
  /** List 7426. */
  readonly specialty?: string
  /** Last day of a licence, yyyy-mm-dd; an authorisation has none. */
  readonly validTo?: string
  /** HER-ids of the services that employ them, or of themselves as a party. */
  readonly employers: readonly HerId[]
}

type Who = Pick<Personnel, 'hprNumber' | 'givenName' | 'familyName'>

/** How many work at a service, and who they are: assumed. Doctors who prescribe are those of e-resept. */
const staffs: Readonly<Record<string, (party: Party) => readonly [Personnel['profession'], readonly Who[]]>> = {
  '8666-FR': ({ herId }) => ['LE', doctorsOf(herId)],
  '8663-KA02': ({ herId }) => ['LE', doctorsOf(herId)],
  '8663-KX17': ({ herId }) => ['LE', doctorsOf(herId)],
  '8663-KP02': ({ herId }) => ['SP', staffOf('sykepleier', herId, { prefix: '97', count: 20 })],
  '8664-FR': ({ herId }) => ['FA1', staffOf('farmasøyt', herId, { prefix: '96', count: 5 })]
}

/** Shares of licences and of specialists: assumed. */
const share = { licence: 0.06, generalPractice: 0.7, specialist: 0.5 }
const hospitalSpecialties = ['190', '152', '40', '35'] as const

/** By HPR number; the same landscape gives the same. Where two draws gave one number, the first keeps it. */
export function personnelOf(landscape: Landscape): ReadonlyMap<string, Personnel> {
  const all = new Map<string, Personnel>()
  for (const party of landscape.parties()) {
    if (party.person !== undefined) add(party, 'LE', party.person)
    const [profession, staff] = staffs[party.tjeneste]?.(party) ?? ['LE', []]
    for (const who of staff) add(party, profession, who)
  }
  return all

  function add(party: Party, profession: Personnel['profession'], who: Who): void {
    if (all.has(who.hprNumber)) return
    const { hprNumber, givenName, familyName } = who
    const rng = createRng(landscape.seed, 'autorisasjon', hprNumber)
    const allowed = allowedOf(rng, { profession, isGp: party.person !== undefined, year: landscape.year })
    all.set(hprNumber, { hprNumber, givenName, familyName, profession, ...allowed, employers: [party.herId] })
  }
}

type Allowed = Pick<Personnel, 'approval' | 'specialty' | 'validTo'>

function allowedOf(
  rng: Rng,
  who: { readonly profession: Personnel['profession']; readonly isGp: boolean; readonly year: number }
): Allowed {
  const { profession, isGp, year } = who
  if (isGp) return rng() < share.generalPractice ? { approval: '8', specialty: '1' } : { approval: '1' }
  if (rng() < share.licence) {
    const licences = profession === 'LE' ? (['3', '4', '18'] as const) : (['3', '4'] as const)
    return { approval: pick(rng, licences), validTo: `${year}-12-31` }
  }
  if (profession !== 'LE' || rng() >= share.specialist) return { approval: '1' }
  return { approval: '1', specialty: pick(rng, hospitalSpecialties) }
}

/** HPR numbers of nine digits that begin so are nobody's (our choice). */
function staffOf(
  what: string,
  herId: string,
  { prefix, count }: { readonly prefix: string; readonly count: number }
): readonly Who[] {
  return Array.from({ length: count }, (_, number) => {
    const rng = createRng(what, herId, number)
    return { ...inventName(rng), hprNumber: `${prefix}${String(whole(rng, 0, 9_999_999)).padStart(7, '0')}` }
  })
}

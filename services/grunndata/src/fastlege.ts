/** Fastlegeregisteret (FLR): whose list a person is on, and what has changed; whoever dies leaves the list. */
import type { Landscape } from '@budstikka/landscape'
import { birthDateOf, SyntheticNumber } from '@budstikka/meldinger'
import type { Store } from '@budstikka/transport'
import { z } from 'zod'
import { openFeed } from './feed.ts'

/** A person number stands in a body only. */
export const FastlegeQuestion = z.strictObject({ fodselsnummer: SyntheticNumber })

const Period = z.object({ From: z.string().optional(), To: z.string().optional() })

/** Named as FLR's own contracts have them. */
export const Tilknytning = z.object({
  PatientNIN: z.string(),
  /** Absent for who is on no list. */
  GPHerId: z.string().optional(),
  Period,
  /** Lists 7754 and 7753; how the first came about is not told. */
  BeginCode: z.string().optional(),
  EndCode: z.string().optional(),
  GPContract: z
    .object({
      /** Our choice: the HER-id of the list's addressee. */
      Id: z.string(),
      GPOffice: z.object({ Name: z.string(), OrganizationNumber: z.string() }),
      Municipality: z.string(),
      /** List 7751. */
      Status: z.string(),
      DoctorCycles: z.array(z.object({ HprNumber: z.string(), Relationship: z.string() }))
    })
    .optional()
})
export type Tilknytning = z.infer<typeof Tilknytning>

export const Fastlegehendelse = z.object({
  sekvensnummer: z.number().int().min(1),
  /** As FLR calls its events. */
  type: z.enum(['PatientOnContractCreated', 'PatientOnContractCanceled']),
  PatientNIN: z.string(),
  GPContractId: z.string(),
  Period,
  BeginCode: z.string().optional(),
  EndCode: z.string().optional()
})

/** Where the period began is not told: lists are as old as the landscape. */
type Change = Pick<Tilknytning, 'Period' | 'BeginCode' | 'EndCode'>

export function openFlr(store: Store, landscape: () => Landscape) {
  const changes = store.table('tilknytninger')
  const feed = openFeed(store, 'fastlegeendringer', Fastlegehendelse)
  return {
    after: feed.after,
    newest: feed.newest,
    find({ fodselsnummer: PatientNIN }: z.infer<typeof FastlegeQuestion>): Tilknytning {
      const change = changes.get(PatientNIN)
      // The rim: written below.
      const { Period: period, ...codes }: Change = change === undefined ? { Period: {} } : JSON.parse(change)
      const common = { PatientNIN, Period: period, ...codes }
      return period.To === undefined && isListed(PatientNIN)
        ? { ...common, ...contractOf(landscape(), PatientNIN) }
        : common
    },
    /** Call in a transaction. A death that is told again with another date moves the day on which the list was left. */
    leave: (fodselsnummer: string, dodsdato: string, now: number) =>
      change('PatientOnContractCanceled', fodselsnummer, { Period: { To: dodsdato }, EndCode: 'OHID' }, now),
    /** Who was told dead in error is on the list again. Call in a transaction. */
    restore: (fodselsnummer: string, now: number) =>
      change('PatientOnContractCreated', fodselsnummer, { Period: { From: dayOf(now) }, BeginCode: 'OTKO' }, now)
  }

  function change(
    type: z.infer<typeof Fastlegehendelse>['type'],
    PatientNIN: string,
    changed: Change,
    now: number
  ): void {
    if (!isListed(PatientNIN)) return
    changes.put(PatientNIN, JSON.stringify(changed), now)
    feed.add({ type, PatientNIN, GPContractId: landscape().person(PatientNIN).fastlege, ...changed })
  }
}
export type Flr = ReturnType<typeof openFlr>

/** A number of the series of 2032 is nobody's of the landscape. */
const isListed = (fodselsnummer: string) => birthDateOf(fodselsnummer) !== undefined
const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10)

function contractOf(landscape: Landscape, fodselsnummer: string): Pick<Tilknytning, 'GPHerId' | 'GPContract'> {
  const herId = landscape.person(fodselsnummer).fastlege
  const party = landscape.party(herId)
  if (party === undefined) throw new Error('expected the list of a person to be a party of the landscape')
  const { organisation, municipality = '', person } = party
  return {
    GPHerId: herId,
    GPContract: {
      Id: herId,
      GPOffice: { Name: organisation.name, OrganizationNumber: organisation.organisationNumber },
      Municipality: municipality,
      Status: 'FAAA',
      DoctorCycles: person === undefined ? [] : [{ HprNumber: person.hprNumber, Relationship: 'LPFL' }]
    }
  }
}

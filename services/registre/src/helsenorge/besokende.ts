/** Who is on Helsenorge, and what has been counted there: kept in the store, a batch in a transaction, each batch once. */
import { SyntheticNumber } from '@budstikka/meldinger'
import { openTally, type Representasjon } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { z } from 'zod'
import { type Besok, follow, type Handling as Navn, silenceMs } from './besok.ts'
import type { Fullmakter } from './fullmakter.ts'
import type { Innsyn } from './innsyn.ts'

/** Our choice. */
const batchMax = 1_000

const at = z.int().nonnegative()
const innlogget = { at, besokende: SyntheticNumber }
/** Whose it is that is looked at; absent for one's own. */
const gjelder = SyntheticNumber.optional()

const Handling = z.discriminatedUnion('handling', [
  /** A person number of who logs in, or something that tells an unknown visitor from others. */
  z.strictObject({ at, besokende: z.union([SyntheticNumber, z.uuid()]), handling: z.literal('side') }),
  z.strictObject({
    ...innlogget,
    handling: z.enum(['innlogging', 'timer', 'meldinger', 'fastlege', 'skjema'] satisfies Navn[])
  }),
  z.strictObject({ ...innlogget, handling: z.enum(['legemidler', 'provesvar']), gjelder }),
  z.strictObject({
    ...innlogget,
    handling: z.literal('kjernejournal'),
    gjelder,
    deler: z.array(z.string().max(32)).min(1).max(16)
  }),
  /** `til`: the last day; absent to withdraw it. */
  z.strictObject({
    ...innlogget,
    handling: z.literal('fullmakt'),
    haver: SyntheticNumber,
    til: z.iso.date().optional()
  })
])
type Handling = z.infer<typeof Handling>

/** What visitors did, in order of time. A run tells its batches in order, from 0. */
export const Aktivitet = z.strictObject({
  kjoring: z.string().min(1).max(64),
  nummer: z.int().nonnegative(),
  aktivitet: z.array(Handling).max(batchMax)
})
export type Aktivitet = z.infer<typeof Aktivitet>

/** How many of a batch were refused: a service needs a log-in, and another's needs a right. */
export const Tatt = z.object({ avvist: z.int() })

export type Bak = {
  readonly fullmakter: Fullmakter
  readonly innsyn: Pick<Innsyn, 'wish'>
  /** By what right somebody looks at another's. */
  rett(innlogget: string, gjelder: string, at: number): Representasjon | undefined
}

/** `bak`: what stands behind the services that are played. */
export function openBesokende(store: Store, bak: Bak) {
  const besok = store.table('helsenorge_besok')
  const batches = store.table('helsenorge_kjoring')
  const tally = openTally(store, 'helsenorge_tall')
  return {
    take: ({ kjoring, nummer, aktivitet }: Aktivitet): z.infer<typeof Tatt> =>
      store.transaction(() => {
        if (nummer < Number(batches.get(kjoring) ?? 0)) return { avvist: 0 }
        batches.put(kjoring, String(nummer + 1), 0)
        const present = new Map<string, Besok>()
        const counts = new Map<string, number>()
        let avvist = 0
        for (const [number, one] of aktivitet.entries()) {
          const { at, besokende, handling } = one
          const followed = follow(present.get(besokende) ?? before(besokende), at, handling)
          if (followed === 'ikke innlogget' || !isDone(one, `${kjoring}.${nummer}.${number}`)) {
            avvist++
            continue
          }
          present.set(besokende, followed.besok)
          for (const what of followed.counts) counts.set(what, (counts.get(what) ?? 0) + 1)
        }
        for (const [who, { sist, erInnlogget }] of present) besok.put(who, `${sist} ${erInnlogget}`, sist)
        for (const [what, count] of counts) tally.change(what, count)
        // Who has been silent for so long begins anew, whether known or not.
        const now = aktivitet.at(-1)?.at ?? 0
        besok.deleteBefore(now - silenceMs)
        bak.fullmakter.forgetBefore(now)
        return { avvist }
      }),
    tall: tally.all,
    /** Visitors whose visit has not ended. */
    present: () => besok.count()
  }

  function before(besokende: string): Besok | undefined {
    const [sist, erInnlogget] = besok.get(besokende)?.split(' ') ?? []
    return sist === undefined ? undefined : { sist: Number(sist), erInnlogget: erInnlogget === 'true' }
  }

  /** False where it is refused: Ikke tilgang. */
  function isDone(one: Handling, id: string): boolean {
    switch (one.handling) {
      case 'legemidler':
      case 'provesvar':
      case 'kjernejournal': {
        const { at, besokende: innlogget, gjelder = innlogget } = one
        const rett = bak.rett(innlogget, gjelder, at)
        if (rett === undefined) return false
        const about = { at, innlogget, gjelder, rett }
        bak.innsyn.wish(
          id,
          one.handling === 'kjernejournal'
            ? { ...about, hva: one.handling, deler: one.deler }
            : { ...about, hva: one.handling }
        )
        return true
      }
      case 'fullmakt':
        return bak.fullmakter.give(one.besokende, one.haver, one.til, one.at) === undefined
      case 'side':
      case 'innlogging':
      case 'timer':
      case 'meldinger':
      case 'fastlege':
      case 'skjema':
        return true
    }
  }
}

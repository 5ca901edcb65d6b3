/** Who is on Helsenorge, and what has been counted there: kept in the store, a batch in a transaction, each batch once. */
import { SyntheticNumber } from '@budstikka/meldinger'
import { openTally } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { z } from 'zod'
import { type Besok, follow, silenceMs, tjenester } from './besok.ts'

/** Our choice. */
const batchMax = 1_000

/** What visitors did, in order of time. A run tells its batches in order, from 0. */
export const Aktivitet = z.strictObject({
  kjoring: z.string().min(1).max(64),
  nummer: z.int().nonnegative(),
  aktivitet: z
    .array(
      z.strictObject({
        at: z.int().nonnegative(),
        /** A person number of who logs in, or something that tells an unknown visitor from others. */
        besokende: z.union([SyntheticNumber, z.uuid()]),
        handling: z.enum(['side', 'innlogging', ...tjenester])
      })
    )
    .max(batchMax)
})
export type Aktivitet = z.infer<typeof Aktivitet>

/** How many of a batch were refused: a service needs a log-in. */
export const Tatt = z.object({ avvist: z.int() })

export function openBesokende(store: Store) {
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
        for (const { at, besokende, handling } of aktivitet) {
          const followed = follow(present.get(besokende) ?? before(besokende), at, handling)
          if (followed === 'ikke innlogget') {
            avvist++
            continue
          }
          present.set(besokende, followed.besok)
          for (const what of followed.counts) counts.set(what, (counts.get(what) ?? 0) + 1)
        }
        for (const [who, { sist, erInnlogget }] of present) besok.put(who, `${sist} ${erInnlogget}`, sist)
        for (const [what, count] of counts) tally.change(what, count)
        // Who has been silent for so long begins anew, whether known or not.
        besok.deleteBefore((aktivitet.at(-1)?.at ?? 0) - silenceMs)
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
}

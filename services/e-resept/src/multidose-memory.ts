/** What is remembered of multidose and medicine lists: each patient's last messages, and when a pharmacy's patients changed. */
import type { NyttNummer } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import type { LibName, State } from './state.ts'

const names: readonly LibName[] = ['M25.1', 'M25.2', 'M25.3']
/** Most patients that one answer names: our choice. */
const endredeMax = 10_000

export function openMultidose(store: Store) {
  const liber = store.table('lib')
  const endringer = store.table('multidoseendringer')
  return {
    liber: (pasientId: string): readonly string[] => names.flatMap((name) => liber.get(`${pasientId}.${name}`) ?? []),
    /** `since`: simulated time, milliseconds since 1970. */
    endrede: ({ apotek, since }: { readonly apotek: string; readonly since: number }): readonly string[] =>
      endringer
        .between(since, Number.MAX_SAFE_INTEGER, endredeMax)
        .flatMap(({ key }) => (key.startsWith(`${apotek}.`) ? key.slice(apotek.length + 1) : [])),
    save(pasientId: string, { lib, multidoseendring }: Pick<State, 'lib' | 'multidoseendring'>, now: number) {
      if (lib !== undefined) liber.put(`${pasientId}.${lib.name}`, lib.xml, now)
      if (multidoseendring === undefined) return
      const key = `${multidoseendring.apotek}.${pasientId}`
      if (multidoseendring.isStill) endringer.put(key, '', now)
      else endringer.delete(key)
    },
    /** The lists follow; who packs for the patient is to know: `before` by the one number, `after` by both (HER-ids). */
    renumber({ fra, til }: NyttNummer, { before, after }: Record<'before' | 'after', string | undefined>, now: number) {
      for (const name of names) {
        const xml = liber.get(`${fra}.${name}`)
        if (xml !== undefined) liber.add(`${til}.${name}`, xml, now)
        liber.delete(`${fra}.${name}`)
      }
      if (before !== undefined) endringer.delete(`${before}.${fra}`)
      if (after !== undefined) endringer.put(`${after}.${til}`, '', now)
    },
    forgetBefore(at: number) {
      liber.deleteBefore(at)
      endringer.deleteBefore(at)
    }
  }
}

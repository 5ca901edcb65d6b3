/** What is remembered of each patient, and how all of it follows to another number. */
import type { NyttNummer } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { ansvarlige } from './multidose.ts'
import type { openMultidose } from './multidose-memory.ts'
import { initialPasient, legemidlerMs, type Pasient, withFormer } from './pasient.ts'
import type { openResepter } from './resept-memory.ts'

type Memories = {
  readonly resepter: Pick<ReturnType<typeof openResepter>, 'all' | 'save'>
  readonly multidose: Pick<ReturnType<typeof openMultidose>, 'renumber'>
}

export function openPasienter(store: Store, { resepter, multidose }: Memories) {
  const pasienter = store.table('pasienter')
  return { one, save, renumber, forgetBefore: (now: number) => pasienter.deleteBefore(now - legemidlerMs) }

  /** By person number. */
  function one(id: string): Pasient {
    const text = pasienter.get(id)
    return text === undefined ? initialPasient : JSON.parse(text)
  }

  /** A death, a reservation, a blocking and a change of number hold until they are taken back. */
  function save(id: string, pasient: Pasient, now: number): void {
    const { isDod, isReservert, blokkerte, harNyIdentitet } = pasient
    const isKept = isDod || isReservert || blokkerte !== undefined || harNyIdentitet
    pasienter.put(id, JSON.stringify(pasient), isKept ? Number.MAX_SAFE_INTEGER : now)
  }

  function renumber({ fra, til }: NyttNummer, now: number): void {
    const former = one(fra)
    for (const resept of resepter.all(former.resepter))
      resepter.save({ ...resept, pasient: til, andreFnr: [...(resept.andreFnr ?? []), fra] }, {})
    const pasient = withFormer(one(til), former, { fra, til })
    save(til, pasient, now)
    save(fra, { ...initialPasient, harNyIdentitet: true }, now)
    const [before, after] = [former, pasient].map((each) => ansvarlige(each.multidose, now).apotek?.herId)
    multidose.renumber({ fra, til }, { before, after }, now)
  }
}

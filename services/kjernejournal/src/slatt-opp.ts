/** What a look-up shows of what others have: nothing of a part that stays closed, and who did not answer. */
import type { GyldigeResepter, GyldigResept } from '@budstikka/service'
import type { Andre, Vaksiner } from './andre.ts'
import type { Syn } from './handle.ts'
import type { Oppslag } from './rules.ts'

export type SlattOpp = {
  readonly resepter: readonly GyldigResept[]
  /** Locked ones, which are not shown. */
  readonly harLaste: boolean
  readonly vaksiner: Vaksiner
  /** Names of those who did not answer. */
  readonly uteblitt: readonly string[]
}

/** Everything that is open. */
export async function slaOpp(andre: Andre, oppslag: Oppslag, { sperret }: Pick<Syn, 'sperret'>): Promise<SlattOpp> {
  const [resepter, vaksiner] = await Promise.all([
    sperret.includes('legemidler') ? ingenResepter : andre.resepter(oppslag),
    sperret.includes('vaksiner') ? {} : andre.vaksiner(oppslag)
  ])
  return {
    ...(resepter ?? ingenResepter),
    vaksiner: vaksiner ?? {},
    uteblitt: [...(resepter ? [] : ['Reseptformidleren']), ...(vaksiner ? [] : ['SYSVAK'])]
  }
}

/** None where nothing of them is told; undefined where Reseptformidleren does not answer. */
export async function slaOppResepter(
  andre: Andre,
  oppslag: Oppslag,
  { sperret, harBlokkert }: Pick<Syn, 'sperret' | 'harBlokkert'>
): Promise<GyldigeResepter | undefined> {
  const isTold = !harBlokkert && !sperret.includes('legemidler')
  return isTold ? andre.resepter(oppslag) : ingenResepter
}

const ingenResepter: GyldigeResepter = { harLaste: false, resepter: [] }
/** Where nobody is asked. */
export const ingenting: SlattOpp = { ...ingenResepter, vaksiner: {}, uteblitt: [] }

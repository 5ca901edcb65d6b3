/** The code lists: those parts that the meldinger and the registers use, or whole ones from a folder that is named at start. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { knownCodes } from '@budstikka/landscape'
import { codesOfMeldinger } from '@budstikka/meldinger'
import { problem, type Problem } from '@budstikka/service'
import { z } from 'zod'
import { registerCodes } from './codes.ts'

export const KodeverkQuestion = z.strictObject({
  liste: z.string().regex(/^[0-9]{1,6}$/, 'expected the number of a list'),
  kode: z.string().min(1).max(50).optional().describe('that code alone')
})
export const Kodeverk = z.object({
  liste: z.string(),
  /** Whether the list stands here as a whole. */
  erHel: z.boolean(),
  koder: z.array(z.object({ kode: z.string(), navn: z.string() }))
})
export type Kodeverk = z.infer<typeof Kodeverk>

type Lists = ReadonlyMap<string, { readonly erHel: boolean; readonly koder: ReadonlyMap<string, string> }>
const File = z.record(z.string(), z.record(z.string(), z.string()))

/**
 * `dir`: a folder with kodeverk.json, `{ "<list>": { "<code>": "<name>" } }`; a list that stands there is whole. Throws when the
 * folder is named and cannot be read.
 */
export function openKodeverk(dir?: string) {
  const lists: Lists = new Map([...ours(), ...(dir === undefined ? [] : whole(dir))])
  return {
    lister: () => [...lists.keys()].toSorted(),
    navn: (liste: string, kode: string) => lists.get(liste)?.koder.get(kode),
    hent({ liste, kode }: z.infer<typeof KodeverkQuestion>): Kodeverk | Problem {
      const list = lists.get(liste)
      if (list === undefined) return problem(404, 'no list with this number here')
      const koder = Array.from(list.koder, ([one, navn]) => ({ kode: one, navn }))
      const { erHel } = list
      if (kode === undefined) return { liste, erHel, koder }
      const found = koder.filter((one) => one.kode === kode)
      return found.length > 0 ? { liste, erHel, koder: found } : problem(404, 'no such code in this list here')
    }
  }
}
export type Kodeverkregister = ReturnType<typeof openKodeverk>

function ours(): Lists {
  const registers = Object.entries(registerCodes).flatMap(([list, codes]) =>
    Object.entries(codes).map(([code, name]) => ({ list, code, name }))
  )
  const byList = Map.groupBy([...codesOfMeldinger(), ...knownCodes(), ...registers], ({ list }) => list)
  return new Map(
    Array.from(byList, ([list, codes]) => [
      list,
      { erHel: false, koder: new Map(codes.map(({ code, name }) => [code, name])) }
    ])
  )
}

const whole = (dir: string): Lists =>
  new Map(
    Object.entries(File.parse(JSON.parse(readFileSync(join(dir, 'kodeverk.json'), 'utf8')))).map(([list, codes]) => [
      list,
      { erHel: true, koder: new Map(Object.entries(codes)) }
    ])
  )

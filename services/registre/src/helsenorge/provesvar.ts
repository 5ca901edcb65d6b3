/** Pasientens prøvesvar: which answers of laboratories and imaging there are of a person. What stands in them lies with whoever answered. */
import { typeBehind } from '@budstikka/landscape'
import { identifyPersonNumber, type Party } from '@budstikka/meldinger'
import type { NyttNummer } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { z } from 'zod'

export const Svar = z.object({
  /** When it was answered last, milliseconds since 1970. */
  at: z.number(),
  /** SVAR_* (list 8279), also of what came in an old format. */
  type: z.string(),
  /** List 7306: P preliminary, F final, A supplement. */
  status: z.enum(['P', 'F', 'A']),
  laboratorium: z.string()
})
export type Svar = z.infer<typeof Svar>
export type Provesvar = ReturnType<typeof openProvesvar>

/** Of a happening only what makes an answer is read. */
const Happening = z.object({
  id: z.string(),
  first: z.string().optional(),
  at: z.number(),
  actor: z.string(),
  patient: z.string(),
  status: z.string().default('N'),
  detail: z.string().optional()
})
/** By document: its type and the conversation, as its number is; a supplement by its happening too. */
const Kjent = z.record(z.string(), Svar)

/** That answers are known from what happens is our choice: how a laboratory tells of them is not published. */
export function openProvesvar(store: Store) {
  const table = store.table('provesvar')
  // The rim: written below.
  const knownOf = (id: string): z.infer<typeof Kjent> => JSON.parse(table.get(id) ?? '{}')
  function keep(id: string, known: z.infer<typeof Kjent>) {
    const all = Object.values(known)
    if (all.length === 0) table.delete(id)
    else table.put(id, JSON.stringify(known), Math.max(...all.map(({ at }) => at)))
  }
  return {
    /**
     * `data` is of event 'hendelse'; in the transaction at hand. A correction takes the place of what it corrects, a supplement stands
     * beside it, and a cancellation takes both away. Nothing is kept of who could be a real person.
     */
    hear(data: unknown, partyOf: (herId: string) => Party | undefined): void {
      const { hendelser = [] } = Object(data) as { hendelser?: readonly { readonly meldingType?: unknown }[] }
      for (const told of hendelser) {
        const type = typeBehind(String(told.meldingType))
        if (!type.startsWith('SVAR_')) continue
        const { id, first = id, at, actor, patient, status, detail } = Happening.parse(told)
        if (identifyPersonNumber(patient)?.isSynthetic !== true) continue
        const key = `${first}.${type}`
        const known = knownOf(patient)
        if (status === 'C') {
          keep(patient, without(known, key))
          continue
        }
        const svar: Svar = {
          at,
          type,
          status: detail === 'P' || detail === 'A' ? detail : 'F',
          laboratorium: partyOf(actor)?.name ?? ''
        }
        keep(patient, { ...known, [status === 'A' || detail === 'A' ? `${key}.${id}` : key]: svar })
      }
    },
    /** What stands under one number goes to another; in the transaction at hand. */
    move({ fra, til }: NyttNummer): void {
      keep(til, { ...knownOf(fra), ...knownOf(til) })
      table.delete(fra)
    },
    /** Newest first. */
    of: (id: string): readonly Svar[] => Object.values(knownOf(id)).toSorted((one, other) => other.at - one.at)
  }
}

const without = (known: z.infer<typeof Kjent>, key: string): z.infer<typeof Kjent> =>
  Object.fromEntries(Object.entries(known).filter(([one]) => one !== key && !one.startsWith(`${key}.`)))

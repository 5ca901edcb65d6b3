/** What citizens look at through Helsenorge: medicines are Reseptformidleren's, the core record is Kjernejournal's, and each is asked until it answers; test results are kept here. */
import {
  askUntilAnswered,
  ereseptSubjects,
  kjernejournalQuestionSubject,
  openTally,
  type openUtsteder,
  type Representasjon
} from '@budstikka/service'
import type { Bus, Store } from '@budstikka/transport'
import { z } from 'zod'
import type { Provesvar } from './provesvar.ts'

export type Innsyn = ReturnType<typeof openInnsyn>

/** By whom something was wished for, and about whom. */
const about = {
  at: z.number(),
  innlogget: z.string(),
  gjelder: z.string(),
  rett: z.enum(['selv', 'FO', 'FU'] satisfies Representasjon[])
}
const Onske = z.discriminatedUnion('hva', [
  z.object({ ...about, hva: z.enum(['legemidler', 'provesvar']) }),
  z.object({ ...about, hva: z.literal('kjernejournal'), deler: z.array(z.string()) })
])
export type Onske = z.infer<typeof Onske>
/** A problem has a status. */
const Svar = z.looseObject({ status: z.int().optional() })

/** Our choice. */
const inFlightMax = 16
const forever = Number.MAX_SAFE_INTEGER

/** `provesvar`: what is known here; `utsteder`: whose proofs go along; `herIds`: Kjernejournal's and Helsenorge's own. */
export function openInnsyn(
  {
    bus,
    store,
    provesvar
  }: { readonly bus: Pick<Bus, 'ask'>; readonly store: Store; readonly provesvar: Pick<Provesvar, 'of'> },
  utsteder: ReturnType<typeof openUtsteder>,
  herIds: { readonly kjernejournal: string; readonly helsenorge: string },
  signal: AbortSignal
) {
  const onsker = store.table('helsenorge_innsyn')
  const tally = openTally(store, 'helsenorge_innsyn_tall')
  let fetching: Promise<void> | undefined
  return {
    /** In the transaction at hand; `id`: the same is wished for once. */
    wish: (id: string, onske: Onske) => void onsker.add(id, JSON.stringify(onske), onske.at),
    /** Resolves when all that was wished for has been answered, what an earlier process left too. */
    fetch: (): Promise<void> => (fetching ??= fetchAll().finally(() => (fetching = undefined))),
    /** legemidler|kjernejournal|provesvar.<right of list 7611, or avvist>. */
    tall: tally.all
  }

  async function fetchAll(): Promise<void> {
    for (;;) {
      const rows = onsker.between(0, forever, inFlightMax)
      if (rows.length === 0) return
      const answers = await Promise.all(rows.map(({ value }) => answerTo(Onske.parse(JSON.parse(value)))))
      store.transaction(() =>
        rows.forEach(({ key }, number) => {
          onsker.delete(key)
          tally.change(answers[number] ?? '')
        })
      )
    }
  }

  async function answerTo(onske: Onske): Promise<string> {
    const { status } = Svar.parse(await ask(onske))
    return `${onske.hva}.${status === undefined ? onske.rett : 'avvist'}`
  }

  async function ask(onske: Onske): Promise<unknown> {
    const { at, innlogget, gjelder, rett } = onske
    const fullmakt = rett === 'FU' ? { fullmakt: utsteder.fullmakt(gjelder, innlogget) } : {}
    switch (onske.hva) {
      case 'provesvar':
        return { provesvar: provesvar.of(gjelder) }
      case 'legemidler':
        return asked(ereseptSubjects.legemidler, {
          bevis: utsteder.innlogget(innlogget),
          sporsmal: { gjelder, ...fullmakt }
        })
      case 'kjernejournal':
        return asked(kjernejournalQuestionSubject('innbygger', herIds.kjernejournal, herIds.helsenorge), {
          at,
          innlogget,
          gjelder,
          deler: onske.deler,
          ...fullmakt
        })
    }
  }

  async function asked(subject: string, question: object): Promise<unknown> {
    const body = Buffer.from(JSON.stringify(question))
    return JSON.parse(Buffer.from(await askUntilAnswered(bus, subject, body, signal)).toString())
  }
}

/** The questions to kjernejournal and their answers, the same over HTTP and over the bus. */
import { derivedUuid } from '@budstikka/meldinger'
import { isProblem, type Problem } from '@budstikka/service'
import { choose, type Innbyggersyn, look } from './handle.ts'
import type { Logginnslag } from './logg.ts'
import { personnelAnswers, type PersonnelOptions } from './personnel-answers.ts'
import type { Innbygger, Innbyggerdel } from './rules.ts'
import type { Journal } from './state.ts'
import { endringerIn, type Onske } from './valg.ts'

export type { Spor } from './personnel-answers.ts'
export type Answers = ReturnType<typeof answersOf>

export function answersOf(options: PersonnelOptions) {
  const { desk, records, saying, known } = options
  return {
    ...personnelAnswers(options),
    innbygger: (innbygger: Innbygger, del: Innbyggerdel): Promise<Innbyggersyn | Problem> =>
      desk(() => {
        const { gjelder, innlogget } = innbygger
        const syn = look(records.journalOf(gjelder), innbygger, del, () => records.logOf(gjelder), known)
        // Counted is who has looked at their own.
        if (!isProblem(syn) && innlogget === gjelder) records.tall.countCitizen(innlogget, del)
        return syn
      }),
    velg: (innbygger: Innbygger, onske: Onske): Promise<Journal['valg'] | Problem> =>
      desk(() => {
        const { at, gjelder } = innbygger
        const before = records.journalOf(gjelder)
        const journal = choose(before, innbygger, onske, known)
        if (isProblem(journal)) return journal
        records.save(gjelder, journal)
        for (const endring of endringerIn(before.valg, journal.valg)) {
          const id = derivedUuid(at, 'personvern', saying.next())
          const hva = { ...endring, part: 'KJ', fra: 'kjernejournal' } as const
          saying.add({ event: 'personvern', id, at, fodselsnummer: gjelder, ...hva })
        }
        return journal.valg
      }),
    /** For whoever runs the machine: everything that is kept of a person. It is no look-up, and is not logged. */
    vis: (fodselsnummer: string): { journal: Journal; logg: readonly Logginnslag[] } => ({
      journal: records.journalOf(fodselsnummer),
      logg: records.logOf(fodselsnummer)
    }),
    tall: () => records.tall.counts()
  }
}

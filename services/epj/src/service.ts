/** EPJ: the journal systems of hospitals, general practitioners and every other party that no other service plays. */
import { journalService } from '@budstikka/journal'
import type { Person } from '@budstikka/landscape'
import { tjenester } from './tjenester.ts'

/** `person` knows everybody of the landscape by number. */
export const epj = (person: (id: string) => Person) =>
  journalService({
    name: 'epj',
    description: 'The journal systems of hospitals, general practitioners and others',
    tjenester,
    person
  })

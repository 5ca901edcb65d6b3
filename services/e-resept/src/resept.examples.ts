/** Prescriptions for the tests. */
import type { Resept } from './resept.ts'

export const dayMs = 24 * 60 * 60 * 1000
/** 2 December 2019, 09:00 in Norway. */
export const now = Date.UTC(2019, 11, 2, 8)

export const resept = (changes: Partial<Resept> = {}): Resept => ({
  id: 'r1',
  status: 'E',
  rekvirent: { herId: '103', virksomhet: '903', hprNummer: '990000001', navn: 'Rolig Fjell' },
  details: { fornavn: 'Stille', etternavn: 'Elv', forskrivningsdato: '2019-12-02', isVergeinnsynReservert: false },
  pasient: 'p1',
  forskrevet: now,
  utloper: now + 365 * dayMs,
  antall: 1,
  reiterasjon: 0,
  utleveringer: [],
  endret: now,
  ...changes
})

export const by = (utleverer: string, m93 = 'm93') => ({ utleverer, m93, conversation: 'm91' })

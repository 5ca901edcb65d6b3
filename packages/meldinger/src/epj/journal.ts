/** Journal text under coded headings (EPJ-journalnotat). */
import { CV } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import { element, optional, some } from '../xml/schema.ts'
import { componentOf } from './meta.ts'

const epj2 = 'http://www.kith.no/xmlstds/epj/epj2/2008-02-20'

export const Journaltekst = element(epj2, { Overskriftskode: optional(CV), Notat: text, Merknad: optional(text) })

export const GenereltJournalnotat = element(epj2, {
  ...componentOf('EPJ dokument', '2.16.578.1.12.4.1.6.13.11009.0'),
  Journaltekst: some(Journaltekst)
})

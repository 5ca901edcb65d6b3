/** Documents that lie with others: which happenings tell of one, and how far back the personnel of a GP office see them. */
import { typeBehind } from '@budstikka/landscape'
import type { PartyOrganisation } from '@budstikka/meldinger'
import type { Dokument } from './state.ts'

/** What a melding is among documents (list 9602), by its type. That a document is known from the happening is our choice. */
const documents: Readonly<Record<string, { readonly type: string; readonly tittel: string }>> = {
  EPIKRISE: { type: 'A03-2', tittel: 'Epikrise' },
  HENVISNING_NYTILSTAND: { type: 'I01-2', tittel: 'Henvisninger' },
  HENVISNING_VIDERE: { type: 'I01-2', tittel: 'Henvisninger' }
}

/** Undefined for a melding that is no document; an old format is what it is read as. */
export const documentOf = (meldingType: string) => documents[typeBehind(meldingType)]

const yearMs = 365.25 * 86_400_000
/** Years back, by the group of the code; the others, among them epikriser, are seen however old they are. */
const yearsForGp: Readonly<Record<string, number>> = { C: 1, E: 5, I: 1 }
/** List 9040. */
const gpOffice = '103'

/** Radiology of five years, laboratory answers and referrals of one (kompetansebroen.no); elsewhere there is no such limit. */
export const documentsFor = (
  { businessType }: Pick<PartyOrganisation, 'businessType'>,
  dokumenter: readonly Dokument[],
  now: number
): readonly Dokument[] =>
  businessType === gpOffice
    ? dokumenter.filter(({ type, at }) => at >= now - (yearsForGp[type.charAt(0)] ?? Infinity) * yearMs)
    : dokumenter

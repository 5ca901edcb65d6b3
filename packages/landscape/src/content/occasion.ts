/** What a content is written from: who writes to whom about whom, when and why; everything else follows from its id. */
import type { Party, Timeavtale } from '@budstikka/meldinger'
import { derivedUuid } from '@budstikka/meldinger'
import type { Rng } from '../random.ts'
import { createRng, pick } from '../random.ts'

export type Occasion = {
  /** What makes the content what it is: id of the happening, or MsgId of the melding that is answered. */
  readonly id: string
  /** Id that the whole conversation shares, so that dates agree within it. */
  readonly conversation: string
  /** Code of list 8279. */
  readonly meldingType: string
  /** MsgId of the melding that began the conversation; absent in the first. */
  readonly firstMsgId?: string
  /** Simulated time, milliseconds since 1970; `firstAt`: when the conversation began, absent in the first. */
  readonly at: number
  readonly firstAt?: number
  /** Forsendelsesstatus, list 7309. */
  readonly status: 'N' | 'M' | 'C' | 'A'
  /** A code that the happening decides: list 7306, 7322, 7601, 7602, 7605, 7606, 8126, 8127, 8306, 9137, 9138, 9140, 9148, 9152 or 9153, by the type. */
  readonly detail?: string
  readonly from: Party
  readonly to: Party
  /** Another whom the content names. */
  readonly named?: Party
  readonly patient: {
    readonly givenName: string
    readonly familyName: string
    /** Number, where it is known; birth date (yyyy-mm-dd) and sex (list 3101): there where a happening is told of, and not in an answer. */
    readonly id?: string
    readonly birthDate?: string
    readonly sex?: string
  }
  /** The question, when this is its answer (Forespørsel of a dialogmelding). */
  readonly question?: Question
  /** What a citizen asked about, when this is its answer: appointments, and from which day. */
  readonly answers?: { readonly timeavtaler: readonly Timeavtale[]; readonly fraDato?: string }
}
export type Question = { readonly code: string; readonly list: QuestionList; readonly text: string }
/** 9152 and 9153 in care, 7601 of citizens, the others of NAV. */
export type QuestionList = '7601' | '8125' | '8129' | '9152' | '9153'

/** MsgId of what a happening makes be sent, as others refer to it. */
export const msgIdOf = (at: number, hendelseId: string) => derivedUuid(at, 'hendelse', hendelseId)

/** Chance of this content alone: the same id gives the same words in every run. */
export const rngOf = (occasion: Occasion): Rng => createRng('innhold', occasion.id)

/** What a document is known by through changes and cancellation, and to those that refer to it: its type and the conversation. */
export const documentIdOf = (conversation: string, meldingType: string) =>
  derivedUuid(0, 'dokument', conversation, meldingType)

/** Chance that a conversation's meldinger share. */
export const rngOfConversation = (about: string, conversation: string): Rng => createRng(about, conversation)

const dayMs = 24 * 60 * 60 * 1000

/** When the stay began that the conversation is about: one to nine days before this melding. */
export function admittedAt({ conversation, at }: Occasion): number {
  return at - pick(createRng('innlagt', conversation), stayDays) * dayMs
}
const stayDays = [1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 9]

/** What the receiver's rules answer to the acceptance cases of KITH: derived from HITS 1168, as KITH published no answers. */

/** 'ok', a code of list 8221, why nothing is answered, or 'not-well-formed': dead at the gate, with a broken head too. */
export type Expected =
  | 'ok'
  | 'E10'
  | 'E21'
  | 'E36'
  | 'T01'
  | 'T02'
  | 'sender-unreadable'
  | 'other-organisation'
  | 'not-well-formed'

export type Case = {
  /** Number in the file's name, as the packs of PLO and dialog count. */
  readonly number: string
  readonly expected: Expected
  /** HER-id of the party in whose name it is judged, where it is another than the pack's. */
  readonly herId?: string
  /** Where the standards leave more than one answer, and why this one. */
  readonly uncertain?: string
}

/** `file` has $ for the number; letters of either case. */
export type Pack = {
  readonly folder: string
  readonly file: string
  readonly herId: string
  readonly organisationIds: readonly string[]
  readonly cases: readonly Case[]
}

const byTheLetter = 'sex or felles hjelpenummer is missing; a match by hand would let it pass'

/** The same in every PLO pack. */
const common: readonly Case[] = [
  {
    number: '1-2',
    expected: 'not-well-formed',
    uncertain: 'the head itself is broken; T01 is for a reader that guesses the sender all the same'
  },
  { number: '1-11a', expected: 'E36' },
  { number: '1-11b', expected: 'ok' },
  { number: '1-11c', expected: 'ok' },
  { number: '1-12', expected: 'ok' },
  { number: '1-13a', expected: 'sender-unreadable' },
  { number: '1-13b', expected: 'sender-unreadable' },
  { number: '1-14a', expected: 'E36' },
  { number: '1-14b', expected: 'E36' },
  { number: '1-15a', expected: 'T02' },
  { number: '1-15b', expected: 'T02' },
  { number: '1-16a', expected: 'E36', uncertain: byTheLetter },
  { number: '1-16b', expected: 'E36', uncertain: byTheLetter },
  { number: '1-16c', expected: 'ok' },
  { number: '1-16d', expected: 'ok' },
  { number: '1-17a', expected: 'E36', uncertain: byTheLetter },
  { number: '1-17b', expected: 'ok' }
]

export const packs: readonly Pack[] = [
  {
    folder: 'plo/Testcase-mottak-Innleggelsesrapport-v1_5',
    file: 'Case$-Innleggelsesrapport-v1_5.xml',
    herId: '3010',
    organisationIds: ['3469.67926'],
    cases: [
      ...common,
      { number: '1', expected: 'ok' },
      { number: '1-18', expected: 'E21', uncertain: 'the customer chooses between OK and E21; the test chooses E21' },
      { number: '1-19', expected: 'ok', herId: '369.767' },
      { number: '1-20a', expected: 'ok' },
      { number: '1-20a', expected: 'ok', herId: '1010' },
      { number: '1-20b', expected: 'ok' },
      { number: '1-21', expected: 'E21', uncertain: 'a cancellation that is addressed as in case 18' }
    ]
  },
  {
    folder: 'plo/Testcase-mottak-Medisinske_opplysninger-v1_5',
    file: 'Case$-Medisinske_opplysninger-v1_5.xml',
    herId: '5078',
    organisationIds: ['99387'],
    cases: [
      ...common,
      { number: '1-18', expected: 'E21', uncertain: 'the customer chooses between OK and E21; the test chooses E21' },
      {
        number: '1-19',
        expected: 'ok',
        uncertain: 'the role of the copy receiver is empty: a code is no reason to refuse'
      },
      { number: '1-20a', expected: 'ok', herId: '9999' },
      { number: '1-20b', expected: 'ok', herId: '9999' },
      { number: '1-21-Svar', expected: 'ok' },
      { number: '1_2-Svar', expected: 'ok' },
      { number: '2_2-Svar', expected: 'ok' }
    ]
  },
  {
    folder: 'plo/Testcase-mottak-Orientering_om_tjenestetilbud-v1_5',
    file: 'Case$-Orientering_om_tjenestetilbud-v1_5.xml',
    herId: '369.767',
    organisationIds: ['56704'],
    cases: [
      ...common,
      { number: '1', expected: 'ok' },
      { number: '1-18', expected: 'E21', uncertain: 'the customer chooses between OK and E21; the test chooses E21' },
      { number: '1-19', expected: 'ok' },
      { number: '2_2-Svar', expected: 'E21', uncertain: 'no service or person is named at level 2' }
    ]
  },
  {
    folder: 'dialogmelding/Testcase-Dialogmeldingen',
    file: 'Case$.xml',
    herId: '369.767',
    organisationIds: ['971318864'],
    cases: [
      { number: '1', expected: 'ok' },
      { number: '1-2', expected: 'T01' },
      { number: '1-14a', expected: 'E36' },
      { number: '1-14b', expected: 'ok' },
      { number: '1-14c', expected: 'ok' },
      { number: '1-15', expected: 'ok' },
      { number: '1-16a', expected: 'sender-unreadable' },
      { number: '1-16b', expected: 'sender-unreadable' },
      { number: '1-16c', expected: 'sender-unreadable' },
      { number: '1-17a', expected: 'E36' },
      {
        number: '1-17b',
        expected: 'T02',
        uncertain: 'the pack means a poor patient, but Ident without Id breaks the schema'
      },
      { number: '2', expected: 'ok', herId: '258.521' },
      { number: '2', expected: 'other-organisation' },
      {
        number: '3',
        expected: 'E10',
        herId: '258.521',
        uncertain: 'the pack means it to be good, but its MsgId is no UUID'
      }
    ]
  }
]

/** What systems that were never renewed still send: Epikrise 1.1, Svarrapport 1.3, Rekvisisjon 1.5, whose type is a letter. */
import { type Payload, payloadOf } from '@budstikka/meldinger'
import type { Rng } from '../random.ts'
import { epikrise } from './epikrise.ts'
import { rekvisisjon, svarrapport } from './lab.ts'
import { msgIdOf, type Occasion } from './occasion.ts'

/** What each letter is: a code of list 8279. Of which field of medicine an answer is, its content says; here always of a laboratory. */
const letters = { E: 'EPIKRISE', S: 'SVAR_LAB', R: 'REQ_LAB' } as const

/** What a type is among those of list 8279: itself, but for a letter. */
export const typeBehind = (meldingType: string): string => behind.get(meldingType) ?? meldingType
const behind: ReadonlyMap<string, string> = new Map(Object.entries(letters))

/**
 * By what stands in Message/Type, and for a counter of headers in no list (HISD 1209 §3.1). AppRec 1.0 answers the document by its own
 * number, so that is the MsgId: our choice. Which field of medicine it is of, MsgDescr alone says.
 */
export const oldFormats: Readonly<Record<string, (occasion: Occasion, rng: Rng) => Payload>> = {
  E(occasion, rng) {
    const { ServRprt } = epikrise({ ...occasion, meldingType: letters.E }, rng)
    // 1.1 numbers what has happened.
    const Event = ServRprt.Event.map((event, i) => ({ ...event, Id: String(i + 1) }))
    return payloadOf('Epikrise', { ServRprt: { ...ServRprt, Event, ServProvId: idOf(occasion) } }, '1.1')
  },
  S(occasion, rng) {
    const { ServReport } = svarrapport({ ...occasion, meldingType: letters.S }, rng)
    return payloadOf('Svarrapport', { ServReport: [{ ...ServReport, ServProvId: idOf(occasion) }] }, '1.3')
  },
  R(occasion) {
    const { ServReq } = rekvisisjon({ ...occasion, meldingType: letters.R })
    return payloadOf('Rekvisisjon', { ServReq: { ...ServReq, Id: idOf(occasion) } }, '1.5')
  }
}

const idOf = ({ at, id }: Occasion) => msgIdOf(at, id)

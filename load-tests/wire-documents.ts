/** Documents as a replay sends them, many of each kind and no two alike, to time the wire on. */
import { type AppRec, appRecFor, derivedUuid, encodeAppRec, encodeMelding, type Melding } from '@budstikka/meldinger'
import { at, hendelseOf, landscape, world } from '../packages/landscape/src/content/content.examples.ts'
import { meldingOf } from '../packages/landscape/src/content/melding-of-hendelse.ts'
import { createRng } from '../packages/landscape/src/random.ts'

export type DocumentKind = {
  readonly name: string
  readonly meldinger: readonly Melding[]
  readonly appRecs: readonly AppRec[]
  readonly documents: readonly Buffer[]
}

const MANY = 50

export function documentsOfEveryKind(): readonly DocumentKind[] {
  const kinds = ['LOG_INNLAGT', 'INNLEGGELSESRAPPORT', 'UTSKRIVNINGSRAPPORT'].map((meldingType) => {
    const meldinger = Array.from({ length: MANY }, (_, i) => meldingNumber(i, meldingType))
    return { name: meldingType, meldinger, appRecs: [], documents: meldinger.map(bytesOf) }
  })
  const appRecs = kinds[0]?.meldinger.map(receiptOf) ?? []
  return [
    ...kinds,
    { name: 'AppRec', meldinger: [], appRecs, documents: appRecs.map((one) => Buffer.from(encodeAppRec(one))) }
  ]
}

function meldingNumber(i: number, meldingType: string): Melding {
  const patient = landscape.randomPerson(createRng(`wire ${i}`), { bornFrom: 1930, bornTo: 1990 }).id
  const changes = i % 3 === 0 ? { first: `f${i}`, firstAt: at } : {}
  return meldingOf(hendelseOf({ meldingType, patient, id: `h${i}`, detail: String(i), ...changes }), world)
}

function receiptOf(melding: Melding): AppRec {
  const { receiver, msgId } = melding.envelope
  const id = derivedUuid(at, 'APPREC', msgId)
  const genDate = new Date(at).toISOString()
  return appRecFor(melding, {
    role: 'PRIM',
    answeredBy: receiver,
    status: '1',
    errors: [],
    id,
    genDate,
    version: '1.1'
  })
}

const bytesOf = (melding: Melding) => Buffer.from(encodeMelding(melding))

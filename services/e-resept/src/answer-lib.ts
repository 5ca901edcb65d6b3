/** A patient's medicine list by look-up (M9.11 → M9.12), and whose list has changed at a multidose pharmacy (M9.21 → M9.22). */
import { type ContentOf, payloadOf } from '@budstikka/meldinger'
import type { Answer } from '@budstikka/service'
import { type Asked, isBlokkert, no, reply } from './asked.ts'
import { ansvarElements, ansvarlige } from './multidose.ts'
import { refuse7419 } from './refuse.ts'
import { reseptinfoOf } from './reseptinfo.ts'
import { isTrue, isUtleverer } from './rules.ts'
import { shown } from './shown.ts'
import type { State } from './state.ts'

/** The last M25.1, M25.2 and M25.3, each whole; a pharmacy asks only for those whose multidose it has. */
export function legemidlerIBruk(asked: Asked, { Fnr, InklReseptinfo }: ContentOf<'M9.11'>): Answer<State> {
  const { state, about, from } = asked
  const { libSist } = state.pasient
  const multidose = ansvarlige(state.pasient.multidose, about.now)
  if (isUtleverer(about) && multidose.apotek?.herId !== from) return no(refuse7419(153, 'kodeverk 7419'))
  if (isBlokkert(asked)) return no(refuse7419(364, 'kodeverk 7419'))
  const seen = isTrue(InklReseptinfo) ? shown(state.liste, { isForAll: false, refNumre: [] }, about.now) : []
  const payload = payloadOf('M9.12', {
    Pasient: {
      Fnr,
      AndreFnr: state.pasient.andreFnr,
      ...(libSist !== undefined && { RefMsgId: libSist }),
      ...ansvarElements(multidose),
      Reseptinfo: seen.map((one) => reseptinfoOf(one, about.register)),
      VarerIBrukB64: (state.liber ?? []).map((xml) => Buffer.from(xml).toString('base64'))
    }
  })
  return reply(asked, { type: 'ERM912', payload })
}

export function endredePasienter(asked: Asked, _content: ContentOf<'M9.21'>): Answer<State> {
  const { endrede = [] } = asked.state
  const payload = payloadOf('M9.22', endrede.length === 0 ? { IngenEndring: 'true' } : { Fnr: [...endrede] })
  return reply(asked, { type: 'ERM922', payload })
}

/** Applications to the medicines agency, for the tests. */
import { contentOf, eReseptCs, type Melding, payloadOf } from '@budstikka/meldinger'
import { type About, changed, m1, parties, question } from './handle.examples.ts'

/** A prescription of a medicine without marketing authorisation. */
export function m1UtenMt(name: string, isDirect = false): Melding {
  const LegemiddelUtenMt = { Begrunnelse: 'Annet hjelper ikke', Produsent: 'Fjell', DirektesoknadSlv: String(isDirect) }
  return changed(m1(name), 'M1', (content) =>
    payloadOf('M1', {
      ...content,
      ...(content.ReseptDokLegemiddel && { ReseptDokLegemiddel: { ...content.ReseptDokLegemiddel, LegemiddelUtenMt } })
    })
  )
}

/** A pharmacy asks. */
export function m3(name: string, ReseptId: string, about: About = {}): Melding {
  return question(name, 'ERM3', payloadOf('M3', { ReseptId }), about)
}

/** The agency, or another, answers an application. */
export function m15(
  name: string,
  soknad: Melding | undefined,
  says: 'granted' | 'refused',
  from = parties.legemiddelverket
): Melding {
  const { envelope, ...rest } = question(
    name,
    'ERM15',
    payloadOf('M15', {
      ReseptId: reseptIdOf(soknad),
      Innvilget: eReseptCs('1101', says === 'granted' ? '1' : '2'),
      Saksbehandler: 'Saksbehandler'
    }),
    { from }
  )
  const conversation = {
    refToParent: soknad?.envelope.msgId ?? '',
    refToConversation: soknad?.envelope.conversation?.refToConversation ?? ''
  }
  return { ...rest, envelope: { ...envelope, conversation } }
}

function reseptIdOf(soknad: Melding | undefined): string {
  const content = soknad && contentOf(soknad.payload, 'M14')
  return content?.type === 'content' ? content.content.ReseptId : ''
}

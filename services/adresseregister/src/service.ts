/** Adresseregisteret: who may be written to, where they are, and what has changed. */
import { registerQuestions } from '@budstikka/service'

export const adresseregister = {
  name: 'adresseregister',
  version: '0.1.0',
  description: 'The communication parties of Norway: looked up, changed and followed',
  /** It hears nothing: parties are changed over HTTP, and asked for over HTTP and the bus. */
  hears: { tjenester: [], events: [] },
  /** event.part-endret.<herId> */
  says: ['part-endret'],
  answers: registerQuestions
} as const

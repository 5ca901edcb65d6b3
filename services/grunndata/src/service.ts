/** Grunndata: what everybody looks up. Folkeregisteret takes deaths in, decides, and tells of it; HPR, FLR and the code lists are asked. */
import { grunndataQuestions } from '@budstikka/service'

export const grunndata = {
  name: 'grunndata',
  version: '0.1.0',
  description:
    'Folkeregisteret with its door for deaths, health personnel, lists of GPs and code lists: looked up, and followed',
  /** It hears nothing of the exchange: it is told over HTTP and asked over the bus. */
  hears: { tjenester: [], events: [] },
  /** event.dodsfall.<referanse> */
  says: ['dodsfall'],
  answers: [
    'doedsfall_v1',
    'annullering_av_doedsfall_v1',
    'sakbeslutning',
    'hendelser',
    'person',
    'dodsfalltall',
    ...grunndataQuestions
  ]
} as const

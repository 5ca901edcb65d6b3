/** Grunndata: what the national registers know of persons. Folkeregisteret takes deaths in, decides, and tells of its decisions. */

export const grunndata = {
  name: 'grunndata',
  version: '0.1.0',
  description: 'Folkeregisteret as its senders and readers meet it: deaths taken in, decisions told, persons looked up',
  /** It hears nothing of the exchange: it is told over HTTP and asked over the bus. */
  hears: { tjenester: [], events: [] },
  /** event.dodsfall.<referanse> */
  says: ['dodsfall'],
  answers: ['doedsfall_v1', 'annullering_av_doedsfall_v1', 'hendelser', 'person', 'dodsfalltall']
} as const

/** What happened to a melding that was sent, hop by hop: for people a line each, for programs the values. */
import type { AppRec, Envelope, Party } from '@budstikka/meldinger'
import { faultIn } from './read-melding.ts'
import type { Heard } from './dispatch.ts'
import type { Unreadable } from '@budstikka/meldinger'

export type Hop = {
  readonly hop: 'gate' | 'sender' | 'receiver' | 'sent again' | 'stored' | 'receipt' | 'end'
  readonly isGood: boolean
  readonly text: string
}

export function gateHop(bytes: number, { type, msgId }: Envelope, unreadable: Unreadable | undefined): Hop {
  const text = `${bytes} bytes, ${type}, MsgId ${msgId}`
  if (unreadable === undefined) return { hop: 'gate', isGood: true, text: `well-formed and readable: ${text}` }
  const fault = `${unreadable.code}: ${faultIn(unreadable)}`
  return { hop: 'gate', isGood: false, text: `well-formed, but a receiver must refuse it with ${fault} (${text})` }
}

export const partyHop = (hop: 'sender' | 'receiver', { name, organisation, tjeneste, herId }: Party): Hop => ({
  hop,
  isGood: true,
  text: `${name.includes(organisation.name) ? name : `${name}, ${organisation.name}`} (HER-id ${herId}, tjeneste ${tjeneste})`
})

export function heardHop(heard: Heard): Hop {
  switch (heard.type) {
    case 'stored':
      return {
        hop: 'stored',
        isGood: true,
        text: `${heard.subject} at position ${heard.position} of MELDINGER, after ${heard.ms} ms`
      }
    case 'receipt': {
      const { appRec, from, ms } = heard
      return {
        hop: 'receipt',
        isGood: isGood(appRec),
        text: `${statusNames[appRec.status]} from ${from} as ${appRec.role}, after ${ms} ms${errorsOf(appRec)}`
      }
    }
  }
}

/** Status of list 8258. */
const statusNames = { '1': 'OK', '2': 'Avvist', '3': 'OK, feil i delmelding' } as const
export const isGood = ({ status }: AppRec) => status !== '2'

const errorsOf = ({ errors }: AppRec) =>
  errors.map(({ code, name, text }) => `\n${' '.repeat(13)}${code} ${name}${text ? `: ${text}` : ''}`).join('')

export const hopLine = ({ hop, isGood: isGoodHop, text }: Hop) => `${isGoodHop ? '✓' : '✗'} ${hop.padEnd(10)} ${text}`

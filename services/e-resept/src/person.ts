/** What others tell of a patient, and what it changes here: a death, a reservation, personnel who are blocked, or another number. */
import { identifyPersonNumber } from '@budstikka/meldinger'
import { Dodsfall, type Incoming, NyttNummer, Personvern, save } from '@budstikka/service'
import type { Effects } from './handle.ts'
import type { Pasient } from './pasient.ts'
import type { State } from './state.ts'

type Event = Extract<Incoming, { type: 'event' }>

/** Whose number an event names; nobody's where it could be a real person's. */
export function pasientIn(event: Event): string | undefined {
  const named = numberIn(event)
  return named !== undefined && identifyPersonNumber(named)?.isSynthetic ? named : undefined
}

function numberIn({ name, data }: Event): string | undefined {
  if (name === 'dodsfall') return Dodsfall.parse(data).fodselsnummer
  if (name === 'nytt-nummer') return NyttNummer.parse(data).fra
  return name === 'personvern' ? Personvern.parse(data).fodselsnummer : undefined
}

/** `reservasjoner`: in which registers (list 7610) a reservation counts here. */
export function hearOf(state: State, event: Event, reservasjoner: readonly string[]): Effects {
  if (state.pasientId === undefined) return []
  if (event.name === 'nytt-nummer')
    return state.pasient.harNyIdentitet ? [] : [save({ ...state, nummerbytte: NyttNummer.parse(event.data) })]
  const pasient = after(state.pasient, event, reservasjoner)
  return pasient === state.pasient ? [] : [save({ ...state, pasient })]
}

function after(pasient: Pasient, { name, data }: Event, reservasjoner: readonly string[]): Pasient {
  if (name === 'dodsfall') {
    const { isDod: _alive, ...rest } = pasient
    return Dodsfall.parse(data).annullert ? rest : { ...rest, isDod: true }
  }
  const { endring, part, helseperson } = Personvern.parse(data)
  if (!reservasjoner.includes(part)) return pasient
  const { isReservert: _open, ...rest } = pasient
  switch (endring) {
    case 'RES':
      return { ...rest, isReservert: true }
    case 'IRES':
      return rest
    case 'TBO':
    case 'TBF':
      return helseperson === undefined
        ? pasient
        : withBlokkert(pasient, helseperson.padStart(9, '0'), endring === 'TBO')
    default:
      return pasient
  }
}

function withBlokkert({ blokkerte = [], ...rest }: Pasient, hprNummer: string, isBlokkert: boolean): Pasient {
  const others = blokkerte.filter((one) => one !== hprNummer)
  const after = isBlokkert ? [...others, hprNummer] : others
  return after.length === 0 ? rest : { ...rest, blokkerte: after }
}

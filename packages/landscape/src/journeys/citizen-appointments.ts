/** What a citizen and the GP write each other of an appointment, and who is asked by one whom he does not treat. All shares are assumed. */
import type { Script, Step } from './journey.ts'
import type { Portion } from './portion.ts'

const booking = 'DIALOG_INNBYGGER_TIMERESERVASJON'
const asks = (detail: string): Step => ({ meldingType: booking, from: 'helsenorge', to: 'fastlege', detail })
/** The GP tells unasked (Avtaleutsending), by a code of list 7602. */
const tells = (detail: string): Step => ({ meldingType: booking, from: 'fastlege', to: 'helsenorge', detail })
/** Answered with Ikke tilgang (7602 code 30). */
const toAnother = (meldingType: string, detail: string): Script => [
  { meldingType, from: 'helsenorge', to: 'annenFastlege', detail }
]

/** Free times are looked at, and one of them is taken: a conversation of its own. */
const taken: Script = [asks('HLT'), { ...asks('RT'), refersTo: 'none', wait: [0.01, 0.03] }]
const cancelled: Script = [asks('RT'), { ...asks('ART'), wait: [0.05, 0.5] }]
const toldAndMoved: Script = [tells('05'), { ...tells('07'), wait: [0.1, 0.9] }]
const toldAndCancelled: Script = [tells('05'), { ...tells('08'), wait: [0.1, 0.9] }]

export const appointments: readonly Portion[] = [
  { script: toAnother('DIALOG_INNBYGGER_EKONSULTASJON', 'SB'), of: 'DIALOG_INNBYGGER_EKONSULTASJON', share: 0.005 },
  { script: toAnother(booking, 'RT'), of: booking, share: 0.005 },
  { script: toldAndMoved, of: booking, share: 0.05 },
  { script: toldAndCancelled, of: booking, share: 0.05 },
  { script: cancelled, of: booking, share: 0.1 },
  { script: taken, of: booking, share: 0.4 }
]

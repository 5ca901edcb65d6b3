/** THE table of what citizens ask through Helsenorge: how often, of whom, by which code of list 7601 (7605 of a register), and by which of list 7602 (7606) they are answered. */

export type Innbyggerdialog = {
  /** Of Dialogmelding, as the guide's examples have it. */
  readonly version: '1.0' | '1.1'
  /** Who is asked: the GP, a department of a hospital (TIMER), or a health register (HREG). */
  readonly receiver: 'fastlege' | 'avdeling' | 'pasientregister' | 'kpr'
  /** Dialogues for each e-consultation. How many of the others there were is published nowhere: assumed. */
  readonly times: number
  readonly asks: Readonly<Record<string, Sporsmal>>
}
/** `weight` is among the questions of a type; of `svar` each is as frequent as the others. Both are assumed. */
type Sporsmal = { readonly weight: number; readonly svar: readonly string[] }

const once = (...svar: readonly string[]): Sporsmal => ({ weight: 1, svar })
const ofGp = { version: '1.1', receiver: 'fastlege' } as const
const ofRegister = { version: '1.1', times: 0.005 } as const

export const innbyggerdialoger: Readonly<Record<string, Innbyggerdialog>> = {
  DIALOG_INNBYGGER_EKONSULTASJON: { ...ofGp, times: 1, asks: { SB: once('12') } },
  DIALOG_INNBYGGER_EKONTAKT: { ...ofGp, times: 0.5, asks: { HE: once('19') } },
  DIALOG_INNBYGGER_RESEPTFORNYELSE: { ...ofGp, times: 0.5, asks: { RF: once('14', '14', '14', '14', '15') } },
  DIALOG_INNBYGGER_TIMEONSKE: {
    ...ofGp,
    times: 0.5,
    asks: {
      OT: { weight: 8, svar: ['05', '05', '05', '06'] },
      OET: once('07', '07', '34'),
      OAT: once('08', '08', '08', '09')
    }
  },
  DIALOG_INNBYGGER_TIMERESERVASJON: {
    ...ofGp,
    times: 0.5,
    asks: {
      HLT: { weight: 4, svar: ['03', '03', '03', '03', '04'] },
      RT: { weight: 3, svar: ['05', '05', '05', '05', '26'] },
      ART: once('08', '08', '08', '09'),
      HBT: { weight: 2, svar: ['01', '01', '02'] }
    }
  },
  DIALOG_INNBYGGER_TIMER: {
    version: '1.0',
    receiver: 'avdeling',
    times: 0.1,
    asks: { OET: { weight: 3, svar: ['07', '07', '34'] }, HE: { weight: 2, svar: ['19'] }, OAB: once('35', '35', '36') }
  },
  // Nobody reports to a register here, so it has nothing of anybody.
  DIALOG_INNBYGGER_HREG_INNSYN_UTLEVERING: { ...ofRegister, receiver: 'kpr', asks: { F02: once('R06') } },
  DIALOG_INNBYGGER_HREG_MELDE_FEIL: { ...ofRegister, receiver: 'pasientregister', asks: { F04: once('R03') } }
}

/** Ikke tilgang: what one answers who does not treat the citizen (list 7602). */
export const ikkeTilgang = '30'

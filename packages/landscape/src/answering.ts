/** Which meldinger a receiver answers with one of its own, and when; known from the melding alone, so it can be counted ahead. */
import { innbyggerdialoger } from './innbyggerdialoger.ts'
import { createRng, pick, whole } from './random.ts'

/** What answers what (80806 figure 1 and §6.4); of several, chance under the id of the answered one decides. */
export const answers: Readonly<Record<string, readonly string[]>> = {
  LOG_INNLAGT: ['INNLEGGELSESRAPPORT'],
  LOG_UTSKRIVNINGSKLAR: ['DIALOG_NOTAT', 'DIALOG_HELSEFAGLIG'],
  HELSEOPPLYSNINGER_LEGE: ['MEDISINSKE_OPPLYSNINGER'],
  DIALOG_FORESPORSEL: ['DIALOG_SVAR'],
  ...Object.fromEntries(Object.keys(innbyggerdialoger).map((type) => [type, [type]])),
  HENDELSEREQUEST: ['HENDELSERESPONSE'],
  SOKREQUEST: ['SOKRESPONSE'],
  KODEVERKREQUEST: ['KODEVERKRESPONSE'],
  EgenandelForesporselV2: ['EgenandelSvarV2'],
  EgenandelMengdeForesporselV2: ['EgenandelMengdeSvarV2']
}

/** What decides whether a melding is answered; `content` is code 9137 of HELSEOPPLYSNINGER_LEGE, 7601 or 7605 of what a citizen asks, or what NAV asks for. */
export type Answerable = {
  readonly meldingType: string
  /** Forsendelsesstatus, list 7309. */
  readonly status: string
  readonly content?: string | undefined
}

/**
 * Only a new melding is answered, and of HELSEOPPLYSNINGER_LEGE only a wish for medical assessment (9137 code 3, not 2 statusrapport).
 * What NAV asks for when an examination is over is not answered before NAV reminds the doctor.
 * A dialogue with a citizen has one type both ways: what that dialogue asks is answered, an answer or a question of another is not.
 * The caller keeps the rest of the rule: the primary receiver answers and a copy receiver does not; a melding that was rejected,
 * came again, or whose cancellation came before it, is not answered. A cancellation that comes later takes no answer back.
 */
export function isAnswered({ meldingType, status, content }: Answerable): boolean {
  if (status !== 'N' || !Object.hasOwn(answers, meldingType)) return false
  if (isWithCitizen(meldingType))
    return content !== undefined && Object.hasOwn(innbyggerdialoger[meldingType]?.asks ?? {}, content)
  if (meldingType === 'DIALOG_FORESPORSEL') return content !== 'avventer'
  return meldingType !== 'HELSEOPPLYSNINGER_LEGE' || content === '3'
}

export const isWithCitizen = (meldingType: string) => meldingType.startsWith('DIALOG_INNBYGGER_')

/** The type of the answer; `id` is the MsgId of the melding that is answered. Undefined for a type that is never answered. */
export function answerType(meldingType: string, id: string, content?: string): string | undefined {
  if (meldingType === 'DIALOG_FORESPORSEL' && content === 'legeerklaring') return 'LEGEERKL'
  const types: readonly string[] | undefined = Object.entries(answers).find(([type]) => type === meldingType)?.[1]
  return types === undefined ? undefined : pick(createRng('svar', id), types)
}

/** Longest answerDelay, in milliseconds. */
export const answerDelayMaxMs = 5 * 3_600_000

/**
 * Milliseconds of simulated time from a melding to its answer: at once for LOG_UTSKRIVNINGSKLAR (80806), and where a record system
 * answers for itself (AMQP profile: a synchronous queue waits 15 s); otherwise half an hour to five hours, well within the 24 hours and
 * 3 days that the standards allow. The lengths are assumed.
 */
export function answerDelay(meldingType: string, id: string): number {
  const minute = 60_000
  const rng = createRng('svartid', id)
  if (meldingType === 'DIALOG_INNBYGGER_TIMERESERVASJON') return whole(rng, 1_000, 15_000)
  return meldingType === 'LOG_UTSKRIVNINGSKLAR'
    ? whole(rng, 2 * minute, 30 * minute)
    : whole(rng, 30 * minute, answerDelayMaxMs)
}

/** NAV's rules on the periods of a sick note: navikt/syfosmregler 1200 to 1252. */
import { daysFrom, fomOf, type Periode, tomOf } from './note.ts'
import type { EngineRule } from './rule-engine.ts'

const daysIn = (periode: Periode) => daysFrom(fomOf(periode), tomOf(periode))

/** In NAV's words. */
export const periodeRules: readonly EngineRule[] = [
  {
    utfall: 'INVALID',
    regel: 'FRADATO_ETTER_TILDATO',
    text: 'Hvis tildato for en periode ligger før fradato avvises meldingen og hvilken periode det gjelder oppgis.',
    isBroken: ({ note }) => note.perioder.some((periode) => daysIn(periode) < 0)
  },
  {
    utfall: 'INVALID',
    regel: 'OVERLAPPENDE_PERIODER',
    text: 'Hvis en eller flere perioder er overlappende avvises meldingen og hvilken periode det gjelder oppgis.',
    isBroken: ({ note }) => pairs(note.perioder).some(([one, next]) => fomOf(next) <= tomOf(one))
  },
  {
    utfall: 'INVALID',
    regel: 'OPPHOLD_MELLOM_PERIODER',
    text: 'Hvis det finnes opphold mellom perioder i sykmeldingen avvises meldingen.',
    isBroken: ({ note }) => pairs(note.perioder).some(([one, next]) => hasWorkday(tomOf(one), fomOf(next)))
  },
  {
    utfall: 'INVALID',
    regel: 'FREMDATERT',
    text: 'Hvis sykmeldingen er fremdatert mer enn 30 dager etter behandletDato avvises meldingen.',
    isBroken: ({ note }) => daysFrom(note.behandlet, note.fom) > 30
  },
  {
    utfall: 'INVALID',
    regel: 'TOTAL_VARIGHET_OVER_ETT_AAR',
    text: 'Sykmeldingen første fom og siste tom har ein varighet som er over 1 år',
    isBroken: ({ note }) => daysFrom(note.fom, note.tom) > 365
  },
  {
    utfall: 'INVALID',
    regel: 'BEHANDLINGSDATO_ETTER_MOTTATTDATO',
    text: 'Behandlingsdatoen er etter dato for når NAV mottok meldingen',
    isBroken: ({ note, mottatt }) => daysFrom(mottatt, note.behandlet) > 1
  },
  {
    utfall: 'INVALID',
    regel: 'AVVENTENDE_SYKMELDING_KOMBINERT',
    text: 'Avventende sykmelding kan ikke inneholde flere perioder.',
    isBroken: ({ note }) => note.perioder.length > 1 && note.perioder.some(isAvventende)
  },
  {
    utfall: 'INVALID',
    regel: 'MANGLENDE_INNSPILL_TIL_ARBEIDSGIVER',
    text: 'Hvis innspill til arbeidsgiver om tilrettelegging i pkt 4.1.3 ikke er utfylt ved avventende sykmelding avvises meldingen',
    isBroken: ({ note }) =>
      note.perioder.some(({ AvventendeSykmelding }) => AvventendeSykmelding?.InnspillTilArbeidsgiver.trim() === '')
  },
  {
    utfall: 'INVALID',
    regel: 'AVVENTENDE_SYKMELDING_OVER_16_DAGER',
    text: 'Hvis avventende sykmelding benyttes utover arbeidsgiverperioden på 16 kalenderdager, avvises meldingen.',
    isBroken: ({ note }) => note.perioder.some((periode) => isAvventende(periode) && daysIn(periode) > 16)
  },
  {
    utfall: 'INVALID',
    regel: 'FOR_MANGE_BEHANDLINGSDAGER_PER_UKE',
    text: 'Hvis antall dager oppgitt for behandlingsdager periode er for høyt i forhold til periodens lengde avvises meldingen. Mer enn en dag per uke er for høyt. 1 dag per påbegynt uke.',
    isBroken: ({ note }) =>
      note.perioder.some((periode) => behandlingsdager(periode) > Math.floor(daysIn(periode) / 7) + 1)
  },
  {
    utfall: 'INVALID',
    regel: 'GRADERT_SYKMELDING_UNDER_20_PROSENT',
    text: 'Hvis sykmeldingsgrad er mindre enn 20% for gradert sykmelding, avvises meldingen',
    isBroken: ({ note }) =>
      note.perioder.some(({ GradertSykmelding }) => Number(GradertSykmelding?.Sykmeldingsgrad) < 20)
  },
  {
    utfall: 'INVALID',
    regel: 'GRADERT_SYKMELDING_OVER_99_PROSENT',
    text: 'Hvis sykmeldingsgrad er høyere enn 99% for delvis sykmelding avvises meldingen',
    isBroken: ({ note }) =>
      note.perioder.some(({ GradertSykmelding }) => Number(GradertSykmelding?.Sykmeldingsgrad) > 99)
  },
  {
    utfall: 'MANUAL_PROCESSING',
    regel: 'SYKMELDING_MED_BEHANDLINGSDAGER',
    text: 'Sykmelding inneholder behandlingsdager (felt 4.4).',
    isBroken: ({ note }) => note.perioder.some(({ Behandlingsdager }) => Behandlingsdager !== undefined)
  }
]

const isAvventende = ({ AvventendeSykmelding }: Periode) => AvventendeSykmelding !== undefined
const behandlingsdager = ({ Behandlingsdager }: Periode) => Number(Behandlingsdager?.AntallBehandlingsdagerUke ?? 0)

/** Neighbours in order of their first day. */
const pairs = (perioder: readonly Periode[]) =>
  perioder.slice(1).flatMap((next, i) => {
    const one = perioder[i]
    return one === undefined ? [] : [[one, next] as const]
  })

/** Whether a Monday to Friday lies between two days, neither with it. */
function hasWorkday(from: string, to: string): boolean {
  const between = Array.from({ length: Math.min(7, Math.max(0, daysFrom(from, to) - 1)) }, (_, i) => i + 1)
  return between.some((days) => ![0, 6].includes(new Date(Date.parse(from) + days * 86_400_000).getUTCDay()))
}

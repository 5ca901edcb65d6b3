/** Which prescription and which patient a melding or a question is about, so that it finds them as they stand. */
import { type ContentOf, contentOf, type FormatName, herIdOf, type Melding } from '@budstikka/meldinger'
import { type Nodsok, nodsokIn } from './nodsok.ts'

export type Sought = {
  readonly reseptId?: string | undefined
  readonly pasientId?: string | undefined
  /** A patient whose number is not at hand. */
  readonly nodsok?: Nodsok
  /** Reference numbers that are asked for. */
  readonly refNumre: readonly string[]
  /** That of a new prescription. */
  readonly refNr?: string
  /** The patient's other prescriptions are needed too. */
  readonly isForList: boolean
  /** Documents that the answer carries: the list's M1s, the prescription's M10s, or the patient's medicine lists. */
  readonly carries?: 'm1' | 'm10' | 'lib'
  /** New reference numbers are asked for. */
  readonly wantsRefNumre?: true
  /** Whose multidose has changed since then is asked for (simulated time, milliseconds since 1970), and by whom. */
  readonly multidose?: { readonly apotek: string; readonly since: number }
}

export function soughtBy(melding: Melding): Sought {
  const { envelope, payload } = melding
  const about = { pasientId: personNumberOf(melding), refNumre: [], isForList: false }
  switch (payload.format) {
    // The other prescriptions tell which are still there.
    case 'M1': {
      const refNr = read('M1')?.RefNr
      return { ...about, reseptId: envelope.msgId, isForList: true, ...(refNr !== undefined && { refNr }) }
    }
    case 'M10':
      return { ...about, reseptId: read('M10')?.Utlevering.ReseptId }
    case 'M5':
      return { ...about, reseptId: read('M5')?.ReseptId }
    case 'M3':
      return { ...about, reseptId: read('M3')?.ReseptId }
    case 'M15':
      return { ...about, reseptId: read('M15')?.ReseptId }
    case 'M4.1':
      return { ...about, wantsRefNumre: true }
    case 'M9.1': {
      const asked = read('M9.1')
      const nodsok = asked && nodsokIn(asked)
      return {
        pasientId: asked?.Fnr,
        refNumre: asked?.RefNr ?? [],
        isForList: true,
        ...(typeof nodsok === 'object' && { nodsok })
      }
    }
    case 'M9.3':
      return { ...about, reseptId: read('M9.3')?.ReseptId, carries: 'm10' }
    case 'M9.5': {
      const asked = read('M9.5')
      return { pasientId: asked?.Fnr, refNumre: asked?.RefNr ?? [], isForList: true, carries: 'm1' }
    }
    case 'M9.7':
      return { ...about, reseptId: read('M9.7')?.ReseptId, carries: 'm10' }
    case 'M9.11': {
      const asked = read('M9.11')
      return { pasientId: asked?.Fnr, refNumre: [], isForList: true, carries: 'lib' }
    }
    case 'M9.21': {
      const since = Date.parse(read('M9.21')?.EndringerEtter ?? '')
      return { ...about, multidose: { apotek: herIdOf(envelope.sender) ?? '', since } }
    }
    case 'M25.1':
      return { ...about, isForList: true }
    case 'M9NA1': {
      const asked = read('M9NA1')
      const pasientId = about.pasientId ?? asked?.IdKunde.Id
      return { pasientId, refNumre: asked?.RefNr ?? [], isForList: true }
    }
    case 'M9NA3':
      return { ...about, reseptId: read('M9NA3')?.ReseptId }
    default:
      return about
  }

  function read<F extends FormatName>(name: F): ContentOf<F> | undefined {
    const content = contentOf(payload, name)
    return content.type === 'content' ? content.content : undefined
  }
}

/** Fødselsnummer or D-nummer of the melding's patient. */
export const personNumberOf = ({ envelope }: Melding): string | undefined =>
  envelope.patient?.idents.find(({ kind }) => kind === 'FNR' || kind === 'DNR')?.id

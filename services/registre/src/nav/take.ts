/** NAV takes sick notes, statements, and what doctors write in a dialogue, and answers with an AppRec alone. */
import { createHash } from 'node:crypto'
import { dateOf } from '@budstikka/landscape'
import { contentOf, type Melding, refuse, type Sykmelding } from '@budstikka/meldinger'
import { openTally } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import type { Register, Taken } from '../register.ts'
import type { Folkeregister } from '../sysvak/folkeregister.ts'
import { dialogRules } from './dialog-rules.ts'
import { noteOf } from './note.ts'
import { judgeNote } from './rule-engine.ts'
import { mottaksregler } from './rules.ts'
import { openSykefravaer } from './sykefravaer.ts'

/** List 8658: NAV. */
export const tjeneste = '8658-5'

/** What became of sick notes that were not rejected. */
export const utfall = ['OK', 'MANUAL_PROCESSING'] as const

export function nav(
  store: Store,
  folkeregister: Folkeregister
): Register & { tall(): Readonly<Record<string, number>> } {
  const [sykmeldinger, dialog] = [store.table('nav_sykmeldinger'), store.table('nav_dialog')]
  const sykefravaer = openSykefravaer(store)
  const tall = openTally(store, 'nav_utfall')
  return {
    tjeneste,
    takes: {
      SYKMELD: takeSykmelding,
      LEGEERKL({ payload }) {
        const read = contentOf(payload, 'Legeerklaring')
        if (read.type === 'faults') return read
        const { fodselsnummer } = read.content.Pasientopplysninger.Pasient
        return folkeregister(fodselsnummer) === undefined
          ? no([fodselsnummer], 'Pasienten er ikke registrert i folkeregisteret', 'navikt/pale-2')
          : { type: 'answer', persons: [fodselsnummer] }
      },
      DIALOG_NOTAT: takeDialog,
      DIALOG_SVAR: takeDialog
    },
    looksUp: [],
    tall: tall.all
  }

  function takeSykmelding({ payload }: Melding, now: number): Taken {
    const read = contentOf(payload, 'HelseOpplysningerArbeidsuforhet')
    if (read.type === 'faults') return read
    const sykmelding = read.content
    const { Id } = sykmelding.Pasient.Fodselsnummer
    const content = digest(JSON.stringify(sykmelding))
    const [person, note] = [folkeregister(Id), noteOf(sykmelding)]
    const numbers = personNumbersIn(sykmelding.Behandler)
    const isDoctorKnown = numbers.every((number) => folkeregister(number) !== undefined)
    const isRepeated = sykmeldinger.has(content)
    const asked = { sykmelding, isKnown: person !== undefined, isDoctorKnown, isRepeated }
    const broken = mottaksregler.find((rule) => rule.isBroken(asked))
    if (broken !== undefined || person === undefined || note === undefined)
      return no([Id], `${unheard} ${broken?.text ?? ''}`, 'navikt/syfosmmottak')
    const hit = judgeNote({ sykmelding, note, person, earlier: sykefravaer.of(Id), mottatt: dateOf(now) })
    if (hit?.utfall === 'INVALID')
      return no([Id], hit.isWholeText ? hit.text : `${heard} ${hit.text}`, `navikt/syfosmregler ${hit.regel}`)
    return {
      type: 'answer',
      persons: [Id],
      keep() {
        sykmeldinger.add(content, '', now)
        sykefravaer.add(Id, note, now)
        tall.change(hit?.utfall ?? 'OK')
      }
    }
  }

  function takeDialog({ envelope, payload }: Melding, now: number): Taken {
    const read = contentOf(payload, 'Dialogmelding')
    if (read.type === 'faults') return read
    const number = envelope.patient?.idents.find(({ kind }) => kind === 'FNR' || kind === 'DNR')?.id
    const key = digest(JSON.stringify([number, envelope.conversation, read.content]))
    const asked = {
      type: envelope.type,
      notater: read.content.Notat ?? [],
      isKnown: number !== undefined && folkeregister(number) !== undefined,
      isRepeated: dialog.has(key)
    }
    const broken = dialogRules.find((rule) => rule.isBroken(asked))
    if (broken !== undefined) return no([], broken.text, 'navikt/padm2')
    return { type: 'answer', persons: [], keep: () => void dialog.add(key, '', now) }
  }
}

const personNumbersIn = ({ Id }: Sykmelding['Behandler']) =>
  Id.flatMap((one) => (one.TypeId.V === 'FNR' || one.TypeId.V === 'DNR' ? [one.Id] : []))

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** What NAV says before a reason: the patient hears of what the rule engine rejects, and of nothing else. */
const unheard =
  'Sykmeldingen kan ikke rettes, det må skrives en ny. Pasienten har ikke fått beskjed, men venter på ny sykmelding fra deg. Grunnet følgende:'
const heard =
  'Sykmeldingen kan ikke rettes, det må skrives en ny. Pasienten har fått beskjed om å vente på ny sykmelding fra deg. Grunnet følgende:'

/** All with X99: which rule it was stands in words (navikt/padm2, createApprecError). */
const no = (persons: readonly string[], text: string, source: string): Taken => ({
  type: 'refused',
  refusal: refuse('X99', source, text),
  persons
})

/** NAV takes sick notes, statements and notes, and answers with an AppRec alone. */
import { createHash } from 'node:crypto'
import { contentOf, type Melding, refuse } from '@budstikka/meldinger'
import type { Store } from '@budstikka/transport'
import type { Register, Taken } from '../register.ts'
import type { Folkeregister } from '../sysvak/folkeregister.ts'
import { sykmeldingRules } from './rules.ts'

export function nav(store: Store, folkeregister: Folkeregister): Register {
  const sykmeldinger = store.table('nav_sykmeldinger')
  return {
    tjeneste: '8658-5',
    takes: {
      SYKMELD: takeSykmelding,
      LEGEERKL({ payload }) {
        const read = contentOf(payload, 'Legeerklaring')
        if (read.type === 'faults') return read
        const { fodselsnummer } = read.content.Pasientopplysninger.Pasient
        return folkeregister(fodselsnummer) === undefined
          ? no([fodselsnummer], 'Pasienten finnes ikke i Folkeregisteret')
          : { type: 'answer', persons: [fodselsnummer] }
      },
      DIALOG_NOTAT({ payload }) {
        const read = contentOf(payload, 'Dialogmelding')
        return read.type === 'faults' ? read : { type: 'answer', persons: [] }
      }
    },
    looksUp: []
  }

  function takeSykmelding({ payload }: Melding, now: number): Taken {
    const read = contentOf(payload, 'HelseOpplysningerArbeidsuforhet')
    if (read.type === 'faults') return read
    const sykmelding = read.content
    const { Id } = sykmelding.Pasient.Fodselsnummer
    const content = createHash('sha256').update(JSON.stringify(sykmelding)).digest('hex')
    const asked = {
      sykmelding,
      isKnown: folkeregister(Id) !== undefined,
      isRepeated: sykmeldinger.has(content)
    }
    const broken = sykmeldingRules.find((rule) => rule.isBroken(asked))
    if (broken !== undefined) return no([Id], broken.text)
    return { type: 'answer', persons: [Id], keep: () => void sykmeldinger.add(content, '', now) }
  }
}

/** NAV's own codes are not published: X99 and the reason in words. */
const no = (persons: readonly string[], text: string): Taken => ({
  type: 'refused',
  refusal: refuse('X99', 'navikt/syfosmmottak', text),
  persons
})

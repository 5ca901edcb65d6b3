/** NAV and Helfo on a memory, for tests: what doctors send them, and what they answer. */
import { createLandscape, createRng, type Hendelse, meldingOf } from '@budstikka/landscape'
import { contentOf, type Melding } from '@budstikka/meldinger'
import { openMemoryStore } from '@budstikka/transport'
import { hear, lookUp } from './hear.ts'
import { helfo } from './helfo/take.ts'
import { nav } from './nav/take.ts'
import { folkeregisterOf } from './sysvak/folkeregister.ts'

export const landscape = createLandscape({ year: 2021, seed: 's', size: { municipalities: 1 } })
export const somebody = landscape.randomPerson(createRng('nav'), { bornFrom: 1950, bornTo: 1990 })
export const actor = landscape.places[0]?.fastleger[0] ?? ''
export const counterpart = landscape.find('8658-5')[0]?.herId ?? ''
export const now = Date.UTC(2021, 5, 1, 10)
const deaths = { told: () => undefined }

export function open(ceilingKroner = 300) {
  const store = openMemoryStore()
  const folkeregister = folkeregisterOf(landscape.person, () => undefined)
  const office = nav(store, folkeregister)
  const registers = [office, helfo({ store, folkeregister, parties: landscape, ceiling: ceilingKroner * 100 })]
  return {
    tall: office.tall,
    /** What is answered: texts of a refusal, or types of meldinger. */
    send(melding: Melding, at = now) {
      const context = { now: at, register: landscape }
      const effects = hear(registers, deaths, { type: 'melding', melding, to: counterpart, role: 'PRIM' }, context)
      return effects.flatMap((effect) => {
        if (effect.type === 'receipt')
          return (
            effect.refusal?.errors.map(({ text }) => text) ?? ['OK', ...(effect.delfeil ?? []).map(({ text }) => text)]
          )
        return effect.type === 'send' ? [statusIn(effect.melding) ?? effect.melding.envelope.type] : []
      })
    },
    ask(melding: Melding) {
      const given = lookUp(registers, { melding, to: counterpart, isRepeated: false }, { now, register: landscape })
      return given.type === 'answer' ? statusIn(given.melding) : given.refusal?.errors.map(({ text }) => text)
    }
  }
}

function statusIn({ payload }: Melding): string | undefined {
  const read = contentOf(payload, 'EgenandelSvarV2')
  return read.type === 'content' ? read.content.Status.DN : undefined
}

export const sent = (meldingType: string, changes: Partial<Hendelse> = {}): Melding =>
  meldingOf(
    {
      id: 'h1',
      at: now,
      actor,
      counterpart,
      patient: somebody.id,
      meldingType,
      status: 'N',
      copies: [],
      variant: 'plain',
      expectsAnswer: false,
      ...changes
    },
    { register: landscape, person: landscape.person }
  )

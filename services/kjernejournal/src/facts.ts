/** What others tell, as facts about persons: medicines, admissions, deaths, reservations. */
import { identifyPersonNumber, type Melding } from '@budstikka/meldinger'
import type { Incoming } from '@budstikka/service'
import { z } from 'zod'
import { medicinesIn } from './read-legemidler.ts'
import type { Fact } from './state.ts'

export type FactAbout = { readonly fodselsnummer: string; readonly fact: Fact }

/** Event 'dodsfall'; who tells of a death without the person's number cannot be heard here. */
export const Dodsfall = z.object({
  fodselsnummer: z.string().optional(),
  /** The death was told in error. */
  annullert: z.boolean().default(false)
})
/** Event 'personvern': RES reserved, IRES no longer (list 7609), in a register of list 7610. */
export const Personvern = z.object({
  fodselsnummer: z.string(),
  endring: z.string(),
  part: z.string()
})
/** Event 'nytt-nummer': a person has got another number (Folkeregisteret, endringIIdentifikasjonsnummer). */
export const NyttNummer = z
  .object({ fra: z.string(), til: z.string() })
  .refine(
    ({ fra, til }) => isSynthetic(fra) && isSynthetic(til) && fra !== til,
    'expected two synthetic numbers (month + 80)'
  )
/** Of a happening only what makes an admission is read: most are no concern of ours, and they are many. */
const Happening = z.object({ id: z.string(), at: z.number(), actor: z.string(), patient: z.string() })

export function factsOf(
  incoming: Incoming,
  now: number,
  nameOf: (herId: string) => string | undefined
): readonly FactAbout[] {
  if (incoming.type === 'melding') return medicinesAbout(incoming.melding)
  if (incoming.type !== 'event') return []
  return factsIn(incoming, now, nameOf).filter(({ fodselsnummer }) => isSynthetic(fodselsnummer))
}

function factsIn(
  { name, data }: Extract<Incoming, { type: 'event' }>,
  now: number,
  nameOf: (herId: string) => string | undefined
): readonly FactAbout[] {
  switch (name) {
    case 'hendelse':
      return admissions(data).map(({ id, at, actor, patient }) => ({
        fodselsnummer: patient,
        fact: { type: 'besok', besok: { id, at, herId: actor, sted: nameOf(actor) ?? '' } }
      }))
    case 'dodsfall': {
      const { fodselsnummer, annullert } = Dodsfall.parse(data)
      if (fodselsnummer === undefined) return []
      return [{ fodselsnummer, fact: annullert ? { type: 'ikkeDod' } : { type: 'dod', at: now } }]
    }
    case 'personvern': {
      const { fodselsnummer, endring, part } = Personvern.parse(data)
      if (part !== 'KJ' || (endring !== 'RES' && endring !== 'IRES')) return []
      return [{ fodselsnummer, fact: { type: 'reservasjon', reservert: endring === 'RES', at: now } }]
    }
    default:
      return []
  }
}

/** Whoever has no number of their own has no kjernejournal. */
function medicinesAbout(melding: Melding): readonly FactAbout[] {
  const fact = medicinesIn(melding)
  const ident = melding.envelope.patient?.idents.find(({ kind }) => kind === 'FNR' || kind === 'DNR')
  return fact === undefined || ident === undefined || !isSynthetic(ident.id) ? [] : [{ fodselsnummer: ident.id, fact }]
}

/** A new LOG_INNLAGT: somebody was admitted. A change or a resend is the same visit. */
function admissions(data: unknown) {
  const { hendelser = [] } = Object(data) as { hendelser?: readonly Readonly<Record<string, unknown>>[] }
  return hendelser
    .filter(({ meldingType, status = 'N' }) => meldingType === 'LOG_INNLAGT' && status === 'N')
    .map((hendelse) => Happening.parse(hendelse))
}

const isSynthetic = (id: string) => identifyPersonNumber(id)?.isSynthetic === true

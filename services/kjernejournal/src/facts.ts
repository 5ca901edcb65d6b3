/** What others tell, as facts about persons: medicines, admissions, documents, deaths, reservations, and whom they have blocked. */
import { identifyPersonNumber, type Melding, type Party } from '@budstikka/meldinger'
import { Dodsfall, type Incoming, Personvern } from '@budstikka/service'
import { z } from 'zod'
import { documentOf } from './dokumenter.ts'
import { medicinesIn } from './read-legemidler.ts'
import type { Fact } from './state.ts'
import { plain } from './valg.ts'

export type FactAbout = { readonly fodselsnummer: string; readonly fact: Fact }

/** Of a happening only what makes an admission or a document is read: most are no concern of ours, and they are many. */
const Happening = z.object({
  id: z.string(),
  at: z.number(),
  actor: z.string(),
  patient: z.string(),
  meldingType: z.string()
})

export function factsOf(
  incoming: Incoming,
  now: number,
  partyOf: (herId: string) => Party | undefined
): readonly FactAbout[] {
  if (incoming.type === 'melding') return medicinesAbout(incoming.melding)
  if (incoming.type !== 'event') return []
  return factsIn(incoming, now, partyOf).filter(({ fodselsnummer }) => isSynthetic(fodselsnummer))
}

function factsIn(
  { name, data }: Extract<Incoming, { type: 'event' }>,
  now: number,
  partyOf: (herId: string) => Party | undefined
): readonly FactAbout[] {
  switch (name) {
    case 'hendelse':
      return happenings(data).flatMap((hendelse) => factOf(hendelse, partyOf(hendelse.actor)) ?? [])
    case 'dodsfall': {
      const { fodselsnummer, annullert } = Dodsfall.parse(data)
      if (fodselsnummer === undefined) return []
      return [{ fodselsnummer, fact: annullert ? { type: 'ikkeDod' } : { type: 'dod', at: now } }]
    }
    case 'personvern': {
      const told = Personvern.parse(data)
      const fact = told.fra === 'kjernejournal' || told.part !== 'KJ' ? undefined : chosenIn(told, now)
      return fact === undefined ? [] : [{ fodselsnummer: told.fodselsnummer, fact }]
    }
    default:
      return []
  }
}

/** Change list 7609. A limit that names no personnel is none that we know. */
function chosenIn({ endring, helseperson }: z.infer<typeof Personvern>, at: number): Fact | undefined {
  switch (endring) {
    case 'RES':
    case 'IRES':
      return { type: 'reservasjon', reservert: endring === 'RES', at }
    case 'TBO':
    case 'TBF':
      return helseperson === undefined
        ? undefined
        : { type: 'blokkering', hprNummer: plain(helseperson), isBlokkert: endring === 'TBO' }
    default:
      return undefined
  }
}

/** Whoever has no number of their own has no kjernejournal. */
function medicinesAbout(melding: Melding): readonly FactAbout[] {
  const fact = medicinesIn(melding)
  const ident = melding.envelope.patient?.idents.find(({ kind }) => kind === 'FNR' || kind === 'DNR')
  return fact === undefined || ident === undefined || !isSynthetic(ident.id) ? [] : [{ fodselsnummer: ident.id, fact }]
}

/** Somebody was admitted, or a document was written. */
function factOf({ id, at, actor, patient, meldingType }: z.infer<typeof Happening>, by: Party | undefined) {
  const document = documentOf(meldingType)
  const organisasjonsnummer = by?.organisation.organisationNumber ?? ''
  const fact: Fact =
    document === undefined
      ? { type: 'besok', besok: { id, at, herId: actor, sted: by?.name ?? '' } }
      : { type: 'dokument', dokument: { id, at, ...document, organisasjonsnummer } }
  return { fodselsnummer: patient, fact }
}

/** New ones that matter here: a change or a resend is the same visit. */
function happenings(data: unknown) {
  const { hendelser = [] } = Object(data) as { hendelser?: readonly Readonly<Record<string, unknown>>[] }
  const matters = ({ meldingType, status = 'N' }: Readonly<Record<string, unknown>>) =>
    status === 'N' && (meldingType === 'LOG_INNLAGT' || documentOf(String(meldingType)) !== undefined)
  return hendelser.filter(matters).map((hendelse) => Happening.parse(hendelse))
}

const isSynthetic = (id: string) => identifyPersonNumber(id)?.isSynthetic === true

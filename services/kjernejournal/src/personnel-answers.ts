/** What personnel ask; each question is decided, answered and logged in one transaction. */
import { derivedUuid } from '@budstikka/meldinger'
import { isProblem, problem, type Problem } from '@budstikka/service'
import type { AllergyIntolerance, Bundle, Condition } from '@medplum/fhirtypes'
import type { Andre } from './andre.ts'
import { type Billett, holderOf, opens, type Shown } from './billett.ts'
import type { Desk } from './desk.ts'
import { everything, kritiskBundle, withheld } from './fhir/everything.ts'
import { resourceOf } from './fhir/kritisk.ts'
import { aboutPerson, patientOf } from './fhir/patient.ts'
import { type Avgjorelse, lookUp, register, type Registrering, type Syn } from './handle.ts'
import { type HelseIndikator, helseIndikator, without } from './indikator.ts'
import type { Kategori } from './kategorier.ts'
import type { Records } from './records.ts'
import type { Known, Oppslag } from './rules.ts'
import type { Saying } from './saying.ts'
import { ingenting, slaOpp, slaOppResepter } from './slatt-opp.ts'
import type { World } from './world.ts'

export type PersonnelOptions = {
  readonly desk: Desk
  readonly records: Records
  readonly saying: Saying
  readonly known: Known
  readonly world: World
  readonly andre: Andre
  /** How long a ticket holds. */
  readonly ticketMs: number
}

/** Who asks, and on what basis; without an `id` it is a look-up of its own. */
export type Spor = Omit<Oppslag, 'id' | 'hva'> & {
  readonly id?: string | undefined
  /** A journal system asks for what it will show, and not who looks for themselves: where anybody is blocked nothing clinical is shared. */
  readonly isApi?: true
}
/** What a journal system says when it asks for HelseIndikator; `from`: as of `helseIndikator`. */
export type Indikatorsporsmal = Pick<Billett, 'grunnlag' | 'epjSystem'> & { readonly from?: number }
/** Undefined where there is nothing to see. */
type Found<Answer> = Answer | Problem | undefined

/** The same for one who has reserved, is dead, has blocked who asks, or never had any. */
const noJournal = problem(404, 'no kjernejournal')

const isWithheld = ({ isApi }: Spor, { harBlokkert }: Syn) => isApi === true && harBlokkert

export function personnelAnswers({ desk, records, saying, known, world, andre, ticketMs }: PersonnelOptions) {
  return {
    async helseIndikator(spor: Spor, { from, ...said }: Indikatorsporsmal): Promise<HelseIndikator | Problem> {
      const { syn, oppslag } = await desk(() => {
        const seen = see(spor, 'helseindikator')
        const { id, fodselsnummer, at, av } = seen.oppslag
        if (seen.syn !== undefined && !isProblem(seen.syn))
          records.giveTicket(id, { fodselsnummer, ...holderOf(av), ...said }, at)
        return seen
      })
      if (syn === undefined || isProblem(syn)) return syn ?? without(1)
      return helseIndikator(syn, await slaOppResepter(andre, oppslag, syn), oppslag.id, from)
    },
    async everything(spor: Spor, kunEget = false): Promise<Bundle | Problem> {
      const { syn, oppslag } = await desk(() => see(spor, 'journal'))
      if (syn === undefined || isProblem(syn)) return syn ?? noJournal
      const hvem = world.hvem(spor.fodselsnummer)
      if (isWithheld(spor, syn)) return withheld([patientOf(hvem)], aboutPerson(spor.fodselsnummer))
      return everything(hvem, syn, kunEget ? ingenting : await slaOpp(andre, oppslag, syn))
    },
    async kritisk(spor: Spor, kategorier: readonly Kategori[]): Promise<Bundle | Problem> {
      const { syn } = await desk(() => see(spor, 'kritisk'))
      if (syn === undefined || isProblem(syn)) return syn ?? noJournal
      const about = aboutPerson(spor.fodselsnummer)
      return isWithheld(spor, syn) ? withheld([], about) : kritiskBundle(kategorier, syn, about)
    },
    async register(spor: Spor, registrering: Registrering): Promise<AllergyIntolerance | Condition | Problem> {
      const info = await desk(() => {
        const oppslag = oppslagOf(spor, 'kritisk')
        return settle(oppslag, register(records.journalOf(oppslag.fodselsnummer), oppslag, registrering, known))
      })
      return info === undefined || isProblem(info)
        ? (info ?? noJournal)
        : resourceOf(info, aboutPerson(spor.fodselsnummer))
    },
    /** Whose kjernejournal a ticket opens to who shows it; undefined for one that is unknown, forgotten, or another's. */
    ticketOf(ticket: string, shown: Shown, now: number): string | undefined {
      const billett = records.ticketOf(ticket, now - ticketMs)
      return billett !== undefined && opens(billett, shown) ? billett.fodselsnummer : undefined
    }
  }

  /** A look-up without an id gets one from the person's log, which grows by it. */
  function oppslagOf({ id, ...spor }: Spor, hva: Oppslag['hva']): Oppslag {
    const { at, fodselsnummer } = spor
    const number = String(records.lookUpsOf(fodselsnummer))
    return { ...spor, hva, id: id ?? derivedUuid(at, 'oppslag', fodselsnummer, number) }
  }

  function see(spor: Spor, hva: Oppslag['hva']): { readonly oppslag: Oppslag; readonly syn: Found<Syn> } {
    const oppslag = oppslagOf(spor, hva)
    return { oppslag, syn: settle(oppslag, lookUp(records.journalOf(oppslag.fodselsnummer), oppslag, known)) }
  }

  /** Writes what was decided; a look-up that is told again has been written before. */
  function settle<Answer>({ fodselsnummer, av }: Oppslag, decided: Avgjorelse<Answer>): Found<Answer> {
    const { answer, logg, journal, varsling } = decided
    if (records.log(fodselsnummer, logg, av.organisasjon.businessType)) {
      if (journal !== undefined) records.save(fodselsnummer, journal)
      if (varsling !== undefined)
        saying.add({ event: 'varsel', id: logg.id, at: logg.at, fodselsnummer, kanal: varsling })
    }
    return answer
  }
}

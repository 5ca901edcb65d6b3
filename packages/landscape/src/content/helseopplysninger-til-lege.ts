/** HELSEOPPLYSNINGER_LEGE: the nurses tell the doctor how the patient is, or wish for an assessment (HIS 1146, PLO 1.6). */
import type { Rng } from '../random.ts'
import { pick } from '../random.ts'
import { beginning } from './beginning.ts'
import { cave, medicinesOf, note } from './clinical.ts'
import { cs, isCode } from './codes.ts'
import type { Occasion } from './occasion.ts'
import { withdrawal } from './withdrawal.ts'

/** List 9137: 2 status (default), 3 wish for assessment, which the doctor answers; the happening's detail says which. */
export function helseopplysningerTilLege(occasion: Occasion, rng: Rng) {
  const type = isCode('9137', occasion.detail) ? occasion.detail : '2'
  const InnholdKonsultasjon = { TypeInnholdKonsultasjon: cs('9137', type) }
  if (occasion.status === 'C') return { ...withdrawal(occasion, rng), InnholdKonsultasjon }
  return {
    ...beginning(occasion, rng),
    InnholdKonsultasjon,
    MedisinskfagligeOpplysninger: {
      Cave: cave(rng),
      GenereltJournalnotat: [note(rng, ['9142', 'PROB', pick(rng, type === '3' ? wishes : statuses)])]
    },
    Legemiddelinfo: medicinesOf(rng, occasion.at, 1, 4),
    Sykepleierdokumentasjon: {
      IverksatteTiltak: [{ Tiltaksbeskrivelse: { IntervensjonTiltakBeskrivelse: pick(rng, measures) } }]
    }
  }
}

const wishes = [
  'Økende smerter i hofte siste uke, sover dårlig. Ber om vurdering av smertelindring.',
  'Blodtrykk 180/95 ved tre målinger. Ønsker vurdering av medisiner.',
  'Svimmel ved reising, har falt to ganger. Ber om legetilsyn.',
  'Rødt og varmt sår på venstre legg, økende siste døgn. Ønsker vurdering i dag.'
]
const statuses = [
  'Stabil siden forrige rapport. Vekt uendret. Spiser og sover godt.',
  'Noe bedre etter endring av vanndrivende. Ødem er tilbakegått.',
  'Såret gror. Stelles nå hver tredje dag.',
  'Fått multidose fra denne uken. Fungerer fint.'
]
const measures = [
  'Pasienten har fått trygghetsalarm på grunn av falltendens.',
  'Daglig tilsyn i en uke. Vekt hver morgen.',
  'Sårstell etter prosedyre. Ny vurdering hver mandag.',
  'Drikkeliste og ernæringsplan er startet.'
]

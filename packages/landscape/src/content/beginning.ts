/** What every PLO content begins with: the status of the sending, the unit that sends, and who answers for it (HIS 80704). */
import type { Rng } from '../random.ts'
import { pick, whole } from '../random.ts'
import { cs, cv } from './codes.ts'
import { dateOf } from './local-time.ts'
import type { Occasion } from './occasion.ts'
import { hospitalDoctor, professional } from './professional.ts'

/** Status alone: what is enough where no unit is asked for. */
export function sending({ status, question }: Occasion) {
  const Forsendelsesstatus = cs('7309', status)
  if (question === undefined) return { InformasjonOmForsendelsen: { Forsendelsesstatus } }
  const Foresporsel = { TypeForesp: cv(question.list, question.code), Sporsmal: question.text }
  return { InformasjonOmForsendelsen: { Forsendelsesstatus, SvarPaaForesporsel: 'true', Foresporsel } }
}

/** Status, unit with phone, and the responsible professional. */
export function beginning(occasion: Occasion, rng: Rng) {
  return {
    ...sending(occasion),
    TilknyttetEnhet: [unit(occasion)],
    ...contactDoctor(occasion, rng),
    AnsvarForRapport: [{ AnsvarligRapport: professional(occasion, rng), GodkjentDato: dateOf(occasion.at) }]
  }
}

/** The same with what reports say of the patient's home, next of kin and children under 18 (HIS 1143, 1144, 1147). */
export function reportBeginning(occasion: Occasion, rng: Rng) {
  const isAlone = rng() < 0.5
  return {
    ...sending(occasion),
    TilleggsopplysningPasient: { BorAlene: isAlone ? 'true' : 'false' },
    ParorendeForesatt: nextOfKin(occasion, rng, isAlone),
    TilknyttetEnhet: [unit(occasion)],
    ...contactDoctor(occasion, rng),
    AnsvarForRapport: [{ AnsvarligRapport: professional(occasion, rng), GodkjentDato: dateOf(occasion.at) }]
  }
}

/** The sending communication party with its HER-id, so that the reader can call. */
function unit({ from }: Occasion) {
  const Ident = [{ Id: from.herId, TypeId: cv('9051', 'HER') }]
  return { Kontaktenhet: { OrganisationName: from.name, Ident, TeleCom: [phone(from.herId)] } }
}

/** Hospitals name the patient's contact doctor and how to reach him; others have none. */
function contactDoctor({ from }: Occasion, rng: Rng) {
  if (!from.tjeneste.startsWith('8668')) return {}
  const Kontaktperson = { ...hospitalDoctor(rng, '19'), TeleCom: [phone(from.herId)] }
  return { KontaktpersonHelsepersonell: [{ Kontaktperson }] }
}

/** 00 begins no number in Norway, so nobody is called. */
const phone = (herId: string) => ({
  TypeTelecom: cs('8110', 'HP'),
  TeleAddress: { V: `tel:00${herId.padStart(6, '0').slice(-6)}` }
})

const kinOfThoseAlone = ['DA', 'SO', 'SI']
const kinAtHome = ['EF', 'SA', 'DA']

function nextOfKin({ patient, at }: Occasion, rng: Rng, isAlone: boolean) {
  const Referanseperson = { FamilyName: patient.familyName, GivenName: pick(rng, kinNames) }
  const closest = { Slektskap: cs('9033', pick(rng, isAlone ? kinOfThoseAlone : kinAtHome)), Referanseperson }
  if (rng() > 0.06) return [closest]
  const year = new Date(at).getUTCFullYear() - whole(rng, 2, 17)
  const child = { FamilyName: patient.familyName, GivenName: pick(rng, kinNames) }
  return [closest, { Slektskap: cs('9033', 'DA'), FodselsarMindrearigParorende: String(year), Referanseperson: child }]
}
const kinNames = ['Blid', 'Lun', 'Munter', 'Rolig', 'Sindig', 'Trygg', 'Vennlig', 'Våken']

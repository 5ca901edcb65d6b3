/** Dialogmelding 1.0: a question, its answer, a note, and feedback on a fault (HIS 1151, HIS 1152). */
import type { Rng } from '../random.ts'
import { pick } from '../random.ts'
import { cv, isCode } from './codes.ts'
import { dateOf } from './local-time.ts'
import { answerToNav, isNav, navLists, navNote, navQuestion } from './nav-dialog.ts'
import { documentIdOf, type Occasion, type Question } from './occasion.ts'
import { professional } from './professional.ts'

/** DIALOG_FORESPORSEL: list 9152 from the municipality, 9153 from a doctor; the happening's detail is the code. NAV names no person. */
export function foresporsel(occasion: Occasion, rng: Rng) {
  if (isNav(occasion.from)) {
    const DokIdForesp = documentIdOf(occasion.conversation, occasion.meldingType)
    return { Foresporsel: [{ ...questionFields(navQuestion(occasion, rng)), DokIdForesp }] }
  }
  const asked = questionOf(occasion, rng)
  return { Foresporsel: [{ ...questionFields(asked), RollerRelatertNotat: [role(occasion, rng)] }] }
}

/** DIALOG_SVAR: the question is repeated, as the official sample does. */
export function svar(occasion: Occasion, rng: Rng) {
  const { question, detail, at } = occasion
  const isToNav = question !== undefined && navLists.some((list) => list === question.list)
  return {
    Notat: [
      {
        TemaKodet: isCode('8126', detail) ? cv('8126', detail) : cv('9069', '5'),
        TekstNotatInnhold: words(isToNav ? answerToNav(question, detail, rng) : pick(rng, answers)),
        DatoNotat: dateOf(at),
        ...(question && { Foresporsel: questionFields(question) }),
        RollerRelatertNotat: [role(occasion, rng)]
      }
    ]
  }
}

/** DIALOG_NOTAT: a free note; also the municipality's answer on a patient ready for discharge, and with detail 'nav' what is written to NAV. */
export function notat(occasion: Occasion, rng: Rng) {
  const { at, conversation, meldingType } = occasion
  if (isNav(occasion.from)) {
    const { code, text } = navNote(occasion)
    const DokIdNotat = documentIdOf(conversation, meldingType)
    return {
      Notat: [{ TemaKodet: cv('8127', code), TekstNotatInnhold: words(text), DokIdNotat, DatoNotat: dateOf(at) }]
    }
  }
  return {
    Notat: [
      {
        TemaKodet: occasion.detail === 'nav' ? cv('8128', '1') : cv('7321', '1'),
        TekstNotatInnhold: words(pick(rng, isFromMunicipality(occasion) ? receptions : notes)),
        DatoNotat: dateOf(at),
        RollerRelatertNotat: [role(occasion, rng)]
      }
    ]
  }
}

/** DIALOG_AVVIK: list 8117, the happening's detail; refers to the faulty melding by ConversationRef. */
export function avvik(occasion: Occasion, rng: Rng) {
  const code = faultCodes.find((known) => known === occasion.detail) ?? pick(rng, faultCodes)
  return {
    Notat: [
      {
        TemaKodet: cv('8117', code),
        TekstNotatInnhold: words(faults[code]),
        RollerRelatertNotat: [role(occasion, rng)]
      }
    ]
  }
}

/** Free text where the XSD has anyType. */
export const words = (text: string) => ({ children: [text] })

/** In dialogmelding the professional's fields stand under RollerRelatertNotat. */
export function role(occasion: Occasion, rng: Rng) {
  const { RoleToPatient, ...HealthcareProfessional } = professional(occasion, rng)
  return { ...(RoleToPatient && { RoleToPatient }), HealthcareProfessional }
}

const isFromMunicipality = ({ from }: Occasion) => from.tjeneste.startsWith('8663')

function questionOf({ from, detail }: Occasion, rng: Rng): Question {
  const list = from.tjeneste.startsWith('8663-K') && from.person === undefined ? '9152' : '9153'
  const code = isCode(list, detail)
    ? detail
    : list === '9152'
      ? pick(rng, ['1', '4', '6', '7', '99'])
      : pick(rng, ['3', '5', '99'])
  return { list, code, text: pick(rng, questions[list]) }
}

export const questionFields = ({ list, code, text }: Question) => ({ TypeForesp: cv(list, code), Sporsmal: text })

const questions = {
  '9152': [
    'Pasienten går snart tom for blodtrykksmedisin. Ber om fornyelse av resept.',
    'Ber om oppdatert legemiddelliste før oppstart av multidose.',
    'Pasienten er svimmel og ustø. Kan det settes opp time til undersøkelse denne uken?',
    'Ber om helseopplysninger i forbindelse med søknad om korttidsopphold.'
  ],
  '9153': [
    'Hvilke tjenester har pasienten i dag, og hvor ofte er det tilsyn?',
    'Ber om tilstandsvurdering: vekt, ernæring og funksjon siste måned.',
    'Fungerer medisinhåndteringen etter endringen forrige uke?'
  ]
}
const answers = [
  'Resept er sendt elektronisk og kan hentes på apotek.',
  'Oppdatert liste er gjennomgått. Ingen endringer ut over det som står i siste melding.',
  'Time er satt opp. Pasienten får beskjed på telefon.',
  'Pasienten har tilsyn morgen og kveld. Vekten er stabil, spiser godt.',
  'Opplysningene ettersendes når blodprøvene foreligger.'
]
const receptions = [
  'Kommunen kan ta imot pasienten. Korttidsplass er klar fra i morgen.',
  'Kommunen kan ta imot pasienten i dag. Hjemmesykepleien starter i kveld.',
  'Kommunen har ikke ledig plass i dag. Vi melder fra så snart plass er klar.',
  'Pasienten kan reise hjem med samme tjenester som før. Ring vaktsykepleier ved avreise.'
]
const notes = [
  'Til orientering: pasienten er til kontroll hos oss neste uke. Ingen endring i medisiner.',
  'Vi har snakket med pårørende. De ønsker et møte om videre opplegg.',
  'Pasienten har fått ny time til undersøkelse. Innkalling er sendt.'
]
const faultCodes = ['1', '2', '9'] as const
const faults = {
  '1': 'Pasienten hører ikke til hos oss. Meldingen er ikke fulgt opp.',
  '2': 'Meldingen mangler opplysninger som vi trenger. Send på nytt med legemiddelliste.',
  '9': 'Innholdet ser ut til å gjelde en annen episode. Vennligst kontroller.'
}

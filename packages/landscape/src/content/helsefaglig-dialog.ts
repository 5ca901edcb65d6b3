/** DIALOG_HELSEFAGLIG: professionals write to each other (HIS 1077, Dialogmelding 1.1). */
import type { Rng } from '../random.ts'
import { pick } from '../random.ts'
import { cv } from './codes.ts'
import { role, words } from './dialogmelding.ts'
import { dateOf } from './local-time.ts'
import type { Occasion } from './occasion.ts'

/**
 * Theme of list 7322 (the happening's detail; default 6), subject and text. A first melding with theme 6 names the wanted
 * contact at the receiver as role 24; the responsible professional is always named.
 */
export function helsefagligDialog(occasion: Occasion, rng: Rng) {
  const theme = themes.find((known) => known === occasion.detail) ?? '6'
  const isFirst = occasion.conversation === occasion.id
  const [Tema, text] = pick<readonly [string, string]>(
    rng,
    theme === '6' && isSpecialist(occasion) ? advice : texts[theme]
  )
  return {
    Notat: [
      {
        TemaKodet: cv('7322', theme),
        Tema,
        TekstNotatInnhold: words(text),
        DatoNotat: dateOf(occasion.at),
        RollerRelatertNotat: [role(occasion, rng), ...(isFirst && theme === '6' ? [contactAtReceiver(occasion)] : [])]
      }
    ]
  }
}

/** DIALOG_STATUS_HENVISNING: what becomes of a referral, list 9148 by the happening's detail (HIS 1206). */
export function statusPaaHenvisning(occasion: Occasion, rng: Rng) {
  const code = statuses.find((known) => known === occasion.detail) ?? '1'
  return {
    Notat: [
      {
        TemaKodet: cv('9148', code),
        TekstNotatInnhold: words(statusTexts[code]),
        DatoNotat: dateOf(occasion.at),
        RollerRelatertNotat: [role(occasion, rng)]
      }
    ]
  }
}
const statuses = ['1', '2', '3', '4'] as const
const statusTexts = {
  '1': 'Pasienten er innkalt til time. Brev er sendt.',
  '2': 'Pasienten har rett til helsehjelp og får brev med tidspunkt.',
  '3': 'Henvisningen er sendt videre til et annet sykehus.',
  '4': 'Henvisningen er vurdert og avvist. Pasienten kan følges av fastlege.'
} as const

/** Between a doctor outside and a hospital. */
const isSpecialist = ({ from, to }: Occasion) => [from, to].some(({ tjeneste }) => tjeneste.startsWith('8668-S'))

/** The party itself, by name: who will read is not known. */
function contactAtReceiver({ to }: Occasion) {
  const name = to.person ?? { givenName: 'Vakthavende', familyName: to.name }
  return {
    RoleToPatient: cv('9034', '24'),
    HealthcareProfessional: { FamilyName: name.familyName, GivenName: name.givenName }
  }
}

const themes = ['6', '7', '8', '9'] as const
const advice: readonly (readonly [string, string])[] = [
  ['Svar på henvendelse', 'Kontroll om tre måneder er tilstrekkelig. Ny henvisning ved forverring.'],
  ['Endret medisin', 'Blodfortynnende er endret ved kontrollen i dag. Vennligst følg opp blodprøver om to uker.'],
  ['Spørsmål om videre utredning', 'Ber om råd: pasienten har fortsatt plager etter avsluttet behandling hos dere.'],
  ['Oppfølging hos fastlege', 'Stingfjerning og sårkontroll hos fastlege om to uker. Sykmelding er skrevet ut.']
]
const texts = {
  '6': [
    ['Endret medisin', 'Blodfortynnende er endret i dag. Ber dere følge med på blødning og melde fra ved fall.'],
    ['Spørsmål om sårstell', 'Såret på leggen gror ikke. Har dere råd om videre bandasje?'],
    ['Oppfølging etter utskrivning', 'Pasienten har mye smerter etter hjemkomst. Kan medisiner justeres?'],
    ['Avtale om hjemmebesøk', 'Kan dere bli med på hjemmebesøk torsdag? Pårørende er til stede.']
  ],
  '7': [
    ['Mottak av utskrivningsklar pasient', 'Kommunen kan ta imot pasienten. Korttidsplass er klar.'],
    ['Mottak av utskrivningsklar pasient', 'Kommunen kan ta imot pasienten hjemme fra i kveld. Ring før avreise.'],
    ['Mottak av utskrivningsklar pasient', 'Kommunen kan ikke ta imot i dag. Ny melding sendes når plass er klar.']
  ],
  '8': [
    ['Forespørsel om helseopplysninger', 'Ber om siste blodprøver og vurdering etter konsultasjonen.'],
    ['Forespørsel om helseopplysninger', 'Ber om opplysninger til søknad om langtidsopphold.']
  ],
  '9': [
    [
      'Forespørsel om legemiddelopplysninger',
      'Ber om oppdatert legemiddelliste; listen vi har avviker fra multidosen.'
    ],
    ['Forespørsel om legemiddelopplysninger', 'Er vanndrivende seponert eller pauset?']
  ]
} as const

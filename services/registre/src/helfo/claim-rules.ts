/** Why a claim is refused as a whole: list 7430, and what the claim says of itself. */
import {
  type Address,
  isOrganisasjonsnummer,
  oereOf,
  type Oppgjorskrav,
  type Party,
  type Refusal
} from '@budstikka/meldinger'

export type About = {
  readonly krav: Oppgjorskrav
  readonly sender: Address
  /** Who sent it, as the register has it: it stands for the certificate. */
  readonly from: Party | undefined
  /** xs:date in Norway when it came. */
  readonly today: string
  /** Whether the enterprise has used the number before. */
  readonly isUsed: boolean
}

type Rule = { readonly code: string; readonly list: string; readonly name: string; isBroken(about: About): boolean }

const numberOf = ({ organisation }: Address) => organisation.idents.find(({ kind }) => kind === 'ENH')?.id ?? ''
const bills = ({ krav }: About) => krav.Enkeltregning

const rules: readonly Rule[] = [
  { code: '1', list: '7430', name: 'Oppgjørsnummer mangler', isBroken: ({ krav }) => krav.OppgjorsNr.trim() === '' },
  {
    code: '2',
    list: '7430',
    name: 'Oppgjørsnummeret er brukt i en tidligere innsending',
    isBroken: ({ isUsed }) => isUsed
  },
  {
    code: '3',
    list: '7430',
    name: 'Innsendingen er datert etter datoen den ble mottatt hos NAV',
    isBroken: ({ krav, today }) => krav.AvsenderDato.slice(0, 10) > today
  },
  {
    code: '4',
    list: '7430',
    name: 'Ugyldig organisasjonsnummer',
    isBroken: ({ sender }) => !isOrganisasjonsnummer(numberOf(sender))
  },
  {
    code: '5',
    list: '7430',
    name: 'Organisasjonsnummeret i innsendingen avviker fra sertifikatets organisasjonsnummer',
    isBroken: ({ sender, from }) => numberOf(sender) !== from?.organisation.organisationNumber
  },
  {
    code: '6',
    list: '7430',
    name: 'Samme regningsnummer er brukt på flere enkeltregninger',
    isBroken: (about) => new Set(bills(about).map(({ RegningsNr }) => RegningsNr)).size < bills(about).length
  },
  // That the sums must be right is our choice; the list has no code for it.
  {
    code: 'X99',
    list: '8221',
    name: 'Annen feil',
    isBroken: (about) =>
      Number(about.krav.AntEnkeltregninger) !== bills(about).length ||
      oereOf(about.krav.RefKrav) !== bills(about).reduce((sum, { SumRefusjon }) => sum + oereOf(SumRefusjon), 0)
  }
]

/** All that is wrong, since a claim is corrected as a whole; undefined when nothing is. */
export function refusalOf(about: About): Refusal | undefined {
  const errors = rules
    .filter((rule) => rule.isBroken(about))
    .map(({ code, list, name }) => ({
      code,
      codeSystem: `2.16.578.1.12.4.1.1.${list}`,
      name,
      source: `kodeverk ${list}`
    }))
  return errors.length > 0 ? { type: 'refusal', errors } : undefined
}

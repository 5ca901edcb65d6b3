/** What SYSVAK refuses an event for: code, text, field and predicate, as its standard lists them. */
import { identifyPersonNumber, isOfSysvakList, type HendelseRequest, type SysvakList } from '@budstikka/meldinger'
import type { Person } from './folkeregister.ts'

export type Asked = {
  readonly request: HendelseRequest
  /** Who the event is about, by Folkeregisteret; undefined where the number is not known there, or none was given. */
  readonly person: Person | undefined
  /** yyyy-mm-dd in Norway when the request came. */
  readonly today: string
}

export type Rule = {
  readonly code: string
  /** Our words: the standard's own are not published with its schemas. */
  readonly text: string
  isBroken(asked: Asked): boolean
}

type Hendelse = ReturnType<typeof hendelseIn>
export const hendelseIn = ({ Hendelse: { Vaksinasjon, ManglendeVaksinering } }: HendelseRequest) => ({
  ...Vaksinasjon,
  ...ManglendeVaksinering
})
const dayOf = (dateTime = '') => dateTime.slice(0, 10)
const identIn = ({ request }: Asked) => request.Vaksinand.VaksinandIdent
const utenIdent = ({ request }: Asked) => request.Vaksinand.VaksinandUtenIdent
const bornOn = (asked: Asked) => utenIdent(asked)?.Fodselsdato ?? asked.person?.fodselsdato

/** SYSVAK Meldingsbeskrivelse 1.0; in order, and every one that is broken is told. */
export const hendelseRules: readonly Rule[] = [
  {
    code: 'F001',
    text: 'Hendelsen har en kode som ikke finnes i kodeverket',
    isBroken: ({ request }) => coded(hendelseIn(request)).some(([list, code]) => code && !isOfSysvakList(list, code))
  },
  {
    code: 'F102',
    text: 'Konsultasjonen er før vaksinanden ble født',
    isBroken: (asked) => (hendelseIn(asked.request).Konsultasjonsdato ?? '') < (bornOn(asked) ?? '')
  },
  {
    code: 'F103',
    text: 'Hendelsen er registrert i fremtiden',
    isBroken: ({ request, today }) => dayOf(hendelseIn(request).Registreringsdato) > today
  },
  {
    code: 'F104',
    text: 'Konsultasjonen er etter registreringen',
    isBroken: ({ request }) => {
      const { Konsultasjonsdato = '', Registreringsdato } = hendelseIn(request)
      return dayOf(Konsultasjonsdato) > dayOf(Registreringsdato)
    }
  },
  {
    code: 'F105',
    text: 'Vaksinandens fødselsnummer eller D-nummer er ugyldig',
    isBroken: (asked) => {
      const ident = identIn(asked)
      return ident !== undefined && !isHelpNumber(ident) && !isPersonNumber(ident.Id)
    }
  },
  {
    code: 'F106',
    text: 'Vaksinand uten ident må ha navn og enten omsorgsperson eller dokumentasjon',
    isBroken: (asked) => {
      const uten = utenIdent(asked)
      const isKnown = uten?.OmsorgspersonIdent !== undefined || uten?.Dokumentasjon !== undefined
      return uten !== undefined && (uten.Etternavn.trim() === '' || !isKnown)
    }
  },
  {
    code: 'F107',
    text: 'H-nummer tas ikke imot',
    isBroken: (asked) => {
      const ident = identIn(asked)
      return ident !== undefined && isHelpNumber(ident)
    }
  },
  {
    code: 'F109',
    text: 'Preparatet hører ikke til vaksinen',
    isBroken: ({ request }) => {
      const { Vaksine, Preparat } = hendelseIn(request)
      return Preparat !== undefined && Preparat.V?.split('_')[0] !== Vaksine?.V
    }
  },
  {
    code: 'F110',
    text: 'Vaksinanden er født i fremtiden',
    isBroken: (asked) => (bornOn(asked) ?? '') > asked.today
  },
  {
    code: 'F111',
    text: 'Konsultasjonen er etter at vaksinanden døde',
    isBroken: ({ request, person }) =>
      person?.dodsdato !== undefined && (hendelseIn(request).Konsultasjonsdato ?? '') > person.dodsdato
  },
  {
    code: 'F112',
    text: 'Omsorgspersonens fødselsnummer eller D-nummer er ugyldig',
    isBroken: (asked) => {
      const guardian = utenIdent(asked)?.OmsorgspersonIdent
      return guardian !== undefined && !isPersonNumber(guardian.Id)
    }
  }
]

type Code = { readonly V?: string | undefined; readonly S?: string | undefined }
const coded = (hendelse: Hendelse): readonly (readonly [SysvakList, Code | undefined])[] => [
  ['9501', hendelse.Vaksine],
  ['9554', hendelse.Preparat],
  ['9555', hendelse.Dokumentasjon],
  ['9551', hendelse.ArsakTilManglendeVaksinering],
  ['9552', hendelse.Varighet]
]

const isHelpNumber = ({ Id, TypeId }: { readonly Id: string; readonly TypeId: Code }) =>
  TypeId.V === 'HNR' || ['HNR', 'FHN'].includes(identifyPersonNumber(Id)?.kind ?? '')

function isPersonNumber(id: string): boolean {
  const kind = identifyPersonNumber(id)?.kind
  return kind === 'FNR' || kind === 'DNR'
}

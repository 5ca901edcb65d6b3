/** What is sent to SYSVAK: a vaccination, a search, a question for code lists (SYSVAK Meldingsbeskrivelse 1.0). */
import { oidOf, type Payload, payloadOf, sex, type SysvakCode, sysvakCv } from '@budstikka/meldinger'
import type { Rng } from '../random.ts'
import { createRng, pick } from '../random.ts'
import { dateOf, dateTimeOf } from './local-time.ts'
import type { Occasion } from './occasion.ts'
import { personIdent } from './person-ident.ts'

/** The children's programme and influenza. List 9501 has no code for the vaccines of the pandemic: its doses go as influenza's (our choice). */
const given = [
  ['FLU02', 'FLU02_003'],
  ['FLU02', 'FLU02_002'],
  ['PNE13', undefined],
  ['MMR52', undefined],
  ['DTP52', 'DTP52_001'],
  ['HPV01', 'HPV01_001']
] as const satisfies readonly (readonly [SysvakCode<'9501'>, SysvakCode<'9554'> | undefined])[]

/** What a happening says beyond its type (`detail`): sletting, endring, uten-ident, feil-preparat, manglende. */
export function hendelseRequest(occasion: Occasion, rng: Rng): Payload {
  const { conversation, at, firstAt = at, detail, from } = occasion
  // The same in the whole conversation, since it is what the event is known by.
  const [vaccine, preparation] = pick(createRng('vaksine', conversation), given)
  const hendelse = {
    HendelseAksjon: detail === 'sletting' ? 'Sletting' : 'Registrering',
    Konsultasjonsdato: dateOf(firstAt),
    Registreringsdato: dateTimeOf(at),
    Vaksine: sysvakCv('9501', vaccine),
    RegistrerendeHelseenhet: helseenhet(from)
  }
  if (detail === 'manglende') {
    const why = { ArsakTilManglendeVaksinering: sysvakCv('9551', 'MKO'), Varighet: sysvakCv('9552', 'KOR') }
    return payloadOf('HendelseRequest', {
      Vaksinand: vaksinand(occasion),
      Hendelse: { ManglendeVaksinering: { ...hendelse, ...why } }
    })
  }
  const preparat = detail === 'feil-preparat' ? 'GUL01_002' : preparation
  return payloadOf('HendelseRequest', {
    Vaksinand: vaksinand(occasion),
    Hendelse: {
      Vaksinasjon: {
        ...hendelse,
        ErVaksinasjonSattPaStedet: 'true',
        ...(preparat && { Preparat: sysvakCv('9554', preparat) }),
        Batchnummer: `B${Math.floor(rng() * 1e6)}`
      }
    }
  })
}

/** With the whole number; with detail 'uten-ident' by birth and name, which several may share. */
export function sokRequest({ patient, detail, from }: Occasion): Payload {
  const UtfortAvHelseenhet = helseenhet(from)
  if (detail !== 'uten-ident')
    return payloadOf('SokRequest', { UtfortAvHelseenhet, Ident: personIdent(patient, '8327') })
  const [YYYY = '', month = ''] = patient.birthDate?.split('-') ?? []
  const born = { YYYY, MM: `--${month}` }
  return payloadOf('SokRequest', {
    UtfortAvHelseenhet,
    FodtFraOgMed: born,
    FodtTilOgMed: born,
    Etternavn: { SokVerdi: patient.familyName, SokOperator: 'Noyaktig' }
  })
}

export const kodeverkRequest = (): Payload =>
  payloadOf('KodeverkRequest', { KodeverkType: ['Vaksine', 'Preparat', 'ArsakTilManglendeVaksinering', 'Varighet'] })

function vaksinand({ patient, detail }: Occasion) {
  if (detail !== 'uten-ident') return { VaksinandIdent: personIdent(patient, '8327') }
  return {
    VaksinandUtenIdent: {
      Fodselsdato: patient.birthDate ?? '',
      Kjonn: sex(patient.sex ?? '0'),
      Fornavn: patient.givenName,
      Etternavn: patient.familyName,
      // Nobody's passport.
      Dokumentasjon: { Id: 'X0000000', TypeId: { V: '4', S: oidOf('9032'), DN: 'Passnummer' } }
    }
  }
}

const helseenhet = ({ organisation }: Occasion['from']) => ({
  Id: organisation.organisationNumber,
  TypeId: { V: 'ENH', S: oidOf('9051'), DN: 'Organisasjonsnummeret i Enhetsregister' }
})

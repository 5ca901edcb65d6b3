/** The codes of the registers themselves, with their names (kodeverk as of June 2025). */
import { z } from 'zod'

export const registerCodes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  /** Specialties. */
  '7426': {
    '1': 'Allmennmedisin',
    '152': 'Ortopedisk kirurgi',
    '190': 'Indremedisin',
    '35': 'Radiologi',
    '40': 'Psykiatri'
  },
  /** Approvals of personnel. */
  '7704': {
    '1': 'Autorisasjon',
    '2': 'Turnuslisens',
    '3': 'Studentlisens',
    '4': 'Lisens',
    '8': 'Autorisasjon og godkjent allmennlege',
    '17': 'Autorisasjon med vilkår',
    '18': 'LIS1-Lisens',
    '99': 'Ingen autorisasjon'
  },
  /** A doctor on a list. */
  '7750': { LPDL: 'Delelege', LPFL: 'Fastlege', LPVI: 'Vikar' },
  /** A list. */
  '7751': { FAAA: 'Åpen', FALA: 'Låst', FALU: 'Lukket' },
  /** Why somebody left a list. */
  '7753': { OHID: 'Innbygger er død' },
  /** Why somebody came onto one. */
  '7754': {
    OTAT: 'Automatisk tildeling',
    OTBG: 'Barn gjenforent foreldre',
    OTFH: 'Lege har redusert eller avsluttet praksis',
    OTIT: 'Innbygger tilbake til tidligere fastlege etter flytting',
    OTKO: 'Korreksjon',
    OTMA: 'Manuell tildeling',
    OTOB: 'Ordinært bytte',
    OTVE: 'Tildelt fra venteliste'
  }
}

export const isApproval = (code: string) => Object.hasOwn(registerCodes['7704'] ?? {}, code)

/** A code of one of these lists. */
export const codeOf = (list: '7750' | '7751' | '7754') =>
  z.string().refine((code) => Object.hasOwn(registerCodes[list] ?? {}, code), `expected a code of list ${list}`)

/** The codes of the registers themselves, with their names (kodeverk as of June 2025). */

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
  '7750': { LPFL: 'Fastlege' },
  /** A list. */
  '7751': { FAAA: 'Åpen' },
  /** Why somebody left a list. */
  '7753': { OHID: 'Innbygger er død' },
  /** Why somebody came onto one. */
  '7754': { OTKO: 'Korreksjon', OTOB: 'Ordinært bytte' }
}

export const isApproval = (code: string) => Object.hasOwn(registerCodes['7704'] ?? {}, code)

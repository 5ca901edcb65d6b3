/** A person with a full journal, and those who look at it, for the tests of this service. */
import { HerId, oidOf, type PartyOrganisation, syntheticFodselsnummer, sysvakCv } from '@budstikka/meldinger'
import type { KritiskInformasjon } from './kritisk-informasjon.ts'
import type { Helsepersonell, Known, Oppslag } from './rules.ts'
import type { SlattOpp } from './slatt-opp.ts'
import { initial, type Journal } from './state.ts'

/** The first number of that birth date that has control digits. */
export function numberOf(birthDate: string, from = birthDate < '2000' ? 100 : 600, dNumber = false): string {
  const id = syntheticFodselsnummer({ birthDate, individualNumber: from, dNumber })
  return id ?? numberOf(birthDate, from + 1, dNumber)
}

export const now = Date.UTC(2019, 5, 3, 10)
export const patient = numberOf('1950-03-02')

const organisation = (herId: string, businessType: string): PartyOrganisation => ({
  herId: HerId.parse(herId),
  name: `Virksomhet ${herId}`,
  organisationNumber: `99999${herId}`,
  businessType
})
export const hospital = organisation('9101', '101')
export const legevakt = organisation('9102', '102')
export const fastlegekontor = organisation('9103', '103')

export const doctorAt = (organisasjon: PartyOrganisation, changes: Partial<Helsepersonell> = {}): Helsepersonell => ({
  hprNummer: '0123456',
  rolle: 'LE',
  organisasjon,
  tjeneste: '8663-KA02',
  ...changes
})

export const oppslag = (changes: Partial<Oppslag> = {}): Oppslag => ({
  id: 'o1',
  at: now,
  fodselsnummer: patient,
  av: doctorAt(legevakt),
  grunnlag: 'SAMTYKKE',
  hva: 'journal',
  ...changes
})

/** A child with two parents: see `known`. */
export const child = numberOf('2010-01-15')
export const parent = numberOf('1980-07-01')

export const known: Known = {
  roles: ['LE', 'SP', 'PS'],
  businessTypes: ['101', '102', '103'],
  nurse: { treatments: ['5'], implants: ['29'] },
  fastlegekontorOf: () => fastlegekontor.herId,
  familyOf: () => ({ parents: [parent, numberOf('1979-02-01')], isTogether: true })
}

const registrert = {
  at: Date.UTC(2018, 1, 1),
  hprNummer: '7654321',
  rolle: 'LE',
  organisasjonsnummer: hospital.organisationNumber,
  organisasjon: hospital.name
}
const piece = (number: number, rest: Partial<KritiskInformasjon> & Pick<KritiskInformasjon, 'kategori'>) => ({
  id: `00000000-0000-8000-8000-00000000000${number}`,
  versjon: 1,
  status: 'active' as const,
  registrert,
  ...rest
})

/** One piece of each category. */
export const kritisk: readonly KritiskInformasjon[] = [
  piece(1, {
    kategori: 'DrugReaction',
    code: 'J01CE02',
    reaksjon: '1',
    kilde: '2',
    alvorlighet: '1',
    sannsynlighet: '3'
  }),
  piece(2, { kategori: 'OtherAllergen', code: '10', reaksjon: '9', sannsynlighet: '2', tekst: 'Som barn' }),
  piece(3, { kategori: 'IntubationProblem', code: '3', second: '2' }),
  piece(4, { kategori: 'OtherProblemWithAnesthesia', tekst: 'Malign hypertermi i familien' }),
  piece(5, { kategori: 'CriticalMedicalCondition', code: '3', kilde: '5', alvorlighet: '2' }),
  piece(6, { kategori: 'TransplantsAndOtherForeignBodies', code: '9' }),
  piece(7, { kategori: 'Infection', code: '1', status: 'refuted' }),
  piece(8, { kategori: 'OngoingTreatment', code: '4', status: 'inactive' }),
  piece(9, { kategori: 'ChangeOfProcedure', code: '1' })
]

export const full: Journal = {
  ...initial,
  legemidler: [
    {
      id: 'm10-1',
      reseptId: 'r1',
      at: Date.UTC(2019, 4, 2),
      legemiddel: {
        navn: 'Eksemplin tab 5 mg',
        atc: { code: 'C07AB02', name: 'Metoprolol' },
        varenr: '000001',
        form: { code: '53', name: 'Tablett' },
        dosering: '1 tablett morgen',
        bruksomrade: 'Mot høyt blodtrykk'
      },
      antall: '1',
      utleverer: 'Apotek 1'
    },
    {
      id: 'm10-2',
      reseptId: 'r2',
      at: Date.UTC(2019, 4, 9),
      legemiddel: { navn: 'Blanding', isHandelsvare: true },
      utleverer: 'Apotek 1',
      isLast: true
    }
  ],
  iBruk: [
    {
      id: 'lib-1',
      legemiddel: { navn: 'Eksemplin tab 5 mg', form: { code: '53', name: 'Tablett' } },
      endretAt: Date.UTC(2019, 3, 1),
      fra: '2019-01-02'
    }
  ],
  allergier: [
    {
      atc: { code: 'J01CE02', name: 'Fenoksymetylpenicillin' },
      navn: 'Eksemplin',
      reaksjon: { code: '1', name: 'Anafylaktisk reaksjon' },
      kilde: { code: '2', name: 'Observert av behandlende lege' },
      kommentar: 'Som barn',
      oppdatertAt: Date.UTC(2019, 3, 1)
    },
    { navn: 'Eksemplin', reaksjon: { code: '20' }, isAvkreftet: true, oppdatertAt: Date.UTC(2019, 3, 1) }
  ],
  kritisk,
  egne: {
    parorende: [{ fornavn: 'Rolig', etternavn: 'Fjell', telefon: '00000000' }],
    kontakter: [{ fornavn: 'Stille', etternavn: 'Elv' }],
    donorkort: true,
    sykdommer: ['Astma'],
    kommunikasjon: ['KJ_KOMMUNIKASJON_7']
  },
  besok: [{ id: 'b1', at: Date.UTC(2018, 7, 1), herId: '1001', sted: 'Kirurgi' }],
  dokumenter: [
    {
      id: '00000000-0000-8000-8000-000000000001',
      at: Date.UTC(2018, 7, 3),
      type: 'A03-2',
      tittel: 'Epikrise',
      organisasjonsnummer: hospital.organisationNumber
    }
  ]
}

const vaksinert = {
  HendelseAksjon: 'Registrering',
  Konsultasjonsdato: '2019-01-05',
  Registreringsdato: '2019-01-06T10:00:00',
  RegistrerendeHelseenhet: { Id: '300000006', TypeId: { V: 'ENH', S: oidOf('9051') } }
} as const

/** What others have of the same person, and one who has not answered. */
export const slattOpp: SlattOpp = {
  harLaste: false,
  resepter: [
    {
      reseptId: 'r3',
      navn: 'Eksemplin tab 5 mg',
      bruksomrade: 'Mot høyt blodtrykk',
      forskrevet: '2019-05-20',
      gyldigTil: '2020-05-20',
      rekvirent: { hprNummer: '000123456', navn: 'Rolig Fjell' },
      reiterasjon: 2
    }
  ],
  vaksiner: {
    Vaksinasjon: [
      {
        ...vaksinert,
        Vaksine: sysvakCv('9501', 'FLU02'),
        ErVaksinasjonSattPaStedet: 'true',
        Preparat: sysvakCv('9554', 'FLU02_003'),
        Batchnummer: 'B1'
      }
    ],
    ManglendeVaksinering: [
      {
        ...vaksinert,
        Vaksine: sysvakCv('9501', 'MMR52'),
        ArsakTilManglendeVaksinering: sysvakCv('9551', 'MKO'),
        Varighet: sysvakCv('9552', 'KOR')
      }
    ]
  },
  uteblitt: ['SYSVAK']
}

/** Medicines out of the meldinger of e-resept: dispensed (M8.1), and in use, with reactions to them (M25.4). */
import {
  contentOf,
  type CV,
  dayStart,
  decodePart,
  type Forskrivning,
  type Melding,
  type M254,
  type ReseptDokHandelsvare,
  type ReseptDokLegemiddel,
  type Utlevering as Wire
} from '@budstikka/meldinger'
import type { Allergi, Kode, Legemiddel, LegemiddelIBruk } from './legemidler.ts'
import type { Fact } from './state.ts'

/** Undefined for a melding that tells of no medicines. */
export function medicinesIn({ payload }: Melding): Fact | undefined {
  const dispensed = contentOf(payload, 'M8.1')
  if (dispensed.type === 'content') {
    const { Utlevering, ReferanseM10, Papirresept, RefNr } = dispensed.content
    const { Annullering, AnnulleringsId = ReferanseM10 } = Utlevering
    if (isTrue(Annullering)) return { type: 'annullering', id: AnnulleringsId }
    return {
      type: 'utlevering',
      utlevering: {
        id: ReferanseM10,
        reseptId: Utlevering.ReseptId,
        at: dayStart(Utlevering.Utleveringsdato),
        legemiddel: dispensedOf(Utlevering),
        ...absentOr('antall', (Utlevering.ReseptDokLegemiddel ?? Utlevering.ReseptDokHandelsvare)?.Antall),
        utleverer: Utlevering.Utleverer.Navn,
        ...(isTrue(Papirresept) && { isPapir: true as const }),
        ...(RefNr !== undefined && { isLast: true as const })
      }
    }
  }
  const inUse = contentOf(payload, 'M25.4')
  if (inUse.type !== 'content') return undefined
  const { EnkeltoppforingLIB = [], Allergi: allergier = [] } = inUse.content
  return { type: 'iBruk', iBruk: EnkeltoppforingLIB.map(inUseOf), allergier: allergier.map(allergyOf) }
}

/** xs:boolean. */
const isTrue = (value: string | undefined) => value === 'true' || value === '1'

/** A dispensing that says nothing of what was dispensed is of what the prescription says; its id is all we have of that. */
const dispensedOf = ({ ReseptDokLegemiddel, ReseptDokHandelsvare, ReseptId }: Wire): Legemiddel =>
  ReseptDokLegemiddel !== undefined
    ? medicineOf(ReseptDokLegemiddel)
    : ReseptDokHandelsvare !== undefined
      ? supplyOf(ReseptDokHandelsvare)
      : { navn: `Resept ${ReseptId}` }

function inUseOf({ Id, ReseptId, SistEndret, DatoOppstart, ReseptDokLegemiddelB64 }: Oppforing): LegemiddelIBruk {
  const read = decodePart('ReseptDokLegemiddel', ReseptDokLegemiddelB64)
  return {
    id: Id,
    // What cannot be read is still in use: that there is something is told.
    legemiddel: read.type === 'content' ? medicineOf(read.content) : { navn: 'Ukjent legemiddel' },
    endretAt: Date.parse(SistEndret),
    ...absentOr('reseptId', ReseptId),
    // FHIR has no time zone in a date, the schema has.
    ...absentOr('fra', DatoOppstart?.trim().slice(0, 10))
  }
}
type Oppforing = NonNullable<M254['EnkeltoppforingLIB']>[number]

function allergyOf(told: NonNullable<M254['Allergi']>[number]): Allergi {
  const { Atc, Varenavn, Virkestoff = [] } = told.Legemiddelreaksjon
  return {
    oppdatertAt: Date.parse(told.Oppdatert),
    ...absentOr('atc', kodeOf(Atc)),
    ...absentOr('navn', Varenavn ?? (Virkestoff.length > 0 ? Virkestoff.join(', ') : undefined)),
    ...absentOr('reaksjon', kodeOf(told.Reaksjon)),
    ...absentOr('kilde', kodeOf(told.Kilde)),
    ...absentOr('kommentar', told.Kommentar),
    ...(isTrue(told.Avkreftet) && { isAvkreftet: true as const })
  }
}

function medicineOf({ Forskrivning }: ReseptDokLegemiddel): Legemiddel {
  const { Bruksomrade, DosVeiledEnkel } = Forskrivning
  return {
    ...whatIn(Forskrivning),
    ...absentOr('dosering', DosVeiledEnkel),
    ...absentOr('bruksomrade', Bruksomrade)
  }
}

function whatIn(forskrivning: Forskrivning): Legemiddel {
  const { LegemiddelMerkevare, Legemiddelpakning, LegemiddelVirkestoff, Legemiddeldose, Legemiddelblanding } =
    forskrivning
  const named = LegemiddelMerkevare ?? Legemiddelpakning ?? LegemiddelVirkestoff ?? Legemiddeldose
  if (named === undefined)
    return {
      navn: Legemiddelblanding?.Navn ?? 'Legemiddelblanding',
      ...absentOr('form', kodeOf(Legemiddelblanding?.Legemiddelform))
    }
  return {
    navn: named.NavnFormStyrke,
    ...absentOr('atc', kodeOf(named.Atc)),
    ...absentOr('form', kodeOf(named.LegemiddelformKort)),
    ...absentOr('varenr', Legemiddelpakning?.Varenr)
  }
}

function supplyOf({ Brystprotese, Naringsmiddel, MedForbMatr, ProdGruppe, Bruksveiledning }: ReseptDokHandelsvare) {
  const vare = Brystprotese ?? Naringsmiddel ?? MedForbMatr
  const navn = vare?.Navn ?? ProdGruppe?.DN ?? 'Handelsvare'
  return { navn, isHandelsvare: true, ...absentOr('dosering', Bruksveiledning) } as const
}

const kodeOf = (cv: CV | undefined): Kode | undefined =>
  cv?.V === undefined ? undefined : { code: cv.V, ...absentOr('name', cv.DN) }

/** The field, where there is a value for it. */
const absentOr = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value }

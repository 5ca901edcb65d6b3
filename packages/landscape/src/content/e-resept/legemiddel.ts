/** The medicine of a prescription as M1 and M10 write it: the pack, its use and its legal basis. */
import type { ContentOf } from '@budstikka/meldinger'
import { fest, isDispensedOnce, type Legemiddel, navnFormStyrke } from '../../fest/fest.ts'
import { createRng, pick, whole } from '../../random.ts'

export type Rekvirering = {
  readonly legemiddel: Legemiddel
  /** Packages of one dispensing. */
  readonly antall: number
  /** Dispensings beside the first. */
  readonly reiterasjon: number
}

/** `blue`: it is refunded; `uten-mt`: it has no marketing authorisation, as no other has. */
export type Kind = 'any' | 'blue' | 'uten-mt'

/**
 * What a prescription is for: follows from its id, so that who dispenses knows it too. `dispensings`: how many times it will be dispensed
 * at least; what is dispensed once can be no medicine of many dispensings.
 */
export function rekvireringOf(reseptId: string, dispensings: number, kind: Kind = 'any'): Rekvirering {
  const rng = createRng('rekvirering', reseptId)
  const able = fest().filter(
    (one) =>
      (dispensings <= 1 || !isDispensedOnce(one)) &&
      (one.produsent !== undefined) === (kind === 'uten-mt') &&
      (kind !== 'blue' || one.refusjon !== undefined)
  )
  const legemiddel = pick(rng, able)
  const isOnce = isDispensedOnce(legemiddel)
  return { legemiddel, antall: isOnce ? 1 : whole(rng, 1, 2), reiterasjon: isOnce ? 0 : Math.max(0, dispensings - 1) }
}

const list = (number: string) => `2.16.578.1.12.4.1.1.${number}`
/** Names of list 9101. */
const bruk: Readonly<Record<string, string>> = { '1': 'Fast', '2': 'Kur', '3': 'Ved behov' }
/** Names of list 7452. */
const enheter: Readonly<Record<string, string>> = { stk: 'stykk', ml: 'milliliter', g: 'gram', doser: 'doser' }
/** Names of list 7427. */
const hjemler: Readonly<Record<string, string>> = { '200': '§5-14 §2' }

/** ReseptDokLegemiddel with the pack that is prescribed or dispensed. */
export function reseptDokLegemiddel({
  legemiddel,
  antall,
  reiterasjon
}: Rekvirering): NonNullable<ContentOf<'M1'>['ReseptDokLegemiddel']> {
  const { atc, form, reseptgruppe, pakning, refusjon, varenr, varenavn, produsent } = legemiddel
  return {
    Varegruppekode: { V: 'L', DN: 'Legemiddel' },
    Antall: String(antall),
    RefHjemmel: refusjon && { V: refusjon.hjemmel, S: list('7427'), DN: hjemler[refusjon.hjemmel] },
    RefKode: refusjon && { V: refusjon.diagnose.code, S: list('7170'), DN: refusjon.diagnose.name },
    Reiterasjon: String(reiterasjon),
    // It is the pharmacy that applies (M3).
    LegemiddelUtenMt:
      produsent === undefined
        ? undefined
        : { Begrunnelse: 'Godkjente legemidler har ikke hjulpet', Produsent: produsent, DirektesoknadSlv: 'false' },
    Forskrivning: {
      Bruksomrade: legemiddel.bruksomrade,
      DosVeiledEnkel: '1 gang daglig',
      Bruk: { V: legemiddel.bruk, DN: bruk[legemiddel.bruk] },
      Legemiddelpakning: {
        Atc: { V: atc.code, S: list('7180'), DN: atc.name },
        NavnFormStyrke: navnFormStyrke(legemiddel),
        Reseptgruppe: { V: reseptgruppe, DN: `Reseptgruppe ${reseptgruppe}` },
        LegemiddelformKort: { V: form.code, S: list('7448'), DN: form.name },
        Varenr: varenr,
        PakningsinfoResept: [
          {
            Varenavn: varenavn,
            Pakningsstr: pakning.storrelse,
            EnhetPakning: { V: pakning.enhet, S: list('7452'), DN: enheter[pakning.enhet] }
          }
        ]
      }
    }
  }
}

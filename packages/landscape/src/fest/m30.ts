/** FEST as it is published (M30): brands, packs with prices, and what is refunded for which diagnosis. */
import type { Payload } from '@budstikka/meldinger'
import { payloadOf } from '@budstikka/meldinger'
import { fest, type Legemiddel, navnFormStyrke } from './fest.ts'

const list = (number: string) => `2.16.578.1.12.4.1.1.${number}`

/** That of a year: our FEST is as old as the year, and does not change within it. */
export function festOf(year: number): Payload {
  const Tidspunkt = `${year}-01-01T00:00:00`
  const entry = (Id: string) => ({ Id: `${Id}_oppf`, Tidspunkt, Status: { V: 'A', DN: 'Aktiv oppføring' } })
  return payloadOf('M30', {
    HentetDato: Tidspunkt,
    KatLegemiddelMerkevare: {
      OppfLegemiddelMerkevare: fest().map((one) => ({
        ...entry(merkevareId(one)),
        LegemiddelMerkevare: merkevare(one)
      }))
    },
    KatLegemiddelpakning: {
      OppfLegemiddelpakning: fest().map((one) => ({ ...entry(pakningId(one)), Legemiddelpakning: pakning(one) }))
    },
    KatRefusjon: {
      OppfRefusjon: hjemler().map((hjemmel) => ({
        ...entry(`hjemmel_${hjemmel}`),
        Refusjonshjemmel: refusjonshjemmel(hjemmel, year)
      }))
    }
  })
}

const merkevareId = ({ varenr }: Legemiddel) => `merkevare_${varenr}`
const pakningId = ({ varenr }: Legemiddel) => `pakning_${varenr}`

const common = (one: Legemiddel) => ({
  Atc: { V: one.atc.code, S: list('7180'), DN: one.atc.name },
  NavnFormStyrke: navnFormStyrke(one),
  Reseptgruppe: { V: one.reseptgruppe, DN: `Reseptgruppe ${one.reseptgruppe}` },
  LegemiddelformKort: { V: one.form.code, S: list('7448'), DN: one.form.name }
})

const merkevare = (one: Legemiddel) => ({
  ...common(one),
  Id: merkevareId(one),
  Varenavn: one.varenavn,
  Reseptgyldighet: [{ Varighet: durationOf(one.varighet) }]
})

const durationOf = ({ years, days }: Legemiddel['varighet']) => (years > 0 ? `P${years}Y` : `P${days}D`)

const pakning = (one: Legemiddel) => ({
  ...common(one),
  Id: pakningId(one),
  Varenr: one.varenr,
  Pakningsinfo: [
    {
      RefLegemiddelMerkevare: merkevareId(one),
      Pakningsstr: one.pakning.storrelse,
      EnhetPakning: { V: one.pakning.enhet, S: list('7452'), DN: one.pakning.enhet },
      Pakningstype: { V: '1', S: list('7449'), DN: '(ikke angitt)' },
      Mengde: one.pakning.storrelse
    }
  ],
  PrisVare: [{ Type: { V: '4', S: list('7453'), DN: 'AUP' }, Pris: { V: one.pris, U: 'NOK' } }]
})

const hjemler = () => [...new Set(fest().flatMap(({ refusjon }) => refusjon?.hjemmel ?? []))]

/** A group for each medicine. Their numbers are our choice, and of no list. */
const refusjonshjemmel = (hjemmel: string, year: number) => ({
  Refusjonshjemmel: { V: hjemmel, S: list('7427'), DN: `§5-14 §${hjemmel[0]}` },
  KreverVarekobling: 'false',
  KreverVedtak: 'false',
  Refusjonsgruppe: fest().flatMap(({ varenr, atc, refusjon }, i) =>
    refusjon?.hjemmel === hjemmel
      ? [
          {
            Id: `refusjonsgruppe_${varenr}`,
            GruppeNr: { V: String(i + 1), DN: atc.name },
            Atc: { V: atc.code, S: list('7180'), DN: atc.name },
            KreverRefusjonskode: 'true',
            Refusjonskode: [
              {
                Refusjonskode: { V: refusjon.diagnose.code, S: list('7170'), DN: refusjon.diagnose.name },
                GyldigFraDato: `${year}-01-01`
              }
            ]
          }
        ]
      : []
  )
})

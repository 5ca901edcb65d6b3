/** What is published of FEST is what prescribers and pharmacies have. */
import { contentOf, encodeMelding, enterpriseAddressOf } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { afterAll, expect, test } from 'vitest'
import { createLandscape } from '../landscape.ts'
import { fest, navnFormStyrke } from './fest.ts'
import { festOf } from './m30.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

const read = contentOf(festOf(2019), 'M30')
const content = read.type === 'content' ? read.content : undefined

test('every pack of our FEST stands in M30, with its brand, price and refund', () => {
  const merkevarer = content?.KatLegemiddelMerkevare?.OppfLegemiddelMerkevare ?? []
  const grupper = (content?.KatRefusjon?.OppfRefusjon ?? []).flatMap(({ Refusjonshjemmel: hjemmel }) =>
    (hjemmel?.Refusjonsgruppe ?? []).map(({ Atc, Refusjonskode }) => ({
      atc: Atc?.V,
      hjemmel: hjemmel?.Refusjonshjemmel.V,
      diagnose: Refusjonskode?.[0]?.Refusjonskode.V
    }))
  )
  const published = (content?.KatLegemiddelpakning?.OppfLegemiddelpakning ?? []).map(({ Legemiddelpakning: one }) => {
    const info = one?.Pakningsinfo?.[0]
    const brand = merkevarer.find(({ LegemiddelMerkevare: m }) => m?.Id === info?.RefLegemiddelMerkevare)
    const refusjon = grupper.find(({ atc }) => atc === one?.Atc?.V)
    return [
      one?.Varenr,
      brand?.LegemiddelMerkevare?.Varenavn,
      one?.Atc?.V,
      one?.NavnFormStyrke,
      one?.Reseptgruppe.V,
      info?.Pakningsstr,
      info?.EnhetPakning.V,
      one?.PrisVare?.[0]?.Pris.V,
      brand?.LegemiddelMerkevare?.Reseptgyldighet?.[0]?.Varighet,
      refusjon?.hjemmel,
      refusjon?.diagnose
    ]
  })
  expect(published).toEqual(
    fest().map((one) => [
      one.varenr,
      one.varenavn,
      one.atc.code,
      navnFormStyrke(one),
      one.reseptgruppe,
      one.pakning.storrelse,
      one.pakning.enhet,
      one.pris,
      one.varighet.years > 0 ? `P${one.varighet.years}Y` : `P${one.varighet.days}D`,
      one.refusjon?.hjemmel,
      one.refusjon?.diagnose.code
    ])
  )
})

test.skipIf(!judge.isThere)('it is valid by the official schema', () => {
  const landscape = createLandscape({ year: 2019, seed: 'fest', size: { municipalities: 1 } })
  const [[from], [to]] = [landscape.find('8658-8'), landscape.find('8664-FR')]
  if (from === undefined || to === undefined) throw new Error('expected the agency and a pharmacy')
  const envelope = {
    type: 'ERM30',
    msgId: '2b1ff9c8-6a3d-4c9e-9f4e-0d6f5f0a1c11',
    genDate: '2019-01-01T00:00:00Z',
    sender: enterpriseAddressOf(from),
    receiver: enterpriseAddressOf(to),
    copies: []
  }
  expect(judge.faultsIn(encodeMelding({ envelope, payload: festOf(2019), attachments: [] }), '/eresept/')).toEqual([])
})

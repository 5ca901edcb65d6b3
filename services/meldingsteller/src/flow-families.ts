/** Who sends what to whom, for Prometheus: by HER-id, by business type and by place, each a bounded number of series. */
import { counterOf, type Family, gaugeOf, oneSample, type Sample } from '@budstikka/service'
import type { Ledger } from './ledger.ts'
import { outcomes } from './outcomes.ts'
import { placePairs } from './places.ts'

export function* flowFamilies({ accounts, flowByTypes }: Ledger): Generator<Family> {
  const { pairs, places, pairsMax } = accounts
  yield counterOf(
    'budstikka_flow_meldinger_total',
    'Sendings by HER-id of sender and receiver and by type; pairs beyond the limit are other.',
    Array.from(pairs.series(), ({ sendings, ...labels }) => ({ labels, value: sendings }))
  )
  yield counterOf(
    'budstikka_flow_pairs_overflow_total',
    'Sendings between pairs that have no series of their own.',
    oneSample(pairs.overflow())
  )
  yield gaugeOf(
    'budstikka_party_info',
    'Always 1; the labels say whose a HER-id is that has a series in the flow.',
    partyInfo(accounts)
  )
  yield counterOf(
    'budstikka_place_meldinger_total',
    'Sendings by municipality of sender and receiver, or by organisation where it belongs to none; pairs beyond the limit are other.',
    placePairs(places.rows(), pairsMax)
  )
  yield counterOf(
    'budstikka_meldinger_total',
    'Sendings that have come to an end, by type, business types of sender and receiver (list 9040) and outcome.',
    outcomes(flowByTypes())
  )
}

/** No name of a party, since a GP's is that of a person: the organisation's. */
function* partyInfo({ pairs, register, placeOf }: Ledger['accounts']): Generator<Sample> {
  for (const herId of pairs.parties()) {
    const party = register.party(herId)
    if (party === undefined) continue
    const { tjeneste, organisation } = party
    const { name, businessType } = organisation
    yield {
      labels: { her_id: herId, tjeneste, organisation: name, business_type: businessType, place: placeOf(herId) },
      value: 1
    }
  }
}

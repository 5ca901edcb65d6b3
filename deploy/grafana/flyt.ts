/** Flyt: who sends what to whom, by business type, by place and by HER-id. */
import { byBusinessType } from './business-types.ts'
import { dashboard } from './dashboard.ts'
import { verdicts } from './own-work.ts'
import { flowGraph, lines, matrix, stat, table } from './panels.ts'

const ended = 'budstikka_meldinger_total{type=~"$type"}'
const pairs = 'sum by (sender, receiver) (budstikka_flow_meldinger_total{type=~"$type",sender!="other"})'
const places = 'sum by (sender_place, receiver_place) (budstikka_place_meldinger_total{sender_place!="other"})'

/** Adds the organisation of a HER-id as a label. */
const withOrganisation = (
  expr: string,
  role: 'sender' | 'receiver'
) => `${expr} * on (${role}) group_left (${role}_name)
  label_replace(
    label_replace(max by (her_id, organisation) (budstikka_party_info), "${role}", "$1", "her_id", "(.*)"),
    "${role}_name", "$1", "organisation", "(.*)"
  )`

const placeGraph = `label_replace(
  label_replace(topk(150, ${places}), "source", "$1", "sender_place", "(.*)"),
  "target", "$1", "receiver_place", "(.*)"
)`

export const flyt = dashboard({
  uid: 'budstikka-flyt',
  title: 'Flyt',
  description: 'Hvem som sender hva til hvem. Hele matrisen står i /flyt.csv hos meldingsteller.',
  variables: [{ name: 'type', label: 'Meldingstype', of: 'type', from: 'budstikka_meldinger_total' }],
  rows: [
    {
      title: 'Mellom typer av virksomheter',
      panels: [
        flowGraph(
          { title: 'Flyten mellom virksomhetstyper', description: 'Kodeverk 9040.', width: 12 },
          byBusinessType(ended)
        ),
        matrix(
          {
            title: 'Fra (rader) til (kolonner)',
            description: 'Avsluttede sendinger, kodeverk 9040.',
            width: 12,
            height: 14
          },
          'source',
          'target',
          byBusinessType(ended)
        ),
        table(
          { title: 'Per meldingstype og utfall', description: 'Levert, avvist eller død.', width: 24, height: 7 },
          { type: 'Meldingstype', outcome: 'Utfall' },
          { Sendinger: `sum by (type, outcome) (${ended}) > 0` }
        )
      ]
    },
    {
      title: 'Mellom steder',
      panels: [
        flowGraph(
          {
            title: 'Flyten mellom kommuner og helseforetak',
            description: 'De 150 største parene, alle typer.',
            width: 16
          },
          placeGraph
        ),
        table(
          {
            title: 'Steder som sender mest',
            description: 'Kommune, eller virksomhet utenfor kommunene.',
            width: 8,
            height: 14
          },
          { sender_place: 'Sted' },
          { Sendt: 'topk(30, sum by (sender_place) (budstikka_place_meldinger_total))' }
        )
      ]
    },
    {
      title: 'Mellom parter',
      panels: [
        table(
          {
            title: 'De 30 største parene',
            description: 'HER-id på nivå 2, og virksomheten som har den.',
            width: 16,
            height: 12
          },
          { sender: 'Fra', sender_name: 'Virksomhet', receiver: 'Til', receiver_name: 'Virksomhet ' },
          { Sendinger: withOrganisation(withOrganisation(`topk(30, ${pairs})`, 'sender'), 'receiver') }
        ),
        stat({ title: 'Par med egen serie', description: 'Høyst FLOW_PAIRS_MAX.', width: 8 }, `count(${pairs})`),
        stat(
          {
            title: 'Sendinger uten egen serie',
            description: 'Mellom par utenfor grensen; de er talt som other.',
            width: 8
          },
          'sum(budstikka_flow_pairs_overflow_total)'
        ),
        lines(
          { title: 'Sendinger i sekundet, per type', description: 'Slik de telles.', unit: 'ops', width: 12 },
          { '{{type}}': 'sum by (type) (rate(budstikka_flow_meldinger_total{type=~"$type"}[$__rate_interval]))' },
          { isStacked: true }
        ),
        verdicts({ width: 12 }, 'verdict!="event"', ['service', 'verdict'])
      ]
    }
  ]
})

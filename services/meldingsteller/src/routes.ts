/** The HTTP edge: the books, the flow as JSON and CSV, and where a melding is and has been. */
import { Readable } from 'node:stream'
import { FlowByTypes, Journey, JourneyQuestion, TellerBooks } from '@budstikka/landscape'
import { problem, type Route, route } from '@budstikka/service'
import type { Ledger } from './ledger.ts'
import { flowCsv, flowJson } from './matrix.ts'
import type { Runs } from './runs.ts'
import { simulatedDays } from './simulated-days.ts'

/** `runs`: the replays that have been told of. */
export const routes = (ledger: Ledger, runs: Pick<Runs, 'all'>): readonly Route[] => [
  route({
    method: 'GET',
    url: '/boker',
    summary: 'The books: every sending, and where it is',
    response: TellerBooks,
    handle: () => ledger.books()
  }),
  route({
    method: 'GET',
    url: '/flyt',
    summary: 'The whole matrix: a JSON array of FlowRow',
    contentType: 'application/json; charset=utf-8',
    handle: () => Readable.from(flowJson(ledger.flow()))
  }),
  route({
    method: 'GET',
    url: '/flyt.csv',
    summary: 'The whole matrix as CSV with a head',
    contentType: 'text/csv; charset=utf-8',
    handle: () => Readable.from(flowCsv(ledger.flow()))
  }),
  route({
    method: 'GET',
    url: '/flyt.om',
    summary: 'The flow by simulated day as OpenMetrics, for promtool tsdb create-blocks-from openmetrics',
    contentType: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
    handle: () => Readable.from(simulatedDays(ledger.flowByDay(), runs.all()))
  }),
  route({
    method: 'GET',
    url: '/flyt/typer',
    summary: 'The flow by business types of sender and receiver (list 9040)',
    response: FlowByTypes,
    handle: () => ({ rows: [...ledger.flowByTypes()] })
  }),
  route({
    method: 'GET',
    url: '/meldinger/{msgId}',
    summary: 'Where a melding is and has been, one leg a receiver',
    params: JourneyQuestion,
    response: Journey,
    handle({ params }) {
      const journey = ledger.journey(params.msgId)
      return journey.legs.length > 0 ? journey : problem(404, 'no melding with this MsgId is remembered')
    }
  })
]

/** Who may look at whose on Helsenorge, and that whoever has it is asked, once, however long it is away. */
import { createLandscape, createRng, familyOf } from '@budstikka/landscape'
import {
  createLog,
  ereseptSubjects,
  helsenorgeQuestionSubject,
  kjernejournalQuestionSubject,
  openBevis,
  readConfig
} from '@budstikka/service'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Config } from '../config.ts'
import { helsenorgeDoors } from './doors.ts'
import { openProvesvar } from './provesvar.ts'

const at = Date.UTC(2021, 5, 1, 10)
const minute = 60_000
const size = { municipalities: 1 }
const landscape = createLandscape({ year: 2021, seed: '1', size })
const rng = createRng('innsyn')
const grown = () => landscape.randomPerson(rng, { bornFrom: 1960, bornTo: 1990 }).id
const [giver, haver, other] = [grown(), grown(), grown()]
const child = landscape.randomPerson(rng, { bornFrom: 2010, bornTo: 2010 }).id
const [parent = ''] = familyOf('1', child).parents
const Asked = z.object({
  bevis: z.string(),
  sporsmal: z.object({ gjelder: z.string(), fullmakt: z.string().optional() })
})
const json = (body: Uint8Array): unknown => JSON.parse(Buffer.from(body).toString())
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))

/** Helsenorge, with a Reseptformidler and a Kjernejournal that note what they are asked; `away`: so often nobody answers first. */
async function world(away = 0) {
  const exchange = memoryExchange()
  const stopping = new AbortController()
  const seen: unknown[] = []
  const bevis = openBevis(undefined)
  await exchange.connect('others').serve({ name: 'others', version: '0.0.0', description: 'both' }, [
    {
      name: 'legemidler',
      subject: ereseptSubjects.legemidler,
      answer({ body }) {
        const { bevis: token, sporsmal } = Asked.parse(json(body))
        const innlogget = bevis.innlogget(token) ?? ''
        const { gjelder, fullmakt } = sporsmal
        seen.push({ innlogget, gjelder, harFullmakt: bevis.erFullmakt(fullmakt, gjelder, innlogget) })
        return bytes({ legemidler: [] })
      }
    },
    {
      name: 'innbygger',
      subject: kjernejournalQuestionSubject('innbygger', '*', '*'),
      answer({ body }) {
        seen.push(json(body))
        return bytes({ status: 404, detail: 'no kjernejournal' })
      }
    }
  ])
  const others = exchange.connect('registre')
  let left = away
  const bus: typeof others = Object.create(others, {
    ask: {
      value: (subject: string, body: Uint8Array, timeoutMs: number) =>
        others.ask(left-- > 0 ? 'oppslag.nobody' : subject, body, timeoutMs)
    }
  })
  const store = openMemoryStore()
  const log = createLog({ service: 'registre', level: 'silent' })
  const ports = { bus, store, log, provesvar: openProvesvar(store) }
  const env = { LANDSCAPE_YEAR: '2021', LANDSCAPE_SEED: '1', LANDSCAPE_SIZE: JSON.stringify(size) }
  const { endpoints, counters = [] } = helsenorgeDoors(readConfig(Config, env), landscape, ports, stopping.signal)
  let nummer = 0
  return {
    seen,
    tall: () => counters.flatMap(({ collect }) => [...(collect?.() ?? [])]),
    async tell(besokende: string, done: object, minutes = nummer, batch = nummer++) {
      const first = { at: at + minutes * minute, besokende, handling: 'innlogging' }
      const aktivitet = [first, { ...first, ...done }]
      const aktivitetDoor = endpoints.find(({ name }) => name === 'aktivitet')
      const subject = helsenorgeQuestionSubject('aktivitet', 'test')
      const body = bytes({ kjoring: 'k', nummer: batch, aktivitet })
      return json((await aktivitetDoor?.answer({ subject, body, header: () => undefined })) ?? Buffer.of())
    }
  }
}

const own = { innlogget: giver, gjelder: giver, harFullmakt: false }

test('a visit to the own medicines asks Reseptformidleren, once', async () => {
  const { tell, seen, tall } = await world()
  await tell(giver, { handling: 'legemidler' }, 0, 0)
  await tell(giver, { handling: 'legemidler' }, 0, 0)
  expect(seen).toEqual([own])
  expect(tall()).toEqual([{ labels: { hva: 'legemidler.selv' }, value: 1 }])
})

test('who is away is asked again until it answers', async () => {
  const { tell, seen } = await world(2)
  await tell(giver, { handling: 'legemidler' })
  expect(seen).toEqual([own])
})

test('the core record is asked part by part, and what it refuses is counted as that', async () => {
  const { tell, seen, tall } = await world()
  await tell(giver, { handling: 'kjernejournal', deler: ['legemidler', 'logg'] })
  expect(seen).toEqual([{ at, innlogget: giver, gjelder: giver, deler: ['legemidler', 'logg'] }])
  expect(tall()).toEqual([{ labels: { hva: 'kjernejournal.avvist' }, value: 1 }])
})

test('a parent sees what is a child’s, and another does not', async () => {
  const { tell, seen } = await world()
  expect(await tell(other, { handling: 'legemidler', gjelder: child })).toEqual({ avvist: 1 })
  expect(await tell(parent, { handling: 'legemidler', gjelder: child })).toEqual({ avvist: 0 })
  expect(seen).toEqual([{ innlogget: parent, gjelder: child, harFullmakt: false }])
})

test('a fullmakt lets another see until it is over or withdrawn, and its proof goes along', async () => {
  const { tell, seen } = await world()
  const day = 24 * 60
  const look = (minutes: number) => tell(haver, { handling: 'legemidler', gjelder: giver }, minutes)
  expect(await look(0)).toEqual({ avvist: 1 })
  await tell(giver, { handling: 'fullmakt', haver, til: '2021-06-02' }, 10)
  expect([await look(20), await look(2 * day)]).toEqual([{ avvist: 0 }, { avvist: 1 }])
  await tell(giver, { handling: 'fullmakt', haver, til: '2021-12-31' }, 3 * day)
  await tell(giver, { handling: 'fullmakt', haver }, 3 * day + 10)
  expect(await look(3 * day + 20)).toEqual({ avvist: 1 })
  expect(seen).toEqual([{ innlogget: haver, gjelder: giver, harFullmakt: true }])
})

test('a child gives no fullmakt, and nobody under 18 is given one', async () => {
  const { tell } = await world()
  const til = '2021-12-31'
  const young = landscape.randomPerson(rng, { bornFrom: 2004, bornTo: 2004 }).id
  expect(await tell(child, { handling: 'fullmakt', haver, til })).toEqual({ avvist: 1 })
  expect(await tell(giver, { handling: 'fullmakt', haver: young, til })).toEqual({ avvist: 1 })
  expect(await tell(young, { handling: 'fullmakt', haver, til })).toEqual({ avvist: 0 })
})

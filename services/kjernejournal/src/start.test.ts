/** Kjernejournal over the bus, and by the events that it hears and says. */
import { kjernejournalQuestionSubject } from '@budstikka/service'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { numberOf } from './kjernejournal.examples.ts'
import { begins, day, json, openKjernejournal, parties, somebody } from './start.harness.ts'

const stopping = new AbortController()
let kj: Awaited<ReturnType<typeof openKjernejournal>>
beforeAll(async () => void (kj = await openKjernejournal(stopping.signal)))
afterAll(() => stopping.abort())

describe('over the bus', () => {
  test('a look-up is answered as over HTTP, and logged with who, where, when and why', async () => {
    const patient = somebody()
    expect(await kj.journalOf(patient)).toMatchObject({ resourceType: 'Bundle', total: 1 })
    expect(await kj.see(patient, 'logg')).toMatchObject({
      logg: [
        {
          at: begins,
          hprNummer: '0123456',
          rolle: 'LE',
          organisasjon: parties.legevakt.organisation.name,
          grunnlag: 'SAMTYKKE',
          utfall: 'åpnet'
        }
      ]
    })
  })

  test('a look-up that is told twice is logged and counted once', async () => {
    const [patient, id] = [somebody(), '00000000-0000-8000-8000-00000000000a']
    const before = (await kj.tall())['helsepersonell.102']
    await Promise.all([kj.journalOf(patient, { id }), kj.journalOf(patient, { id })])
    await kj.journalOf(patient, { id })
    expect([(await kj.vis(patient)).logg.length, (await kj.tall())['helsepersonell.102']]).toEqual([1, before + 1])
  })

  test('only Helsenorge speaks for a person', async () => {
    const patient = somebody()
    const body = { innlogget: patient, gjelder: patient, deler: ['logg'] }
    expect(await kj.ask('innbygger', parties.legevakt.herId, body)).toMatchObject({ status: 403 })
  })

  test('a real person’s number, and what is no JSON, are answered with what was expected', async () => {
    expect(await kj.journalOf('12345678901')).toMatchObject({ status: 400, detail: expect.stringMatching(/synthetic/) })
    const subject = kjernejournalQuestionSubject('journal', parties.kj.herId, parties.legevakt.herId)
    expect(json(await kj.bus.ask(subject, Buffer.from('{'), 5_000))).toMatchObject({ type: 'problem', status: 400 })
  })

  test('persons are counted by part, each once', async () => {
    const before = await kj.tall()
    const patient = somebody()
    await kj.see(patient, 'legemidler', 'kritisk')
    await kj.see(patient, 'legemidler')
    const after = await kj.tall()
    const grown = Object.fromEntries(Object.entries(after).map(([what, count]) => [what, Number(count) - before[what]]))
    expect(grown).toMatchObject({
      innbygger: 1,
      'innbygger.legemidler': 1,
      'innbygger.kritisk': 1,
      'innbygger.besok': 0
    })
  })

  test('Prometheus is shown the same counts, and no person', async () => {
    const tall = await kj.tall()
    const shown = await (await fetch(`${kj.url}/metrics`)).text()
    expect(shown).toContain(`budstikka_look_ups_total{business_type="102"} ${tall['helsepersonell.102']}\n`)
    expect(shown).toContain(`budstikka_looking_persons{part="alle"} ${tall['innbygger']}\n`)
    expect(shown).toContain(`budstikka_looking_persons{part="legemidler"} ${tall['innbygger.legemidler']}\n`)
  })
})

describe('what happens in the world', () => {
  test('a notice is an event, once a look-up, for who wants to be told', async () => {
    const patient = somebody()
    await kj.choose(patient, { type: 'varsling', kanal: 'epost' })
    await kj.journalOf(patient)
    const [{ id }] = (await kj.vis(patient)).logg
    for await (const message of kj.bus.tail('EVENTS', ['event.varsel.>'], 1, stopping.signal)) {
      expect(json(message.body)).toEqual({ id, at: begins, fodselsnummer: patient, kanal: 'epost' })
      break
    }
  })

  test('an admission is a visit, and what cancels it is none', async () => {
    const patient = somebody()
    const innlagt = {
      id: 'h1',
      at: begins,
      actor: parties.hospital.herId,
      patient,
      meldingType: 'LOG_INNLAGT',
      status: 'N'
    }
    await kj.tell('hendelse', { hendelser: [innlagt, { ...innlagt, id: 'h2', status: 'C' }] }, begins)
    expect((await kj.vis(patient)).journal.besok).toEqual([
      { id: 'h1', at: begins, herId: parties.hospital.herId, sted: parties.hospital.name }
    ])
  })

  test('an epikrise is a document where it was written, and nothing of it is kept but where', async () => {
    const patient = somebody()
    const epikrise = {
      id: 'e1',
      at: begins,
      actor: parties.hospital.herId,
      patient,
      meldingType: 'EPIKRISE',
      status: 'N'
    }
    await kj.tell('hendelse', { hendelser: [epikrise, { ...epikrise, id: 'e2', status: 'C' }] }, begins)
    const { organisationNumber: organisasjonsnummer } = parties.hospital.organisation
    expect((await kj.vis(patient)).journal.dokumenter).toEqual([
      { id: 'e1', at: begins, type: 'A03-2', tittel: 'Epikrise', organisasjonsnummer }
    ])
  })

  test('a reservation, and its regret, are told to others, once each', async () => {
    const patient = somebody()
    for (const reservert of [true, true, false]) await kj.choose(patient, { type: 'reservasjon', reservert })
    const heard: object[] = []
    for await (const message of kj.bus.tail('EVENTS', ['event.personvern.>'], 1, stopping.signal)) {
      const told = json(message.body)
      if (told.fodselsnummer === patient && heard.push(told) === 2) break
    }
    const told = { id: expect.any(String), at: begins, fodselsnummer: patient, part: 'KJ', fra: 'kjernejournal' }
    expect(heard).toEqual([
      { ...told, endring: 'RES' },
      { ...told, endring: 'IRES' }
    ])
  })

  test('a death closes the kjernejournal, and opens it again when it was told in error', async () => {
    const patient = somebody()
    await kj.tell('dodsfall', { fodselsnummer: patient }, begins)
    expect(await kj.journalOf(patient)).toMatchObject({ status: 404, detail: 'no kjernejournal' })
    await kj.tell('dodsfall', { fodselsnummer: patient, annullert: true }, begins)
    expect(await kj.journalOf(patient)).toMatchObject({ total: 1 })
  })

  test('what stands under a D-number follows its holder to a fødselsnummer, the log too', async () => {
    const [fra, til] = [numberOf('1970-04-05', 100, true), somebody()]
    await kj.choose(fra, { type: 'opprett' })
    await kj.choose(fra, { type: 'egne', egne: { donorkort: true } })
    await kj.choose(fra, { type: 'blokkering', hprNumre: ['1'] })
    await kj.choose(til, { type: 'blokkering', hprNumre: ['2'] })
    await kj.journalOf(fra)
    const { journal, logg } = await kj.vis(fra)
    await kj.tell('nytt-nummer', { fra, til }, begins)
    const valg = { blokkert: ['1', '2'] }
    expect(await kj.vis(til)).toEqual({ journal: { ...journal, valg }, logg })
    expect(await kj.vis(fra)).toMatchObject({ journal: { egne: {} }, logg: [] })
    expect(await kj.journalOf(fra)).toMatchObject({ status: 404 })
  })

  test('a reservation told elsewhere closes it too', async () => {
    const patient = somebody()
    await kj.tell('personvern', { fodselsnummer: patient, endring: 'RES', part: 'KJ' }, begins)
    expect(await kj.journalOf(patient)).toMatchObject({ status: 404 })
    await kj.tell('personvern', { fodselsnummer: patient, endring: 'IRES', part: 'KJ' }, begins)
    expect(await kj.journalOf(patient)).toMatchObject({ total: 1 })
  })

  test('whom a person blocks is told to others, and whom they have blocked elsewhere sees nothing here', async () => {
    const patient = somebody()
    for (const hprNumre of [['0123456', '2'], ['2']]) await kj.choose(patient, { type: 'blokkering', hprNumre })
    const heard: object[] = []
    for await (const message of kj.bus.tail('EVENTS', ['event.personvern.>'], 1, stopping.signal)) {
      const { fodselsnummer, endring, helseperson } = json(message.body)
      if (fodselsnummer === patient && heard.push([endring, helseperson]) === 3) break
    }
    expect(heard).toEqual([
      ['TBO', '123456'],
      ['TBO', '2'],
      ['TBF', '123456']
    ])
    const limits = (endring: string) =>
      kj.tell('personvern', { fodselsnummer: patient, endring, part: 'KJ', helseperson: '000123456' }, begins)
    await limits('TBO')
    expect([await kj.journalOf(patient), (await kj.vis(patient)).logg[0]]).toMatchObject([
      { status: 404, detail: 'no kjernejournal' },
      { utfall: 'blokkert' }
    ])
    await limits('TBF')
    expect(await kj.journalOf(patient)).toMatchObject({ resourceType: 'Bundle' })
  })

  test('a reservation deletes everything after 30 days and not before, and what comes later begins empty', async () => {
    const [patient, regretting] = [somebody(), somebody()]
    for (const each of [patient, regretting]) {
      await kj.choose(each, { type: 'egne', egne: { donorkort: true } })
      await kj.journalOf(each)
      await kj.choose(each, { type: 'reservasjon', reservert: true })
      expect(await kj.journalOf(each)).toMatchObject({ status: 404, detail: 'no kjernejournal' })
    }
    await kj.strike(begins + 30 * day - 1)
    await kj.choose(regretting, { type: 'reservasjon', reservert: false })
    expect(await kj.see(regretting, 'egne')).toEqual({ egne: { donorkort: true } })
    await kj.strike(begins + 30 * day)
    expect(await kj.vis(patient)).toMatchObject({ journal: { egne: {}, valg: { reservertAt: begins } }, logg: [] })
    await kj.choose(patient, { type: 'reservasjon', reservert: false })
    expect(await kj.see(patient, 'egne', 'logg')).toEqual({ egne: {}, logg: [] })
  })
})

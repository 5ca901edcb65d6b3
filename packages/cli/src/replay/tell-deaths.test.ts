/** Deaths as a replay tells them: each by its own way, when the world has come so far, and under the same id if it is told again. */
import { createLandscape, deathPlan, deaths } from '@budstikka/landscape'
import { decodeDodsfall, encodeMottatt, gate } from '@budstikka/meldinger'
import { deathQuestionSubject, oppslagSubject } from '@budstikka/service'
import { memoryExchange } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { openDeaths } from './tell-deaths.ts'

const landscape = createLandscape({ year: 2021, seed: '1', size: { municipalities: 3 } })
const plan = deathPlan({ year: 2021, month: 2, scale: 200 })
const all = deaths({ landscape, plan, seed: '1' })
const { signal } = new AbortController()

type Told = { readonly way: string; readonly fodselsnummer: string; readonly id: string }

/** Three services that write down what they are told. */
async function world() {
  const told: Told[] = []
  const exchange = memoryExchange()
  const json = (body: Uint8Array) => JSON.parse(Buffer.from(body).toString())
  const endpoint = (name: string, subject: string, read: (body: Uint8Array) => Omit<Told, 'way'>) => ({
    name,
    subject,
    answer({ body }: { body: Uint8Array }) {
      const { id, fodselsnummer } = read(body)
      told.push({ way: name, id, fodselsnummer })
      return Buffer.from(JSON.stringify({ id }))
    }
  })
  const register = (name: string) => oppslagSubject('dodsmelding', 'register', '*', name)
  await exchange.connect('all').serve({ name: 'all', version: '0.0.0', description: 'all' }, [
    endpoint('dodsfall', register('dodsfall'), json),
    endpoint('dodsarsak', register('dodsarsak'), json),
    endpoint('paper-cause', deathQuestionSubject('dodsarsak', '*'), (body) => {
      const { id, kanal, dodsarsak } = json(body)
      expect(kanal).toBe('papir')
      return { id, fodselsnummer: dodsarsak.fodselsnummer }
    }),
    endpoint('paper-death', deathQuestionSubject('doedsfall_v1', '*'), (body) => {
      const root = gate(body)
      const form = 'reason' in root ? { faults: [] } : decodeDodsfall(root)
      if ('faults' in form || form.type !== 'dodsfall') throw new Error(encodeMottatt({ type: 'feil', melding: '' }))
      const { innsending, forespoersel } = form.melding
      expect(forespoersel.mottak?.informasjonskanal).toBe('papirmelding')
      const { foedselsnummer: fodselsnummer } = forespoersel.doedPerson
      return { id: innsending.avsendersMeldingsidentifikator, fodselsnummer }
    })
  ])
  return {
    told,
    teller: openDeaths({ bus: exchange.connect('replay'), landscape, plan, seed: '1' }, Promise.resolve(), signal)
  }
}

test('an electronic death goes to Dødsmelding and one on paper to the registers, each death once', async () => {
  const { told, teller } = await world()
  await teller.tellRest()
  const waysOf = (fodselsnummer: string) =>
    told.filter((one) => one.fodselsnummer === fodselsnummer).map(({ way }) => way)
  expect(all.map(({ fodselsnummer }) => waysOf(fodselsnummer))).toEqual(
    all.map(({ kanal }) => (kanal === 'papir' ? ['paper-death', 'paper-cause'] : ['dodsfall', 'dodsarsak']))
  )
  expect(new Set(all.map(({ kanal }) => kanal)).size).toBe(2)
})

test('nothing is told before the world has come so far, and what is told again has the same id', async () => {
  const [first, again] = [await world(), await world()]
  const middle = all[Math.floor(all.length / 2)]?.toldAt ?? 0
  first.teller.tellBefore(middle)
  await expect
    .poll(() => new Set(first.told.map(({ id }) => id)).size)
    .toBe(2 * all.filter(({ toldAt }) => toldAt < middle).length)
  await first.teller.tellRest()
  await again.teller.tellRest()
  expect(again.told.map(({ id }) => id).toSorted()).toEqual(first.told.map(({ id }) => id).toSorted())
})

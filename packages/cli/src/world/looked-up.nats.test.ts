/** What others have of a person is found with them in the world as it runs: a prescription and a vaccination show in the kjernejournal. */
import { createLandscape, createRng, type Hendelse } from '@budstikka/landscape'
import { eventSubject, headerNames, kjernejournalQuestionSubject } from '@budstikka/service'
import { expect, test } from 'vitest'
import { connectBus } from '../connect.ts'
import { testHost } from '../host.examples.ts'
import { startWorld } from './start-world.ts'

const [year, seed, size] = [2021, 'slått opp', { municipalities: 1 }]
const at = Date.UTC(year, 5, 1, 10)

test('a look-up shows the valid prescription and the vaccination, and nobody who did not answer', async () => {
  const { host } = testHost({ env: { ...process.env, LANDSCAPE_SIZE: JSON.stringify(size) } })
  await using world = await startWorld({ host, year, seed, profile: 'bulk', tell: () => undefined })
  await using bus = await connectBus(host, [world.natsUrl])
  const landscape = createLandscape({ year, seed, size })
  const one = (tjeneste: string) => landscape.find(tjeneste)[0]?.herId ?? expect.fail(`a party of ${tjeneste}`)
  const { id: patient, fastlege: actor } = landscape.randomPerson(createRng(seed), { bornFrom: 1950, bornTo: 1990 })
  const happening = (meldingType: string, counterpart: string): Hendelse => ({
    id: meldingType,
    at,
    actor,
    counterpart,
    patient,
    meldingType,
    status: 'N',
    copies: [],
    variant: 'plain',
    expectsAnswer: true
  })
  const hendelser = [happening('ERM1', one('8658-1')), happening('HENDELSEREQUEST', one('8659-7'))]
  const body = Buffer.from(JSON.stringify({ hendelser }))
  await bus.publish([
    { subject: eventSubject('hendelse', '1'), id: 'h1', headers: { [headerNames.time]: String(at) }, body }
  ])
  const question = {
    fodselsnummer: patient,
    hprNummer: landscape.party(actor)?.person?.hprNumber ?? '0123456',
    rolle: 'LE',
    grunnlag: 'SAMTYKKE',
    at: at + 3_600_000
  }
  const subject = kjernejournalQuestionSubject('journal', one('8658-2'), actor)
  await expect
    .poll(
      async () => {
        const answer = await bus
          .ask(subject, Buffer.from(JSON.stringify(question)), 5_000)
          .catch(() => Buffer.from('{}'))
        const { entry = [] } = JSON.parse(Buffer.from(answer).toString())
        return entry.map(({ resource }: { resource: { resourceType: string } }) => resource.resourceType)
      },
      { timeout: 60_000, interval: 500 }
    )
    .toEqual(['Patient', 'MedicationRequest', 'Immunization'])
}, 120_000)

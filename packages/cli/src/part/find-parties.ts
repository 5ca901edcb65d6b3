/** Who is meant by what a user types: a party, an organisation, or a part of a name. */
import { Party, type PartyOrganisation } from '@budstikka/meldinger'
import { registerQuestionSubject } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { z } from 'zod'
import { ask } from '../ask.ts'
import { CannotError } from '../host.ts'

export type Found = {
  /** Those that were meant themselves, not only through one of their services. */
  readonly organisations: readonly PartyOrganisation[]
  /** The party that was meant first. */
  readonly parties: readonly Party[]
  readonly hasMore: boolean
}

/** What adresseregister answers, as far as it is shown here. */
const Page = z.object({ parter: z.array(Party), next: z.string().optional() })
const Problem = z.object({ type: z.literal('problem'), detail: z.string() })
const OneParty = z.union([Party, Problem])
const Answer = z.union([Page, Problem])
/** The asker without a HER-id of its own. */
const asker = 'cli'

/** As adresseregister asks for it. */
const nameLettersMin = 2

export const isNumber = (asked: string) => /^\d+$/.test(asked)

/**
 * A number is a party's HER-id (level 2), else an organisation's (level 1), else an organisation number; each with all of the
 * organisation. A name is found in parties and in organisations. Nothing found is an empty list; throws CannotError on what
 * cannot be asked for.
 */
export async function findParties(bus: Bus, asked: string): Promise<Found> {
  if (!isNumber(asked)) {
    if (asked.trim().length < nameLettersMin)
      throw new CannotError(`expected at least ${nameLettersMin} letters of a name, got '${asked}'`)
    const name = asked.toLocaleLowerCase('nb')
    const named = ({ name: own }: PartyOrganisation) => own.toLocaleLowerCase('nb').includes(name)
    return search(bus, { navn: asked }, named)
  }
  const one = await partyWith(bus, asked)
  if (one !== undefined) {
    const { parties, hasMore } = await search(bus, { virksomhet: one.organisation.herId }, () => false)
    return { organisations: [], parties: [one, ...parties.filter(({ herId }) => herId !== one.herId)], hasMore }
  }
  const byHerId = asked.length <= 10 ? await search(bus, { virksomhet: asked }, () => true) : nobody
  return byHerId.parties.length === 0 && asked.length === 9 ? search(bus, { orgnr: asked }, () => true) : byHerId
}

const nobody: Found = { organisations: [], parties: [], hasMore: false }

async function partyWith(bus: Bus, herId: string): Promise<Party | undefined> {
  const subject = registerQuestionSubject('part', asker)
  const one = await ask(bus, { subject, question: { herId }, answer: OneParty })
  return 'type' in one ? undefined : one
}

async function search(
  bus: Bus,
  question: object,
  isMeant: (organisation: PartyOrganisation) => boolean
): Promise<Found> {
  const page = await ask(bus, { subject: registerQuestionSubject('sok', asker), question, answer: Answer })
  if ('type' in page) throw new CannotError(page.detail)
  const meant = page.parter.map(({ organisation }) => organisation).filter(isMeant)
  const organisations = [...new Map(meant.map((organisation) => [organisation.herId, organisation])).values()]
  return { organisations, parties: page.parter, hasMore: page.next !== undefined }
}

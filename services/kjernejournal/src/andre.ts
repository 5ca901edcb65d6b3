/** What others have of a person, looked up when somebody looks, and kept nowhere: valid prescriptions, and what they are vaccinated against. */
import {
  contentOf,
  decodeMelding,
  encodeMelding,
  identifyPersonNumber,
  oidOf,
  type Party,
  payloadOf,
  readXml,
  type Register,
  type SokResponse
} from '@budstikka/meldinger'
import {
  ereseptSubjects,
  GyldigeResepter,
  type GyldigeSporsmal,
  kjernejournalTjeneste,
  oppslagSubject,
  questionMelding
} from '@budstikka/service'
import { type Bus, FailedAnswerError, NoAnswerError } from '@budstikka/transport'
import type { Oppslag } from './rules.ts'

type Vaksinand = NonNullable<SokResponse['Vaksinand']>[number]
export type Vaksiner = Pick<Vaksinand, 'Vaksinasjon' | 'ManglendeVaksinering'>

/** Undefined where whoever has it does not answer in time, or answers what cannot be read. */
export type Andre = {
  /** With Reseptformidleren. */
  resepter(oppslag: Oppslag): Promise<GyldigeResepter | undefined>
  /** With SYSVAK. */
  vaksiner(oppslag: Oppslag): Promise<Vaksiner | undefined>
}

/** Our choice: nobody waits longer for one of the others. */
const withinMs = 2_000
const sysvak = '8659-7'

export function openAndre(bus: Pick<Bus, 'ask'>, register: Pick<Register, 'find'>): Andre {
  return {
    async resepter({ fodselsnummer, at, av: { hprNummer } }) {
      const body = Buffer.from(JSON.stringify({ fodselsnummer, hprNummer, at } satisfies GyldigeSporsmal))
      const answer = await asked(ereseptSubjects.gyldige, body)
      return answer && resepterIn(answer)
    },
    async vaksiner(oppslag) {
      const [[from], [to]] = [register.find(kjernejournalTjeneste), register.find(sysvak)]
      if (from === undefined || to === undefined) return undefined
      const subject = oppslagSubject(sysvak, to.herId, from.herId, 'SOKREQUEST')
      const answer = await asked(subject, Buffer.from(encodeMelding(sokFor(oppslag, from, to))))
      return answer && vaksinerIn(answer)
    }
  }

  async function asked(subject: string, body: Uint8Array): Promise<Uint8Array | undefined> {
    try {
      return await bus.ask(subject, body, withinMs)
    } catch (error) {
      if (error instanceof NoAnswerError || error instanceof FailedAnswerError) return undefined
      throw error
    }
  }
}

function resepterIn(answer: Uint8Array): GyldigeResepter | undefined {
  try {
    return GyldigeResepter.safeParse(JSON.parse(Buffer.from(answer).toString())).data
  } catch {
    return undefined
  }
}

/** By the whole number, so that SYSVAK finds one or nobody (SYSVAK Meldingsbeskrivelse 1.0); searched by the enterprise that looks. */
function sokFor({ id, at, fodselsnummer, av }: Oppslag, from: Party, to: Party) {
  const kind = identifyPersonNumber(fodselsnummer)?.kind ?? 'FNR'
  const payload = payloadOf('SokRequest', {
    UtfortAvHelseenhet: { Id: av.organisasjon.organisationNumber, TypeId: { V: 'ENH', S: oidOf('9051') } },
    Ident: { Id: fodselsnummer, TypeId: { V: kind, S: oidOf('8327') } }
  })
  return questionMelding({ id, at }, { from, to }, { type: 'SOKREQUEST', before: 0, payload })
}

/** What was deleted is still found, and is no vaccination. */
function vaksinerIn(answer: Uint8Array): Vaksiner | undefined {
  const root = readXml(answer)
  const decoded = 'reason' in root ? undefined : decodeMelding(root)
  if (decoded?.type !== 'melding') return undefined
  const read = contentOf(decoded.melding.payload, 'SokResponse')
  if (read.type !== 'content' || read.content.Behandlingsresultat.HarValideringsFeil === 'true') return undefined
  const { Vaksinasjon = [], ManglendeVaksinering = [] } = read.content.Vaksinand?.[0] ?? {}
  return { Vaksinasjon: Vaksinasjon.filter(stands), ManglendeVaksinering: ManglendeVaksinering.filter(stands) }
}

const stands = ({ HendelseAksjon }: { readonly HendelseAksjon: string }) => HendelseAksjon !== 'Sletting'

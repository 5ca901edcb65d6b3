/** The look-ups over NATS: JSON in, JSON out, and a problem with what was expected where there is no answer. */
import {
  isProblem,
  type KjernejournalQuestion,
  kjernejournalQuestionSubject,
  kjernejournalSubjects,
  problem,
  type Problem
} from '@budstikka/service'
import type { Endpoint } from '@budstikka/transport'
import { z } from 'zod'
import type { Answers, Spor } from './answers.ts'
import { Fodselsnummer, HprNummer, personnelAt, Rolle, type Tokens } from './asker.ts'
import { type Kategori, kategoriNames } from './kategorier.ts'
import { Opplysning } from './kritisk-informasjon.ts'
import { apnere, grunnlag, innbyggerdeler } from './rules.ts'
import { Onske } from './valg.ts'
import type { World } from './world.ts'

/** `id` and `at`: a replay tells its look-ups again after a crash, and in its own time. */
const told = { id: z.uuid().optional(), at: z.int().nonnegative().optional() }
const personnel = {
  ...told,
  fodselsnummer: Fodselsnummer,
  hprNummer: HprNummer,
  rolle: Rolle,
  grunnlag: z.enum(grunnlag),
  apner: z.enum(apnere).optional()
}
const Kategorier = z.enum(kategoriNames as [Kategori, ...Kategori[]])
const Oppslag = z.strictObject(personnel)
/** `kunEget`: what is kept here alone, without what others would have to be asked for. */
const Journal = z.strictObject({ ...personnel, kunEget: z.boolean().optional() })
const Kritisk = z.strictObject({ ...personnel, kategorier: z.array(Kategorier).default(kategoriNames) })
const Registrer = z.strictObject({
  ...personnel,
  registrering: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('ny'), opplysning: Opplysning }),
    z.strictObject({ type: z.literal('endring'), id: z.string(), opplysning: Opplysning }),
    z.strictObject({ type: z.literal('feil'), id: z.string(), kategorier: z.array(Kategorier).default(kategoriNames) })
  ])
})
const citizen = { ...told, innlogget: Fodselsnummer, gjelder: Fodselsnummer }
const Innbygger = z.strictObject({
  ...citizen,
  deler: z.array(z.enum(innbyggerdeler)).min(1),
  /** The proof of a fullmakt (JWT), where it is by that right. */
  fullmakt: z.string().optional()
})
const Velg = z.strictObject({ ...citizen, onske: Onske })
const Vis = z.strictObject({ fodselsnummer: Fodselsnummer })

/** Digitale innbyggertjenester (list 8658): it alone speaks for persons. */
const helsenorge = '8658-4'

export function lookUps(
  answers: Answers,
  tokens: Pick<Tokens, 'erFullmakt'>,
  world: World,
  now: () => number
): readonly Endpoint[] {
  return [
    byPersonnel('helseindikator', Oppslag, (spor) => answers.helseIndikator(spor, { grunnlag: spor.grunnlag })),
    byPersonnel('journal', Journal, (spor, { kunEget }) => answers.everything(spor, kunEget)),
    byPersonnel('kritisk', Kritisk, (spor, { kategorier }) => answers.kritisk(spor, kategorier)),
    byPersonnel('registrer', Registrer, (spor, { registrering }) => answers.register(spor, registrering)),
    byCitizen('innbygger', Innbygger, async (who, { deler, fullmakt }) => {
      const harFullmakt = tokens.erFullmakt(fullmakt, who.gjelder, who.innlogget)
      const parts = await Promise.all(deler.map((del) => answers.innbygger({ ...who, harFullmakt }, del)))
      return parts.find(isProblem) ?? Object.assign({}, ...parts)
    }),
    byCitizen('valg', Velg, (who, { onske }) => answers.velg(who, onske)),
    endpoint('vis', kjernejournalSubjects.vis, Vis, ({ fodselsnummer }) => answers.vis(fodselsnummer)),
    endpoint('tall', kjernejournalSubjects.tall, z.unknown(), () => answers.tall())
  ]

  function byPersonnel<Asked extends z.infer<typeof Oppslag>>(
    name: KjernejournalQuestion,
    schema: z.ZodType<Asked>,
    answer: (spor: Spor, asked: Asked) => unknown
  ): Endpoint {
    return endpoint(name, kjernejournalQuestionSubject(name, '*', '*'), schema, (asked, from) => {
      const av = personnelAt(world, from, asked)
      if (isProblem(av)) return av
      const { id, fodselsnummer, at = now(), apner } = asked
      return answer({ id, at, fodselsnummer, av, grunnlag: asked.grunnlag, ...(apner && { apner }) }, asked)
    })
  }

  function byCitizen<Asked extends { innlogget: string; gjelder: string; at?: number | undefined }>(
    name: KjernejournalQuestion,
    schema: z.ZodType<Asked>,
    answer: (who: { at: number; innlogget: string; gjelder: string }, asked: Asked) => unknown
  ): Endpoint {
    return endpoint(name, kjernejournalQuestionSubject(name, '*', '*'), schema, (asked, from) => {
      if (world.party(from)?.tjeneste !== helsenorge)
        return problem(403, `expected ${helsenorge} to speak for a person`)
      const { innlogget, gjelder, at = now() } = asked
      return answer({ at, innlogget, gjelder }, asked)
    })
  }
}

function endpoint<Asked>(
  name: string,
  subject: string,
  schema: z.ZodType<Asked>,
  answer: (asked: Asked, from: string) => unknown
): Endpoint {
  return {
    name,
    subject,
    async answer({ subject: asked, body }) {
      const question = schema.safeParse(jsonOf(body))
      const from = asked.split('.').at(-2) ?? ''
      const reply: unknown = question.success
        ? await answer(question.data, from)
        : (problem(400, z.prettifyError(question.error)) satisfies Problem)
      return Buffer.from(JSON.stringify(reply))
    }
  }
}

/** Undefined for what is no JSON; no schema takes that but the one that asks nothing. */
function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

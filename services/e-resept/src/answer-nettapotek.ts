/** What a net pharmacy asks for a customer who has logged in: the list (M9NA1 → M9NA2), and more on one prescription (M9NA3 → M9NA4). */
import { type ContentOf, eReseptCs, payloadOf, type Refusal, ageAt } from '@budstikka/meldinger'
import type { Answer } from '@budstikka/service'
import { personNumberOf } from './about.ts'
import { type Asked, no, reply } from './asked.ts'
import type { Setup } from './handle.ts'
import { refuse7419 } from './refuse.ts'
import type { Resept } from './resept.ts'
import { sisteUtlevering } from './siste-utlevering.ts'
import { kortOf } from './reseptinfo.ts'
import { shown } from './shown.ts'
import type { State } from './state.ts'

/** Nettapotek (list 8664). */
const nettapotek = '8664-NA'
/** The proof is an attachment of this type: our choice, since the web service that carries it is not public. */
export const bevisType = 'application/jwt'
const codes = 'kodeverk 7419'

export function listForKunde(asked: Asked, { IdKunde, RefNr: refNumre = [] }: ContentOf<'M9NA1'>): Answer<State> {
  const seen = shown(asked.state.liste, { isForAll: false, refNumre }, asked.about.now).filter((one) =>
    isForEyesOf(one, asked, IdKunde.Id)
  )
  const payload = payloadOf('M9NA2', { Antall: String(seen.length), Reseptinfo: seen.map(kortOf) })
  return reply(asked, { type: 'ERM9NA2', payload })
}

export function detailForKunde(asked: Asked, { IdKunde }: ContentOf<'M9NA3'>): Answer<State> {
  const { resept } = asked.state
  const isTheirs = resept?.pasient === (personNumberOf(asked.melding) ?? IdKunde.Id)
  if (resept === undefined || !isTheirs || !isForEyesOf(resept, asked, IdKunde.Id)) return no(refuse7419(1, codes))
  const payload = payloadOf('M9NA4', {
    ReseptId: resept.id,
    Status: eReseptCs('7408', resept.status),
    Utlevering: sisteUtlevering(resept)
  })
  return reply(asked, { type: 'ERM9NA4', payload })
}

/** Who asks, who has logged in, and for whom: oneself, or a child under 16 (list 7419). */
export function refuseKunde(
  { melding, about }: Asked,
  { IdKunde: { Id: kunde, TypeId } }: Pick<ContentOf<'M9NA1'>, 'IdKunde'>,
  { bevis: { innlogget }, nettAlder, foreldreOf }: Setup
): Refusal | undefined {
  if (about.from?.tjeneste !== nettapotek) return refuse7419(292, codes)
  if (!['FNR', 'DNR'].includes(TypeId.V ?? '')) return refuse7419(285, codes)
  const bevis = melding.attachments.find(({ mimeType }) => mimeType === bevisType)
  const proved = bevis && innlogget(Buffer.from(bevis.base64, 'base64').toString())
  if (proved !== kunde) return refuse7419(282, codes)
  if (ageOf(kunde, about.now) < nettAlder) return refuse7419(301, codes)
  const patient = personNumberOf(melding)
  if (patient === undefined || patient === kunde) return undefined
  if (ageOf(patient, about.now) >= 16) return refuse7419(290, codes)
  return foreldreOf(patient).includes(kunde) ? undefined : refuse7419(289, codes)
}

/** What is reserved from guardians is the patient's own alone. */
const isForEyesOf = ({ details, pasient }: Resept, { melding }: Asked, kunde: string) =>
  !details.isVergeinnsynReservert || (personNumberOf(melding) ?? pasient) === kunde

/** 0 where the number tells no birth date. */
export const ageOf = (id: string, now: number) => ageAt(id, now) ?? 0

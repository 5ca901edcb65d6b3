/** Helfo answers an application for a refund to one patient (M2 → M12). What it asks of one is our choice: that kind and legal basis agree. */
import { dateOf } from '@budstikka/landscape'
import {
  contentOf,
  type ContentOf,
  decodePart,
  derivedUuid,
  eReseptCs,
  type Melding,
  payloadOf,
  refuse
} from '@budstikka/meldinger'
import type { Register, Taken } from '../register.ts'
import { helfo } from './receive-claim.ts'

/** Legal bases (list 7427) of each kind of application: § 3, § 6 and § 5-25. */
const hjemler = { Soknad3: /^30[0-2]$/, SoknadNaringsmiddel: /^60[0-4]$/, Yrkesskade: /^800$/ } as const
type Kind = keyof typeof hjemler
const kinds: readonly Kind[] = ['Soknad3', 'SoknadNaringsmiddel', 'Yrkesskade']

export const refusjon: Register = { tjeneste: helfo, takes: { ERM2: soknad }, looksUp: [], isEresept: true }

/** `now`: simulated time, milliseconds since 1970. */
function soknad({ envelope, payload }: Melding, now: number): Taken {
  const read = contentOf(payload, 'M2')
  if (read.type !== 'content') return read
  const { content } = read
  if (!envelope.patient?.idents.some(({ kind }) => kind === 'FNR' || kind === 'DNR'))
    return { type: 'refused', refusal: refuse('E36', 'HITS 1168 §6.2'), persons: [] }
  const kind = kinds.find((one) => content[one] !== undefined)
  const isGranted = kind !== undefined && hjemler[kind].test(content.RefHjemmel.V ?? '')
  const vare = vareIn(content)
  const svar = payloadOf('M12', {
    'Svar-ID': derivedUuid(now, 'M12', envelope.msgId),
    RefSoknad: envelope.msgId,
    OmsoktVare: vare,
    Beslutning: eReseptCs('1101', isGranted ? '1' : '2'),
    ...(!isGranted && { Begrunnelse: 'Hjemmelen gjelder ikke det søkes om' }),
    Vedtaksdato: dateOf(now),
    ...(isGranted && { VedtaketOmfatter: { Varenavn: vare, RefHjemmel: content.RefHjemmel } })
  })
  return { type: 'answer', persons: [], answer: { type: 'ERM12', payload: svar } }
}

/** What is applied for, by the name that the application gives it. */
function vareIn({ SoknadNaringsmiddel, Soknad3, Yrkesskade }: ContentOf<'M2'>): string {
  if (SoknadNaringsmiddel !== undefined) return SoknadNaringsmiddel.Varenavn ?? 'Næringsmiddel'
  const [first] = (Soknad3 ?? Yrkesskade)?.OmsoktLegemiddel ?? []
  const read = first && decodePart('Forskrivning', first.ForskrivningB64)
  if (read?.type !== 'content') return 'Legemiddel'
  const { LegemiddelMerkevare, Legemiddelpakning, LegemiddelVirkestoff, Legemiddelblanding } = read.content
  return (
    (LegemiddelMerkevare ?? Legemiddelpakning ?? LegemiddelVirkestoff)?.NavnFormStyrke ??
    Legemiddelblanding?.Navn ??
    'Legemiddel'
  )
}

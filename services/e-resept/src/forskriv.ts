/** M1: a prescription is written, and can be dispensed. */
import { type ContentOf, dayStart, encodeMelding, type Melding } from '@budstikka/meldinger'
import { receipt, save, send } from '@budstikka/service'
import { applied } from './godkjenningsfritak.ts'
import type { Case, Effects } from './handle.ts'
import { personNumberOf } from './about.ts'
import { ekspederingsanmodning } from './ekspederingsanmodning.ts'
import { withResept } from './pasient.ts'
import { refuse7419 } from './refuse.ts'
import type { Resept } from './resept.ts'
import { refuseRefNr } from './refnr.ts'
import { m1Rules } from './forskriv-rules.ts'
import { isEngangs } from './gyldighet.ts'
import { firstBroken, hprNummer, isTrue } from './rules.ts'
import { soknadTil } from './soknad.ts'
import { pakningOf, vareOf } from './vare.ts'

const dayMs = 24 * 60 * 60 * 1000

export function forskriv(one: Case<ContentOf<'M1'>>): Effects {
  const { state, melding, content, from, about } = one
  const broken = firstBroken(m1Rules, content, about)
  if (broken !== undefined) return [receipt(broken)]
  if (state.pasient.isDod) return [receipt(refuse7419(330, 'kodeverk 7419'))]
  // A ReseptId that came before comes again after the inbox has forgotten it.
  if (state.resept !== undefined) return [receipt(refuse7419(10, 'kodeverk 7419'))]
  const { RefNr } = content
  const by = { hprNummer: hprNummer(melding.envelope) ?? '', pasient: personNumberOf(melding) }
  const misused = RefNr === undefined ? undefined : refuseRefNr(RefNr, state.refNr ?? {}, by)
  if (misused !== undefined) return [receipt(misused)]
  const resept = reseptOf(melding, content, {
    from,
    virksomhet: about.from?.organisation.herId ?? from,
    now: about.now
  })
  const standing = state.liste.map(({ id }) => id)
  const pasient = resept.pasient === undefined ? state.pasient : withResept(state.pasient, resept.id, standing)
  const m1 = encodeMelding(melding)
  const asked = ekspederingsanmodning(one)
  const toPharmacy = asked === undefined ? [] : [send(asked)]
  if (!isTrue(content.ReseptDokLegemiddel?.LegemiddelUtenMt?.DirektesoknadSlv))
    return [receipt(), save({ ...state, resept, m1, pasient }), ...toPharmacy]
  const soknad = soknadTil(one, resept, m1)
  if (soknad === undefined) return [receipt(refuse7419(100, 'kodeverk 7419'))]
  return [receipt(), save({ ...state, resept: applied(resept, about.now), m1, pasient }), send(soknad), ...toPharmacy]
}

/** The last day of validity is a day on which it is valid: our choice. */
function reseptOf(
  melding: Melding,
  m1: ContentOf<'M1'>,
  { from, virksomhet, now }: { from: string; virksomhet: string; now: number }
): Resept {
  const { envelope } = melding
  const { patient } = envelope
  const { person } = envelope.sender
  const { ReseptDokLegemiddel: legemiddel, ReseptDokHandelsvare: handelsvare, EkspAnm, RefNr } = m1
  const pasient = personNumberOf(melding)
  const antall = (legemiddel ?? handelsvare)?.Antall
  const { Forskrivning: forskrivning } = legemiddel ?? {}
  const navn = nameOf(m1)
  return {
    id: envelope.msgId,
    status: 'E',
    rekvirent: {
      herId: from,
      virksomhet,
      hprNummer: hprNummer(envelope) ?? '',
      navn: [person?.givenName, person?.familyName].filter(Boolean).join(' ')
    },
    ...(pasient !== undefined && { pasient }),
    ...(RefNr !== undefined && { refNr: RefNr }),
    forskrevet: now,
    utloper: dayStart(m1.Utloper) + dayMs,
    details: {
      fornavn: patient?.givenName ?? '',
      etternavn: patient?.familyName ?? '',
      forskrivningsdato: m1.Forskrivningsdato,
      ...(navn !== undefined && { navnFormStyrke: navn }),
      ...(forskrivning?.Bruksomrade !== undefined && { bruksomrade: forskrivning.Bruksomrade }),
      isVergeinnsynReservert: isTrue(m1.Vergeinnsynsreservasjon),
      ...(patient?.middleName !== undefined && { mellomnavn: patient.middleName }),
      ...(patient?.contact?.address && { adresse: patient.contact.address }),
      vare: vareOf(m1),
      pakning: pakningOf(m1)
    },
    ...(antall !== undefined && { antall: Number(antall) }),
    reiterasjon: Number(legemiddel?.Reiterasjon ?? 0),
    ...(EkspAnm && { ekspAnm: { utleverer: EkspAnm.Utleverer, isForAll: EkspAnm.MetodeEkspedering.V === 'L' } }),
    ...(isTrue(m1.LastResept) && { isLocked: true as const }),
    ...((isTrue(m1.RekvLegensNavn) || isTrue(m1.TilEgenPraksis)) && { isForPraksis: true as const }),
    ...(isEngangs(m1) && { isEngangs: true as const }),
    ...(legemiddel?.LegemiddelUtenMt && { isUtenMt: true as const }),
    utleveringer: [],
    endret: now
  }
}

/** What it is written as decides where its name stands. */
function nameOf({ ReseptDokLegemiddel, ReseptDokHandelsvare }: ContentOf<'M1'>): string | undefined {
  const { LegemiddelMerkevare, Legemiddelpakning, LegemiddelVirkestoff, Legemiddelblanding } =
    ReseptDokLegemiddel?.Forskrivning ?? {}
  const { Naringsmiddel, MedForbMatr, ProdGruppe } = ReseptDokHandelsvare ?? {}
  return (
    (LegemiddelMerkevare ?? Legemiddelpakning ?? LegemiddelVirkestoff)?.NavnFormStyrke ??
    (Legemiddelblanding ?? Naringsmiddel ?? MedForbMatr)?.Navn ??
    ProdGruppe?.DN
  )
}

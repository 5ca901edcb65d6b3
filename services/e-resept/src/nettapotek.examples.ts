/** What a net pharmacy asks for its customers, and their proofs, for the tests. */
import { createRng, familyOf } from '@budstikka/landscape'
import { type Melding, type Party, payloadOf } from '@budstikka/meldinger'
import { landscape, parties, question } from './handle.examples.ts'

const [party] = landscape.find('8664-FR')
if (party === undefined) throw new Error('expected a pharmacy in the landscape')
/** Of the small Norway no pharmacy need be on the net, so one is made. */
export const nettapotek: Party = { ...party, tjeneste: '8664-NA' as Party['tjeneste'] }

const rng = createRng('nettapotek')
/** Born in 2005, so 13 or 14 years old, and in 2001. */
export const barn = landscape.randomPerson(rng, { bornFrom: 2005, bornTo: 2005 })
export const [mor = ''] = familyOf('e-resept', barn.id).parents
export const ungdom = landscape.randomPerson(rng, { bornFrom: 2001, bornTo: 2001 })

const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url')
/** What HelseID would say of who has logged in. */
export const bevisFor = (pid: string, level = '4', more: object = {}): string => {
  const claims = { 'helseid://claims/identity/security_level': level, 'helseid://claims/identity/pid': pid, ...more }
  return `${part({ alg: 'none' })}.${part(claims)}.`
}

type Asking = {
  readonly kunde: string
  /** List 8116. */
  readonly kind?: string
  readonly gjelder?: string
  readonly bevis?: string
  readonly from?: Party['herId']
}

const ident = (Id: string, V = 'FNR') => ({ Id, TypeId: { V, S: '2.16.578.1.12.4.1.1.8116', DN: 'Fødselsnummer' } })

/** The customer asks for the own list, or for that of `gjelder`. */
export function m9na1(id: string, asking: Asking): Melding {
  return asked(id, 'ERM9NA1', payloadOf('M9NA1', { IdKunde: ident(asking.kunde, asking.kind) }), asking)
}
export function m9na3(id: string, ReseptId: string, asking: Asking): Melding {
  return asked(id, 'ERM9NA3', payloadOf('M9NA3', { IdKunde: ident(asking.kunde), ReseptId }), asking)
}

function asked(
  id: string,
  type: string,
  payload: Melding['payload'],
  { kunde, gjelder, bevis, from }: Asking
): Melding {
  const melding = question(id, type, payload, { from: from ?? parties.apotek })
  const idents = gjelder === undefined ? [] : [{ id: gjelder, kind: 'FNR' }]
  const token = bevis ?? bevisFor(kunde)
  return {
    ...melding,
    envelope: { ...melding.envelope, ...(gjelder !== undefined && { patient: { idents } }) },
    attachments: token === '' ? [] : [{ mimeType: 'application/jwt', base64: Buffer.from(token).toString('base64') }]
  }
}

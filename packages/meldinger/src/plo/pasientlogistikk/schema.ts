/** Pasientlogistikk on the wire: admitted, ready for discharge, not ready after all, discharged, dead (HIS 80704, HIS 1149). */
import type { Infer } from '../../xml/schema.ts'
import { element, exactlyOneOf, optional, some } from '../../xml/schema.ts'
import { forsendelse } from '../forsendelse.ts'
import { hendelse } from '../hendelse.ts'
import type { PloVersion } from '../version.ts'

export type Pasientlogistikk = Infer<ReturnType<typeof pasientlogistikk>>

export function pasientlogistikk(version: PloVersion, namespace: string) {
  const { TidsfestetHendelse, UtskrevetTil, InfoInformasjonGitt } = hendelse(version)
  return element(
    namespace,
    {
      ...forsendelse(version),
      OrienteringOmDod: optional(element(namespace, { TidsfestetHendelse })),
      MeldingOmUtskrevetPasient: optional(
        element(namespace, { UtskrevetTil, TidsfestetHendelse, InfoInformasjonGitt: optional(InfoInformasjonGitt) })
      ),
      MeldingUtskrivningsklarPasient: optional(element(namespace, { TidsfestetHendelse: some(TidsfestetHendelse) })),
      AvmeldingUtskrivningsklarPasient: optional(element(namespace, { TidsfestetHendelse: some(TidsfestetHendelse) })),
      MeldingInnlagtPasient: optional(element(namespace, { TidsfestetHendelse }))
    },
    exactlyOneOf(
      'OrienteringOmDod',
      'MeldingOmUtskrevetPasient',
      'MeldingUtskrivningsklarPasient',
      'AvmeldingUtskrivningsklarPasient',
      'MeldingInnlagtPasient'
    )
  )
}

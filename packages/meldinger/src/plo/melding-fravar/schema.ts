/** Melding om fravær on the wire; withdrawn in 1.6 (HIS 80704). */
import type { Infer } from '../../xml/schema.ts'
import { element } from '../../xml/schema.ts'
import { forsendelse } from '../forsendelse.ts'
import { innhold } from '../innhold.ts'
import type { PloVersion } from '../version.ts'

export type MeldingFravar = Infer<ReturnType<typeof meldingFravar>>

export function meldingFravar(version: PloVersion, namespace: string) {
  const { Fraversassistent } = innhold(version)
  return element(namespace, { ...forsendelse(version), Fraversassistent })
}

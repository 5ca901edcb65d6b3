/** Orientering om tjenestetilbud on the wire: which services the patient gets (HIS 80704). */
import type { Infer } from '../../xml/schema.ts'
import { element, many, some } from '../../xml/schema.ts'
import { forsendelse } from '../forsendelse.ts'
import { onske } from '../onske.ts'
import { tjeneste } from '../tjeneste.ts'
import type { PloVersion } from '../version.ts'

export type OrienteringOmTjenestetilbud = Infer<ReturnType<typeof orienteringOmTjenestetilbud>>

export function orienteringOmTjenestetilbud(version: PloVersion, namespace: string) {
  const { AssistertKommunikasjon } = onske(version)
  const { EksisterendeTjeneste } = tjeneste(version)
  return element(namespace, {
    ...forsendelse(version),
    EksisterendeTjeneste: some(EksisterendeTjeneste),
    AssistertKommunikasjon: many(AssistertKommunikasjon)
  })
}

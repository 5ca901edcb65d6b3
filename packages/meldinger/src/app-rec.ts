/** Applikasjonskvittering: what it means (HIS 80415); how it stands on the wire is in app-rec/. */
import type { Address } from './melding.ts'
import type { RefusalError } from './refusal.ts'

export type AppRec = {
  readonly version: '1.0' | '1.1'
  /** UUID of the AppRec itself. */
  readonly id: string
  readonly genDate: string
  /** The party that answers, and in which role of the original (list 8112): PRIM or COP. */
  readonly sender: Address
  readonly role: 'PRIM' | 'COP'
  readonly receiver: Address
  /** List 8258: 1 OK, 2 rejected, 3 OK with error in a part (Helfo only). */
  readonly status: '1' | '2' | '3'
  readonly errors: readonly Omit<RefusalError, 'source'>[]
  readonly original: { readonly type: string; readonly genDate: string; readonly id: string }
}

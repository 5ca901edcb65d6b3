/** Makes formats of the two versions of a standard without a MsgHead: epikrise, henvisning 1.x, svarrapport, rekvisisjon. */
import type { Format } from '../format.ts'
import { format } from '../format.ts'
import type { Schema } from '../xml/schema.ts'
import { type Edition, edition } from './edition.ts'
import type { OwnEnvelope } from './own-envelope.ts'

/** Where each version is: its number and its date, which are also what MIGversion says. */
type Dated<V extends string> = readonly [version: V, date: string]

/** Both versions of a standard without a MsgHead: the newer is sent, the older received only (HITS 1168 §8.3). */
export function basismelding<O extends string, N extends string, T, D>(
  name: string,
  schema: (edition: Edition) => Schema<T>,
  about: {
    readonly namespace: string
    readonly older: Dated<O>
    readonly newer: Dated<N>
    readonly types: Format['types']
    readonly ownEnvelope: Omit<OwnEnvelope, 'migVersion'>
    /** True where a later standard has taken its place: neither is sent. */
    readonly isReplaced?: true
  }
): { readonly [V in O | N]: Format<T, D> } {
  const { document, documentId } = about.ownEnvelope
  const versionOf = ([version, date]: Dated<string>, age: 'older' | 'newer'): Format<T, D> => {
    const namespace = `http://www.kith.no/xmlstds/${about.namespace}/${date}`
    return format<Schema<T>, D>(
      {
        name,
        root: 'Message',
        version,
        namespace,
        types: about.types,
        isSent: age === 'newer' && !about.isReplaced,
        appRec: age === 'newer' ? '1.1' : '1.0',
        ownEnvelope: { ...about.ownEnvelope, migVersion: `v${version} ${date}` },
        status: [document, 'ServType'],
        documentId: [document, documentId]
      },
      schema(edition(namespace, age))
    )
  }
  // The rim: the keys are those of the two versions.
  return { [about.older[0]]: versionOf(about.older, 'older'), [about.newer[0]]: versionOf(about.newer, 'newer') } as {
    readonly [V in O | N]: Format<T, D>
  }
}

/** What a format is: one version of one payload, and the types of melding that travel in it. */
import type { OwnEnvelope } from './basismelding/own-envelope.ts'
import type { Infer, Schema } from './xml/schema.ts'
import { encoderOf } from './xml/schema-encode.ts'
import { prefixesOf } from './xml/prefixes.ts'
import { plo15, plo16 } from './plo/version.ts'
import type { PloVersion } from './plo/version.ts'

export type Format<T = unknown, D = T> = {
  /** Its name in the table of formats: the root element, or what the sector calls it ('M9.2', 'Epikrise'). */
  readonly name: string
  /** Root element. */
  readonly root: string
  readonly version: string
  readonly namespace: string
  /** Codes of list 8279 that travel in it, with their names. */
  readonly types: Readonly<Record<string, string>>
  /** False for what is received only: an older or withdrawn version. */
  readonly isSent: boolean
  /** The version of AppRec that answers it (HITS 1168 §8.3). */
  readonly appRec: '1.0' | '1.1'
  /** Where the document itself says what a MsgHead would; undefined for what travels in one. */
  readonly ownEnvelope?: OwnEnvelope
  /** Where the document's status (list 7309: N, M, C …) stands, and the identifier that it keeps when it is sent again. */
  readonly status?: readonly string[]
  readonly documentId?: readonly string[]
  /** What payloadOf takes: never there at run time. */
  readonly draftType?: () => D
  readonly schema: Schema<T>
  /** The payload's root element as XML text, declaring every namespace it uses. */
  readonly encode: (content: unknown) => string
}
type About = Omit<Format, 'schema' | 'encode' | 'draftType'>

/** One version of a format; its encoder is compiled when the first content comes. */
export function format<S extends Schema, D = Infer<S>>(about: About, schema: S): Format<Infer<S>, D> {
  const { root, namespace } = about
  let write: ((content: Infer<S>) => string) | undefined
  const encode = (content: unknown) => {
    write ??= encoderOf(schema, namespace, root, prefixesOf(schema, namespace))
    return write(content as Infer<S>)
  }
  // The rim: content comes from payloadOf, which types it, and S is the schema of its own inferred value.
  return { ...about, schema: schema as Schema<Infer<S>>, encode }
}

/** A version that is sent. */
export function sent<S extends Schema>(
  root: string,
  version: string,
  namespace: string,
  schema: S,
  appRec: Format['appRec'],
  types: Format['types']
): Format<Infer<S>> {
  return format({ name: root, root, version, namespace, types, isSent: true, appRec }, schema)
}

/** Both versions of a PLO format: 1.6 is sent, 1.5 received only (HIS 80704). */
export function plo<T>(
  root: string,
  schema: (version: PloVersion, namespace: string) => Schema<T>,
  types: Format['types'],
  names: { readonly '1.5': string; readonly '1.6': string } = { '1.5': root, '1.6': root }
): { readonly '1.5': Format<T>; readonly '1.6': Format<T> } {
  const [of15, of16] = [`${po}/${names['1.5']}/2009-06-30`, `${po}/${names['1.6']}/2012-04-01`]
  const about = { name: root, root, types, status: ['InformasjonOmForsendelsen', 'Forsendelsesstatus'] }
  return {
    '1.5': format({ ...about, version: '1.5', namespace: of15, isSent: false, appRec: '1.0' }, schema(plo15, of15)),
    '1.6': format({ ...about, version: '1.6', namespace: of16, isSent: true, appRec: '1.1' }, schema(plo16, of16))
  }
}

/** A PLO format that 1.6 does not have: 1.5 is received, nothing is sent. */
export function withdrawnIn16<T>(
  root: string,
  schema: (version: PloVersion, namespace: string) => Schema<T>,
  types: Format['types']
): { readonly '1.5': Format<T> } {
  return { '1.5': plo(root, schema, types)['1.5'] }
}

const po = 'http://www.kith.no/xmlstds/po'

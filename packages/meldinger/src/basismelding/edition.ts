/** Two legal versions of a standard: the same shapes in two namespaces, with what one of them alone has. */
import type { Field } from '../xml/schema.ts'
import { inThisVersion } from '../xml/schema.ts'

export type Edition = {
  readonly namespace: string
  readonly isNewer: boolean
  /** What only the newer has. */
  readonly added: <T>(field: Field<T, 'optional'>) => Field<T, 'optional'>
  /** What only the older has. */
  readonly dropped: <T>(field: Field<T, 'optional'>) => Field<T, 'optional'>
}

export function edition(namespace: string, age: 'older' | 'newer'): Edition {
  const isNewer = age === 'newer'
  const absent = <T>(field: Field<T, 'optional'>) => inThisVersion(field, 'absent')
  const present = <T>(field: Field<T, 'optional'>) => field
  return { namespace, isNewer, added: isNewer ? present : absent, dropped: isNewer ? absent : present }
}

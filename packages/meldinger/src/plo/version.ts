/** The legal versions of poKomponent (HIS 80704): the same shapes in other namespaces, with few differences. */
import { oncePer } from '../felles/once-per.ts'
import type { Field, Schema } from '../xml/schema.ts'
import { inThisVersion, optional } from '../xml/schema.ts'

export type PloVersion = {
  readonly version: '1.5' | '1.6' | '2.0'
  /** Namespace of poKomponent. */
  readonly po: string
  /** What 1.6 added: in 1.5 no such element is known. */
  readonly since16: <T>(field: Field<T, 'optional'>) => Field<T, 'optional'>
  /** What 2.0 added, which henvisning alone uses. */
  readonly since20: <T>(field: Field<T, 'optional'>) => Field<T, 'optional'>
  /** What 1.6 made optional: in 1.5 it is required, though its type does not say so. */
  readonly optionalSince16: <T>(schema: Schema<T>) => Field<T, 'optional'>
  /** What 1.6 added and requires (`some`: at least one of); its type is that of both versions. */
  readonly requiredSince16: <T>(field: Field<T, 'optional'>, occurs: 'one' | 'some') => Field<T, 'optional'>
}

export const plo15: PloVersion = {
  version: '1.5',
  po: 'http://www.kith.no/xmlstds/po/poKomponent/2009-06-30',
  since16: (field) => inThisVersion(field, 'absent'),
  since20: (field) => inThisVersion(field, 'absent'),
  optionalSince16: (schema) => inThisVersion(optional(schema), 'one'),
  requiredSince16: (field) => inThisVersion(field, 'absent')
}

export const plo16: PloVersion = {
  version: '1.6',
  po: 'http://www.kith.no/xmlstds/po/poKomponent/2012-04-01',
  since16: (field) => field,
  since20: (field) => inThisVersion(field, 'absent'),
  optionalSince16: optional,
  requiredSince16: inThisVersion
}

/** poKomponent 2.0, as henvisning 2.0 has it: PLO itself stayed with 1.6. */
export const po20: PloVersion = {
  ...plo16,
  version: '2.0',
  po: 'http://ehelse.no/xmlstds/po/poKomponent/2017-11-30',
  since20: (field) => field
}

/** Makes shared parts once for each version. */
export const perVersion = <T>(make: (version: PloVersion) => T) => oncePer(make)

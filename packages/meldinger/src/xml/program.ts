/** JavaScript made from our own schemas: functions that call each other, and the values they use. */
import type { ComplexShape } from './schema.ts'

export type Program = {
  /** @returns the name by which the source refers to a value. */
  readonly use: (value: unknown) => string
  /** @returns the name of the function of a complex type, which is written once and may call itself. */
  readonly functionOf: (shape: ComplexShape) => string
}

/**
 * Compiles what `main` asks for. Source is made of names that stand in our schemas alone, as literals; nothing that came
 * from outside is ever part of it (docs/decisions/0006-compiled-schemas.md).
 * @param main an expression: what the program gives
 * @param writeFunction the source of one complex type's function
 */
export function compileProgram(
  main: (program: Program) => string,
  writeFunction: (name: string, shape: ComplexShape, program: Program) => string
): unknown {
  const used = new Map<unknown, string>()
  const functions = new Map<ComplexShape, string>()
  const program: Program = {
    use: (value) => nameIn(used, value, 'value'),
    functionOf: (shape) => nameIn(functions, shape, 'type')
  }
  const given = main(program)
  let source = '"use strict"\n'
  // A map gives those too that are added on the way.
  for (const [shape, name] of functions) source += writeFunction(name, shape, program)
  // oxlint-disable-next-line no-new-func, no-implied-eval -- compiled once per schema, from literals of our own
  return new Function(...used.values(), `${source}return ${given}`)(...used.keys())
}

/** A name of ours as it stands in source. */
export function literal(text: string): string {
  return JSON.stringify(text)
}

function nameIn<K>(names: Map<K, string>, key: K, kind: string): string {
  const name = names.get(key) ?? `${kind}${names.size}`
  names.set(key, name)
  return name
}

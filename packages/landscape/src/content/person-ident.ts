/** A person's number as the standards of SYSVAK and NAV write it, each with a list of its own. */
import { oidOf } from '@budstikka/meldinger'
import type { Occasion } from './occasion.ts'

/** `list`: of kinds of person numbers. */
export function personIdent({ id = '' }: Occasion['patient'], list: '8116' | '8327') {
  const [V, DN] = id < '4' ? ['FNR', 'Fødselsnummer'] : ['DNR', 'D-nummer']
  return { Id: id, TypeId: { V, S: oidOf(list), DN } }
}

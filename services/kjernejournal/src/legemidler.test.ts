/** How long a dispensing is shown: three years back from whoever looks, also where nothing was dispensed since. */
import { isProblem } from '@budstikka/service'
import { expect, test } from 'vitest'
import { look, lookUp } from './handle.ts'
import { full, known, oppslag, patient } from './kjernejournal.examples.ts'

/** What personnel see, and what the person sees. */
function seenOn(date: string) {
  const at = Date.parse(date)
  const { answer } = lookUp(full, oppslag({ at }), known)
  const own = look(full, { at, innlogget: patient, gjelder: patient }, 'legemidler', () => [], known)
  if (answer === undefined || isProblem(answer) || isProblem(own)) return expect.fail('expected to see something')
  return [answer.innhold.legemidler, own.legemidler].map((some) => some?.map(({ id }) => id))
}

test.each([
  ['2022-05-01', ['m10-1', 'm10-2']],
  ['2022-05-08', ['m10-2']],
  ['2022-05-10', []]
])('on %s are seen %j', (date, ids) => {
  expect(seenOn(date)).toEqual([ids, ids])
})

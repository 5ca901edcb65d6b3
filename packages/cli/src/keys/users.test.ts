/** Who may decide of a case at Folkeregisteret: whoever sits at the machine, and not who tells of a death. */
import { deathQuestionSubject } from '@budstikka/service'
import { rightsOf } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { users } from './users.ts'

const [, register, ...rest] = deathQuestionSubject('sakbeslutning', '1').split('.')

test('a case is decided by the command line alone', () => {
  expect(rest).toEqual(['register', '1', 'sakbeslutning'])
  const may = (direction: 'publish' | 'subscribe') =>
    users.filter((one) => rightsOf(one, users)[direction].includes(`oppslag.${register}.>`)).map(({ name }) => name)
  expect([may('publish'), may('subscribe')]).toEqual([['cli'], ['grunndata']])
})

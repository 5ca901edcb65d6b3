/** An alert mutes what its own trouble brings with it, and never what has a cause of its own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const Rule = z.strictObject({
  source_matchers: z.tuple([z.string().regex(/^alertname="\w+"$/)]),
  target_matchers: z.tuple([z.string().regex(/^alertname=~"\w+(\|\w+)*"$/)]),
  equal: z.array(z.string()).default([])
})
const { inhibit_rules: rules } = z
  .looseObject({ inhibit_rules: z.array(Rule).nonempty() })
  .parse(parse(readFileSync(join(import.meta.dirname, 'alertmanager.yml'), 'utf8')))
const alerts = new Set(
  [
    ...readFileSync(join(import.meta.dirname, '..', 'prometheus', 'rules', 'alerts.yml'), 'utf8').matchAll(
      /alert: (\w+)/g
    )
  ].map(([, name]) => name)
)
const namesIn = (matcher: string) => (/"(.+)"/.exec(matcher)?.[1] ?? '').split('|')
const muted = new Set(rules.flatMap((rule) => namesIn(rule.target_matchers[0])))

test('only alerts that there are mute and are muted', () => {
  const named = [...rules.flatMap((rule) => namesIn(rule.source_matchers[0])), ...muted]
  expect(named.filter((name) => !alerts.has(name))).toEqual([])
})

test('the flow alone is muted: books, disks, dead letters and what is down are always told of', () => {
  expect(muted).toEqual(new Set(['SendingStopped', 'ReceiptsStopped', 'BacklogGrowing']))
})

test('a service that is down mutes its own alerts, not those of others', () => {
  const equal = rules.filter((rule) => rule.source_matchers[0] === 'alertname="ServiceDown"').map((rule) => rule.equal)
  expect(equal).toEqual([['service']])
})

/** The judgements as a table for people, with what was found under it. */
import { tableLines } from '../table.ts'
import { type Answer, checkNames, isGood, type Judged } from './finding.ts'

/** Findings of one file, at most: the rest is counted. */
const findingsMax = 10

export function* judgedLines(all: readonly Judged[]): Generator<string> {
  yield* tableLines(['file', 'type', 'format', ...checkNames, 'a receiver answers', 'send'], all.map(rowOf))
  for (const judged of all) {
    if (isGood(judged)) continue
    yield ''
    yield judged.file
    for (const { check, text, source } of judged.findings.slice(0, findingsMax)) yield `  ${check}: ${text} [${source}]`
    if (judged.findings.length > findingsMax) yield `  and ${judged.findings.length - findingsMax} more`
    yield `  a receiver answers: ${inWords(judged.answer)}`
    const { unsendable } = judged
    yield `  budstikka send: ${unsendable ? `refuses, ${unsendable.reason} [${unsendable.source}]` : 'sends it'}`
  }
  const good = all.filter(isGood).length
  yield ''
  yield `${good} of ${all.length} good.`
}

function rowOf({ file, type, format, findings, unchecked, roles, answer, unsendable }: Judged): readonly string[] {
  const marks = checkNames.map((name) => {
    if (findings.some(({ check }) => check === name)) return '✗'
    return unchecked.includes(name) ? '–' : '✓'
  })
  const answered = answer.answer === 'refuse' ? answer.code : answer.answer
  return [
    shorten(file),
    type,
    format,
    ...marks,
    roles.length > 1 && answer.answer !== 'none' ? `${answered} (${roles.join(', ')})` : answered,
    unsendable ? 'no' : 'yes'
  ]
}

const fileMax = 48
const shorten = (file: string) => (file.length > fileMax ? `…${file.slice(1 - fileMax)}` : file)

function inWords(answer: Answer): string {
  switch (answer.answer) {
    case 'ok':
      return 'OK'
    case 'refuse':
      return `${answer.code} ${answer.text} [${answer.source}]`
    case 'none':
      return `no AppRec: ${answer.why} [${answer.source}]`
  }
}

/** The acceptance cases of KITH, read at the gate, decoded and judged, get the answers that HITS 1168 gives. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodeBroken } from '../decode-broken.ts'
import { decodeMelding } from '../decode.ts'
import { gate } from '../xml/gate.ts'
import { isNotWellFormed } from '../xml/not-well-formed.ts'
import { type Case, type Pack, packs } from './acceptance.examples.ts'
import { rolesOf } from './addressing.ts'
import { judge } from './judge.ts'

const samples = new URL('../../../../../shared/samples/acceptance/', import.meta.url)
const isThere = existsSync(samples)
const why = isThere ? '' : ' (skipped: the folder shared is not beside the checkout)'
const cases = packs.flatMap((pack) => pack.cases.map((each) => ({ pack, each, title: titleOf(pack, each) })))

test.skipIf(!isThere).each(cases)(`$title${why}`, ({ pack, each }) => {
  expect(answerTo(pack, each)).toBe(each.expected)
})

test.skipIf(!isThere)(`every file of the packs is a case, but questions to others${why}`, () => {
  const known = cases.map(({ pack, each }) => `${pack.folder}/${pack.file.replace('$', each.number)}`.toLowerCase())
  const files = packs.flatMap(({ folder }) =>
    readdirSync(new URL(`${folder}/`, samples)).map((file) => `${folder}/${file}`)
  )
  const left = files.filter(
    (file) => !known.includes(file.toLowerCase()) && !/Dialogmelding[-_]Foresporsel/i.test(file)
  )
  expect(left.map((file) => file.split('/').at(-1))).toEqual(['Case4.xml'])
})

test.skipIf(!isThere)(
  `feedback on a fault may come without a patient, to an organisation without level 2${why}`,
  () => {
    const pack = { folder: 'dialogmelding/Testcase-Dialogmeldingen', file: 'Case$.xml' }
    const decoded = decodedOf(pack, '4')
    const receiver = { herId: '1', organisationIds: ['974744570'], ownsService: () => false }
    expect(decoded && judge(decoded, receiver)).toEqual({ answer: 'ok' })
  }
)

test.skipIf(!isThere)(`the primary and the copy receiver of one organisation answer in a role each${why}`, () => {
  const pack = packs[0]
  const decoded = pack && decodedOf(pack, '1-20a')
  const envelope = decoded?.type === 'melding' ? decoded.melding.envelope : undefined
  expect(envelope && [rolesOf(envelope, '3010'), rolesOf(envelope, '1010')]).toEqual([['PRIM'], ['COP']])
})

function answerTo(pack: Pack, { number, herId = pack.herId }: Case): string {
  const decoded = decodedOf(pack, number)
  if (decoded === undefined) return 'not-well-formed'
  const receiver = { herId, organisationIds: pack.organisationIds, ownsService: () => false }
  const judgement = judge(decoded, receiver, { refusesUnknownService: true })
  switch (judgement.answer) {
    case 'ok':
      return 'ok'
    case 'refuse':
      return judgement.refusal.errors.map(({ code }) => code).join()
    case 'none':
      return judgement.why
  }
}

function decodedOf({ folder, file }: Pick<Pack, 'folder' | 'file'>, number: string) {
  const wanted = file.replace('$', number).toLowerCase()
  const found = readdirSync(new URL(`${folder}/`, samples)).find((name) => name.toLowerCase() === wanted)
  if (found === undefined) throw new Error(`expected a file ${wanted}`)
  const bytes = readFileSync(new URL(`${folder}/${found}`, samples))
  const root = gate(bytes)
  return isNotWellFormed(root) ? decodeBroken(bytes, root) : decodeMelding(root)
}

function titleOf({ folder }: Pack, { number, expected, herId, uncertain }: Case): string {
  const pack = folder.replace(/^.*(mottak-|Testcase-)/, '')
  const to = herId === undefined ? '' : ` at ${herId}`
  return `${pack} case ${number}${to} is answered ${expected}${uncertain === undefined ? '' : ` (U: ${uncertain})`}`
}

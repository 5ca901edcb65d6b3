/** `budstikka validate FILE…`: judges files as a receiver must, without a network. */
import { readFileSync } from 'node:fs'
import { openXsd } from '@budstikka/meldinger/xsd'
import { Command } from 'commander'
import { CannotError, type ExitCode, type Host, json, line } from '../host.ts'
import { checkedLists } from '../validate/code-findings.ts'
import { filesOf } from '../validate/files.ts'
import { isGood } from '../validate/finding.ts'
import { judgeFile } from '../validate/judge-file.ts'
import { judgedLines } from '../validate/table-of.ts'

type Options = { readonly xsd?: string; readonly json?: true }

export function validateCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('validate')
    .description('Judge files without a network: what is wrong with them, and what a receiver must answer.')
    .argument('<files...>', 'XML files, or folders of them')
    .option('--xsd <dir>', 'the schema that imports all official ones: a file, or a folder whose all.xsd it is')
    .option('--json', 'for programs')
    .addHelpText('after', help)
    .action((paths: readonly string[], options: Options) => answer(validate(host, paths, options)))
}

function validate(host: Host, paths: readonly string[], options: Options): ExitCode {
  const files = filesOf(paths)
  using xsd = options.xsd === undefined ? undefined : schemas(options.xsd)
  const judged = files.map((file) => judgeFile(file, bytesOf(file), xsd))
  if (options.json) json(host, { checkedLists, files: judged.map((one) => ({ ...one, isGood: isGood(one) })) })
  else for (const text of judgedLines(judged)) line(host, text)
  return judged.every(isGood) ? 0 : 1
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new CannotError(`expected a file to read, ${file} cannot be`, { cause })
  }
}

function schemas(dir: string) {
  try {
    return openXsd(dir)
  } catch (cause) {
    throw new CannotError(`expected an XML schema, or a folder with an all.xsd, in ${dir}`, { cause })
  }
}

const help = `
Checks: gate     well-formed XML 1.0 in UTF-8, within limits, no document type
        format   root, namespace and version are supported, and the content is as its schema says
        xsd      the official schemas, with --xsd
        codes    codes of the envelope, lists ${checkedLists.join(', ')}
        ids      MsgId, person and organisation numbers; persons must be synthetic
        address  both levels of sender and receivers, with HER-id and name
        send     whether budstikka send takes it: what a receiver refuses is sent, real persons are not

Example:
  budstikka validate innlagt.xml --xsd schemas/

Exit codes: 0 all are good, 1 one is not, 2 wrong usage, or a file cannot be read.`

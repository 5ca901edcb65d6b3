/** The command `budstikka`: its commands, its help, and how every end becomes an exit code. */
import { Command, CommanderError } from 'commander'
import { exampleCommand } from './commands/example.ts'
import { flytCommand } from './commands/flyt.ts'
import { meldingCommand } from './commands/melding.ts'
import { partCommand } from './commands/part.ts'
import { sendCommand } from './commands/send.ts'
import { startCommand } from './commands/start.ts'
import { validateCommand } from './commands/validate.ts'
import { type ExitCode, type Host, inWords, tell } from './host.ts'
import manifest from '../package.json' with { type: 'json' }

/** What a command's file exports: the command, and what it answers when its action has run. */
export type MakeCommand = (host: Host, answer: (code: ExitCode) => void) => Command

const commands: readonly MakeCommand[] = [
  startCommand,
  exampleCommand,
  validateCommand,
  sendCommand,
  meldingCommand,
  partCommand,
  flytCommand
]

/** Runs one command; never throws, never ends the process. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  let code: ExitCode = 0
  try {
    await createProgram(host, (answered) => (code = answered)).parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    // Help and version end as errors too, with exit code 0; commander has written their text and that of wrong usage.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    tell(host, inWords(error))
    return 2
  }
}

function createProgram(host: Host, answer: (code: ExitCode) => void): Command {
  const program = new Command('budstikka')
    .description("Norway's health message exchange on one machine. All persons are synthetic.")
    .version(manifest.version)
    .addHelpText('after', overview)
    .configureOutput({
      writeOut: (text) => void host.stdout.write(text),
      writeErr: (text) => void host.stderr.write(text)
    })
    .exitOverride()
  for (const make of commands) program.addCommand(make(host, answer).copyInheritedSettings(program))
  return program
}

const overview = `
Examples:
  budstikka start --month 1                       play January 2019 and stay up
  budstikka example LOG_INNLAGT > innlagt.xml     write a melding that can be sent
  budstikka validate innlagt.xml                  judge it as a receiver must
  budstikka send innlagt.xml                      send it, and wait for the receipt
  budstikka melding 6f0f1e0a-…                    where a melding is and has been
  budstikka part Oslo                             who they are, and their services
  budstikka flyt --csv > flyt.csv                 who sends how much of what to whom

Exit codes: 0 good, 1 the answer is no, 2 wrong usage or it could not be done.`

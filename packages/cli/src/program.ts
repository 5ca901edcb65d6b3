/** The command `budstikka`: its commands, its help, and how every end becomes an exit code. */
import { Command, CommanderError } from 'commander'
import { type ExitCode, type Host, inWords, json, tellWhy } from './host.ts'
import manifest from '../package.json' with { type: 'json' }

/** What a command's file exports: the command, and what it answers when its action has run. */
export type MakeCommand = (host: Host, answer: (code: ExitCode) => void) => Command

/** Loaded only when it is asked for, or for the help of all. */
const commands: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  start: async () => (await import('./commands/start.ts')).startCommand,
  replay: async () => (await import('./commands/replay.ts')).replayCommand,
  keys: async () => (await import('./commands/keys.ts')).keysCommand,
  streams: async () => (await import('./commands/streams.ts')).streamsCommand,
  example: async () => (await import('./commands/example.ts')).exampleCommand,
  validate: async () => (await import('./commands/validate.ts')).validateCommand,
  send: async () => (await import('./commands/send.ts')).sendCommand,
  melding: async () => (await import('./commands/melding.ts')).meldingCommand,
  part: async () => (await import('./commands/part.ts')).partCommand,
  resept: async () => (await import('./commands/resept.ts')).reseptCommand,
  kjernejournal: async () => (await import('./commands/kjernejournal.ts')).kjernejournalCommand,
  flyt: async () => (await import('./commands/flyt.ts')).flytCommand,
  dead: async () => (await import('./commands/dead.ts')).deadCommand
}

/** Runs one command; never throws, never ends the process. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  let code: ExitCode = 0
  const isJson = args.includes('--json')
  try {
    const program = createProgram(host, isJson)
    const isOne = args[0] !== undefined && args[0] in commands
    for (const [name, load] of Object.entries(commands)) {
      if (isOne && name !== args[0]) continue
      const make = await load()
      program.addCommand(make(host, (answered) => (code = answered)).copyInheritedSettings(program))
    }
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    // Help and version end as errors too, with exit code 0; commander has written their text and that of wrong usage.
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      if (isJson) json(host, { error: error.message.replace(/^error: /, ''), exitCode: 2 })
      return 2
    }
    tellWhy(host, isJson, inWords(error), { exitCode: 2 })
    return 2
  }
}

const createProgram = (host: Host, isJson: boolean): Command =>
  new Command('budstikka')
    .description("Norway's health message exchange on one machine. All persons are synthetic.")
    .version(manifest.version)
    .addHelpText('after', overview)
    .configureOutput({
      writeOut: (text) => void host.stdout.write(text),
      writeErr: (text) => void (isJson || host.stderr.write(text))
    })
    .exitOverride()

const overview = `
Examples:
  budstikka start --month 1                       play January 2019 and stay up
  budstikka replay --month 1                      play January 2019 in a world that is up already
  budstikka example LOG_INNLAGT > innlagt.xml     write a melding that can be sent
  budstikka validate innlagt.xml                  judge it as a receiver must
  budstikka send innlagt.xml                      send it, and wait for the receipt
  budstikka melding 6f0f1e0a-…                    where a melding is and has been
  budstikka part Oslo                             who they are, and their services
  budstikka resept 02838897382                    what is prescribed, and what became of it
  budstikka kjernejournal 02838897382             what is kept of a person, and who has looked
  budstikka flyt --csv > flyt.csv                 who sends how much of what to whom
  budstikka dead                                  what nobody could use, and why

Every command has --help, and --json for programs: one JSON document on standard output, with \`error\` in it when something
is wrong.
Exit codes: 0 good, 1 the answer is no, 2 wrong usage or it could not be done.`

/** What every command that replays a year is asked: which part of which year, in which scale, under which seed, how fast. */
import { replayedYears } from '@budstikka/landscape'
import { Command, Option } from 'commander'
import { namesOf, replayedYearOf, seedOf, speedOf, wholeFrom } from '../arguments.ts'

export const runCommand = (name: string): Command =>
  new Command(name)
    .addOption(
      new Option('--year <year>', `year of the plan: ${replayedYears.join(', ')}`)
        .default(2019)
        .argParser(replayedYearOf)
    )
    .addOption(new Option('--month <month>', 'that month alone, 1 to 12').argParser(wholeFrom(1, 12)))
    .addOption(
      new Option('--scale <n>', 'one melding stands for n (default: so that the run takes about a minute)').argParser(
        wholeFrom(1, 1_000_000)
      )
    )
    .addOption(
      new Option(
        '--only <systems>',
        'these systems of the plan alone, such as care-messages,dialogue (default: all that can be replayed)'
      ).argParser(namesOf)
    )
    .addOption(
      new Option('--seed <seed>', 'the same seed gives the same run, bit for bit').default('1').argParser(seedOf)
    )
    .addOption(new Option('--speed <x>', "times real time, or 'max'").default('max').argParser(speedOf))
    .option('--report <file>', 'write the report as JSON')
    .option('--json', 'for programs: the report, and where the world is, in place of the books')

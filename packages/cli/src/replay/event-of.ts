/** A step of the replay as the event that carries it. */
import { eventSubject, headerNames } from '@budstikka/service'
import type { OutMessage } from '@budstikka/transport'
import type { Step } from './steps.ts'

/** `run` is `<seed>.<year>`: the id follows from the run and the step, so that a step published twice is heard once. */
export function eventOf(step: Step, run: string): OutMessage {
  const headers = { [headerNames.time]: String(step.at) }
  switch (step.type) {
    case 'hendelser': {
      const body = Buffer.from(JSON.stringify({ hendelser: step.hendelser }))
      return {
        subject: eventSubject('hendelse', String(step.number)),
        id: `hendelse.${run}.${step.number}`,
        headers,
        body
      }
    }
    case 'klokke': {
      const body = Buffer.from(JSON.stringify({ at: step.at }))
      return { subject: eventSubject('klokke', String(step.day)), id: `klokke.${run}.${step.day}`, headers, body }
    }
  }
}

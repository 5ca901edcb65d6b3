/** What is shown to whoever runs the service: a prescription, or all of a patient, with their trail. */
import { identifyPersonNumber } from '@budstikka/meldinger'
import { ereseptSubjects } from '@budstikka/service'
import type { Endpoint } from '@budstikka/transport'
import { z } from 'zod'
import type { ReseptMemory } from './state.ts'

const Vis = z.object({ id: z.string().max(64) })

/** By ReseptId, else by person number; then what is known of the patient too. */
export const showEndpoint = ({ find, pasient }: Pick<ReseptMemory, 'find' | 'pasient'>): Endpoint => ({
  name: 'vis',
  subject: ereseptSubjects.vis,
  answer({ body }) {
    const { id } = Vis.parse(JSON.parse(Buffer.from(body).toString()))
    const isPerson = identifyPersonNumber(id) !== undefined
    return Buffer.from(JSON.stringify({ resepter: find(id), ...(isPerson && { pasient: pasient(id) }) }))
  }
})

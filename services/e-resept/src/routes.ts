/** What is shown to whoever runs the service: a prescription, or all of a patient, with their trail. */
import { ereseptSubjects } from '@budstikka/service'
import type { Endpoint } from '@budstikka/transport'
import { z } from 'zod'
import type { Resept } from './resept.ts'

const Vis = z.object({ id: z.string().max(64) })

/** `find`: by ReseptId, else by person number. */
export const showEndpoint = (find: (id: string) => readonly Resept[]): Endpoint => ({
  name: 'vis',
  subject: ereseptSubjects.vis,
  answer({ body }) {
    const { id } = Vis.parse(JSON.parse(Buffer.from(body).toString()))
    return Buffer.from(JSON.stringify({ resepter: find(id) }))
  }
})

/** The services of the world that `start` brings up: one line each, and nowhere else. */
import { join } from 'node:path'

export const services = ['adresseregister', 'epj', 'pleie-omsorg', 'meldingsteller'] as const
export type ServiceName = (typeof services)[number]

/** The root of the checkout. */
export const root = join(import.meta.dirname, '..', '..', '..', '..')
export const mainOf = (service: ServiceName) => join(root, 'services', service, 'src', 'main.ts')

/** Those that send meldinger, and so have a clock and receipts to wait for. */
export const senders = ['epj', 'pleie-omsorg'] as const satisfies readonly ServiceName[]

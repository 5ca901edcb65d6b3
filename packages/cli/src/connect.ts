/** A connection to the exchange for one command, that fails soon where a service would wait. */
import { connect as open } from 'node:net'
import { natsCredentials } from '@budstikka/service'
import { type Bus, connectJetStream } from '@budstikka/transport'
import { CannotError, type Host } from './host.ts'

const reachTimeoutMs = 3_000

/** Throws CannotError when nobody listens there. */
export async function connectBus(
  { pid, env }: Pick<Host, 'pid' | 'env'>,
  servers: readonly string[],
  profile: 'bulk' | 'durable' = 'bulk',
  replicas?: number
): Promise<Bus> {
  const reached = await Promise.all(servers.map(isReachable))
  if (!reached.includes(true))
    throw new CannotError(
      `expected a NATS server at ${servers.join(', ')}, nobody answers. Start a world with npm start.`
    )
  // Named for the user where one signs in, since rights to an inbox are given by name.
  const { NATS_USER: user = `budstikka-${pid}` } = env
  return connectJetStream({
    servers,
    name: user,
    profile,
    ...(replicas !== undefined && { replicas }),
    ...natsCredentials({ ...env })
  })
}

function isReachable(server: string): Promise<boolean> {
  const address = server.includes('://') ? server : `nats://${server}`
  if (!URL.canParse(address))
    throw new CannotError(`expected the address of a NATS server, such as nats://127.0.0.1:4222, got '${server}'`)
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    const socket = open({ host: hostname, port: Number(port || 4222), timeout: reachTimeoutMs })
    const end = (isOpen: boolean) => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}

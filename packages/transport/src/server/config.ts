/** The configuration of a NATS server for each profile (ARCHITECTURE.md, The wire). */
import { join } from 'node:path'

/** 'durable' syncs every write before it is acknowledged; 'bulk' survives a crash of the server, not a power cut. */
export type Profile = 'bulk' | 'durable'

export type ServerConfig = {
  readonly dataDir: string
  readonly profile: Profile
  readonly port?: number
  /** Where the server shows its own figures over HTTP; nowhere without. */
  readonly monitorPort?: number
  readonly maxStore?: number
  /** Who may do what, by usersConfig; default everybody everything. */
  readonly users?: string
}

/** Listens on this machine alone. */
export function serverConfig({ dataDir, profile, port, monitorPort, maxStore, users = '' }: ServerConfig): string {
  const storeLimits = [
    ...(profile === 'durable' ? ['sync_interval: always'] : []),
    ...(maxStore === undefined ? [] : [`max_file_store: ${maxStore}`])
  ]
  return [
    'server_name: budstikka',
    `listen: "127.0.0.1:${port ?? -1}"`,
    ...(monitorPort === undefined ? [] : [`http: "127.0.0.1:${monitorPort}"`]),
    `ports_file_dir: ${JSON.stringify(dataDir)}`,
    // Our choice: room for a melding of 5 MB with its attachments; the server's makers advise against more than 8.
    'max_payload: 6MB',
    'ping_interval: "20s"',
    `jetstream { store_dir: ${JSON.stringify(join(dataDir, 'jetstream'))}\n  ${storeLimits.join('\n  ')}\n}`,
    users
  ].join('\n')
}

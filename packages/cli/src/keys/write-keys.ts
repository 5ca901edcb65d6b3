/** Writes what the exchange and those who sign in there need: nkeys, who may do what, and a certificate. Nothing of it is ever committed. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createNkey, publicKeyOf, rightsOf, usersConfig } from '@budstikka/transport'
import { generate } from 'selfsigned'
import { usersWith } from './users.ts'

export type KeyOptions = {
  /** Replicas by service, where there are several. */
  readonly replicas: Readonly<Record<string, number>>
  /** Names under which clients reach the servers, beside this machine. */
  readonly servers: readonly string[]
}

const certificateDays = 3_650

/**
 * Below `dir`: `nats/` for the server (users.conf, server.crt, server.key), and for each user a folder with its seed and the
 * certificate that it must see. What is there is kept, so that it may run at every start; rights are written anew.
 * Answers the names of the users.
 */
export async function writeKeys(dir: string, { replicas, servers }: KeyOptions): Promise<readonly string[]> {
  const certificate = await keepCertificate(join(dir, 'nats'), servers)
  const users = usersWith(replicas)
  const signed = users.map((needs) => {
    const folder = join(dir, needs.name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'ca.pem'), certificate)
    return { nkey: publicKeyOf(keepSeed(join(folder, 'seed.nk'))), rights: rightsOf(needs, users) }
  })
  writeSecret(join(dir, 'nats', 'users.conf'), usersConfig(signed))
  return users.map(({ name }) => name)
}

function keepSeed(path: string): string {
  if (!existsSync(path)) writeSecret(path, createNkey().seed)
  return readFileSync(path, 'utf8')
}

/** One certificate, which is its own authority: clients trust this one and no other. */
async function keepCertificate(dir: string, servers: readonly string[]): Promise<string> {
  const path = join(dir, 'server.crt')
  if (!existsSync(path)) {
    mkdirSync(dir, { recursive: true })
    const notAfterDate = new Date(Date.now() + certificateDays * 86_400_000)
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'budstikka' }], {
      keyType: 'ec',
      notAfterDate,
      extensions: [
        { name: 'basicConstraints', cA: true },
        {
          name: 'subjectAltName',
          altNames: [
            ...[...servers, 'localhost'].map((value) => ({ type: 2 as const, value })),
            { type: 7 as const, ip: '127.0.0.1' }
          ]
        }
      ]
    })
    writeSecret(join(dir, 'server.key'), key)
    writeFileSync(path, cert)
  }
  return readFileSync(path, 'utf8')
}

function writeSecret(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 })
  chmodSync(path, 0o600)
}

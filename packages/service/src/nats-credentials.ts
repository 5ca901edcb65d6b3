/** What a process signs in with at the exchange, read from the files that its environment names. */
import { readFileSync } from 'node:fs'

export type CredentialFiles = {
  readonly NATS_NKEY_FILE?: string | undefined
  readonly NATS_CA_FILE?: string | undefined
}

/** Nothing where no file is named: an exchange on this machine alone lets everybody in. Throws when one cannot be read. */
export function natsCredentials({ NATS_NKEY_FILE: nkeyFile, NATS_CA_FILE: caFile }: CredentialFiles) {
  return {
    ...(nkeyFile && { nkeySeed: readFileSync(nkeyFile, 'utf8').trim() }),
    ...(caFile && { ca: readFileSync(caFile, 'utf8') })
  }
}

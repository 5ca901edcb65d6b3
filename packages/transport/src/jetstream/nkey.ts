/** The key that a service signs in with: the server knows the public half, and the seed stays with the service. */
import { nkeys } from '@nats-io/transport-node'

export type Nkey = { readonly seed: string; readonly publicKey: string }

export function createNkey(): Nkey {
  const pair = nkeys.createUser()
  return { seed: new TextDecoder().decode(pair.getSeed()), publicKey: pair.getPublicKey() }
}

/** Throws on what is no seed of a user. */
export const publicKeyOf = (seed: string) => nkeys.fromSeed(new TextEncoder().encode(seed)).getPublicKey()

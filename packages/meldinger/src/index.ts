/** The door of meldinger: what it means, how it stands on the wire, the way between. */
export * from './address.ts'
export * from './app-rec.ts'
export * from './melding.ts'
export * from './party.ts'
export * from './refusal.ts'
export * from './xml/node.ts'

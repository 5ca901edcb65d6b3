/** The door of transport: the ports and their adapters. */
export * from './bus.ts'
export * from './store.ts'

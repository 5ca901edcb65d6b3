/** The door of testing: real servers for tests and load tests. */
export * from './start-nats.ts'

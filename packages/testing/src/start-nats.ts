/** A real NATS server for a test; it stands in transport, whose own tests need it too. */
export * from '@budstikka/transport/start-nats'

/** What the environment must look like, and what is said when it does not. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ConfigError, readConfig, ServiceConfig } from './config.ts'

test('an empty environment gives a service that runs alone on this machine', () => {
  const config = readConfig(ServiceConfig, {})
  expect(config.NATS_SERVERS).toEqual(['nats://127.0.0.1:4222'])
  expect([config.HTTP_HOST, config.HTTP_PORT, config.REPLICA, config.REPLICAS]).toEqual(['127.0.0.1', 0, 0, 1])
})

test('servers are separated by commas', () => {
  const config = readConfig(ServiceConfig, { NATS_SERVERS: 'nats://a:4222, nats://b:4222' })
  expect(config.NATS_SERVERS).toEqual(['nats://a:4222', 'nats://b:4222'])
})

test('an empty variable is as one that is not set', () => {
  expect(readConfig(ServiceConfig, { OTEL_EXPORTER_OTLP_ENDPOINT: '' }).OTEL_EXPORTER_OTLP_ENDPOINT).toBeUndefined()
})

test('a wrong value is named, with what was expected', () => {
  expect(() => readConfig(ServiceConfig, { HTTP_PORT: '99999' })).toThrow(ConfigError)
  expect(() => readConfig(ServiceConfig, { HTTP_PORT: '99999' })).toThrow(/65535[\s\S]*at HTTP_PORT/)
})

test('a replica outside of the replicas is refused', () => {
  expect(() => readConfig(ServiceConfig, { REPLICA: '2', REPLICAS: '2' })).toThrow(/smaller than REPLICAS/)
})

test('a service adds its own variables, and nobody changes them later', () => {
  const config = readConfig(ServiceConfig.extend({ PAGE_MAX: z.coerce.number().default(100) }), { PAGE_MAX: '7' })
  expect(config.PAGE_MAX).toBe(7)
  expect(Object.isFrozen(config)).toBe(true)
})

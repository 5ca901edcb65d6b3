/** The door of service: the chassis that every service stands on. */
export * from './config.ts'
export * from './definition.ts'
export * from './health.ts'
export * from './http.ts'
export * from './logs.ts'
export * from './metrics.ts'
export * from './routes.ts'
export * from './subjects.ts'

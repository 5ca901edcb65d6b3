/** The door of service: the chassis that every service stands on. */
export * from './definition.ts'
export * from './subjects.ts'

/** The door of landscape: synthetic Norway under a seed. */
export * from './hendelse.ts'

/** The door of journal: what every journal system does with what it sends and what comes, whoever's it is. */
export { handle } from './handle.ts'
export { journalService, says } from './journal-service.ts'
export { initial, type State } from './state.ts'

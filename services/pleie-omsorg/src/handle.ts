/** Its decisions are those of every journal system. */
export { handle } from '@budstikka/journal'

/** The store in memory keeps the promises of every store. */
import { describe } from 'vitest'
import { storeContract } from '../store.contract.ts'
import { openMemoryStore } from './store.ts'

describe('the store in memory', () => storeContract(openMemoryStore))

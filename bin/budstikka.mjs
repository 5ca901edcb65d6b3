#!/usr/bin/env node
/** The command `budstikka`: makes the tools ready, then runs the command line in Budstikka's own Node. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare } from '../scripts/tools.mjs'

const root = join(import.meta.dirname, '..')
const env = prepare()
const main = join(root, 'packages', 'cli', 'src', 'main.ts')
const child = spawn('node', [main, ...process.argv.slice(2)], { env, stdio: 'inherit' })
// Ctrl-C reaches the child from the terminal; a signal sent to us alone is passed on.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => (process.exitCode = signal ? 1 : code))

/** Runs a command with Budstikka's own Node, packages and NATS server: node scripts/in-tools.mjs COMMAND ARGS… */
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { prepare } from './tools.mjs'

const [command, ...args] = process.argv.slice(2)
const env = prepare()
env.PATH = `${join(import.meta.dirname, '..', 'node_modules', '.bin')}${delimiter}${env.PATH}`
const child = spawn(command, args, { env, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => (process.exitCode = signal ? 1 : code))
child.on('error', (error) => {
  process.stderr.write(`budstikka: ${command}: ${error.message}\n`)
  process.exitCode = 1
})

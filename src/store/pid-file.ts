import { execFileSync } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What PostgreSQL itself writes into its data folder while it runs. */
export type PidFile = { pid: number; port: number; ready: boolean }

/** @see https://www.postgresql.org/docs/current/storage-file-layout.html (postmaster.pid) */
export async function readPidFile(data: string): Promise<PidFile | null> {
  const lines = (await readFile(pidFilePath(data), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' } : null
}

export const pidFilePath = (data: string) => join(data, 'postmaster.pid')

/** False for a file left by a power cut, also when its number now belongs to some other program. */
export async function serverLives(pid: number, data: string) {
  try { process.kill(pid, 0) } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const command = await commandOf(pid)
  return command === null || command.includes(data)
}

async function commandOf(pid: number) {
  try {
    if (process.platform === 'linux') return await readFile(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch { return null }
}

export const dataExists = (data: string) => stat(join(data, 'PG_VERSION')).then(() => true, () => false)

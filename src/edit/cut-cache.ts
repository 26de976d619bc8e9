import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Which asset was made for a key: joins and encoded sound, kept so that a re-cut makes only what is new. Losing it costs time, nothing else. */
export type CutCache = {
  find(key: string): Promise<string | null>
  keep(key: string, hash: string): Promise<void>
}

export function openCutCache(folder: string): CutCache {
  return {
    find: (key) => readFile(join(folder, key), 'utf8').then((hash) => (/^[0-9a-f]{64}$/.test(hash) ? hash : null), () => null),
    keep: async (key, hash) => {
      await mkdir(folder, { recursive: true })
      const half = join(folder, `.${randomUUID()}`)
      await writeFile(half, hash)
      await rename(half, join(folder, key))
    },
  }
}

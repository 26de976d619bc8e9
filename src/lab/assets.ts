import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** What was made, by the SHA-256 of its bytes. */
export type Assets = {
  put(bytes: Uint8Array): Promise<string>
  /** Takes the file over: it is moved into the store. */
  putFile(path: string): Promise<string>
  putJson(value: unknown): Promise<string>
  read(hash: string): Promise<Buffer>
  readJson(hash: string): Promise<unknown>
  has(hash: string): Promise<boolean>
  /** A path to read from, never to write to. */
  path(hash: string): string
  /** A fresh path on the same disk, for work that ends in `putFile`. */
  scratch(ending: string): Promise<string>
}

/** Keeps assets as files under `folder`. A file is there whole or not at all, also after a power cut. */
export function openAssets(folder: string): Assets {
  const path = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2))
  const has = (hash: string) => stat(path(hash)).then((found) => found.isFile(), () => false)
  const scratch = async (ending: string) => {
    await mkdir(join(folder, 'scratch'), { recursive: true })
    return join(folder, 'scratch', `${randomUUID()}${ending}`)
  }
  const putFile = async (file: string) => {
    const hash = await hashFile(file)
    if (await has(hash)) { await rm(file); return hash }
    await sync(file)
    await mkdir(join(folder, hash.slice(0, 2)), { recursive: true })
    await rename(file, path(hash)).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') throw error
      const near = await scratch('')
      await copyFile(file, near)
      await sync(near)
      await rename(near, path(hash))
      await rm(file)
    })
    return hash
  }
  const put = async (bytes: Uint8Array) => {
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (await has(hash)) return hash
    const file = await scratch('')
    const handle = await open(file, 'wx')
    try { await handle.writeFile(bytes); await handle.sync() } finally { await handle.close() }
    await mkdir(join(folder, hash.slice(0, 2)), { recursive: true })
    await rename(file, path(hash))
    return hash
  }
  // a brief, a board or a call sheet is asked for by every event that concerns it, and never changes
  const lately = new Map<string, string>()
  const readJson = async (hash: string): Promise<unknown> => {
    const text = lately.get(hash) ?? await readFile(path(hash), 'utf8')
    lately.delete(hash)
    if (text.length < 100_000) lately.set(hash, text)
    for (const oldest of lately.keys()) if (lately.size > 200) lately.delete(oldest); else break
    return JSON.parse(text)
  }
  return {
    put,
    putFile,
    putJson: (value) => put(Buffer.from(JSON.stringify(value))),
    read: (hash) => readFile(path(hash)),
    readJson,
    has,
    path,
    scratch,
  }
}

/** Removes what a killed process left half-made; a day is longer than any work takes. */
export async function sweepScratch(folder: string) {
  const scratch = join(folder, 'scratch')
  for (const name of await readdir(scratch).catch(() => [])) {
    const file = join(scratch, name)
    const found = await stat(file).catch(() => null)
    if (found && Date.now() - found.mtimeMs > 24 * 3600 * 1000) await rm(file, { force: true })
  }
}

async function hashFile(file: string) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function sync(file: string) {
  const handle = await open(file, 'r+')
  try { await handle.sync() } finally { await handle.close() }
}

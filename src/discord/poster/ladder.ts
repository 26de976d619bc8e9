import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
import { filmParts } from '../../edit/parts.ts'
import { proxyUnder } from '../../edit/proxy.ts'
import type { Assets } from '../../lab/assets.ts'
import type { Fit } from '../cards/message.ts'

/** How a film fits into so many bytes: `file` is what to post, `parts` what follows in messages of their own. */
export type Fitted = { fit: Fit; file: string | null; parts: string[] }

/** What fits under a place's upload limit: the master, else a smaller encode, else the master in parts. One is encoded at a time. */
export type Ladder = {
  fit(hash: string, bytes: number): Promise<Fitted>
  /** The same, where it is known at once. */
  known(hash: string, bytes: number): Fitted | undefined
}

type Hands = { assets: Assets; ffmpeg: Ffmpeg; folder: string; signal: AbortSignal; onError: (error: unknown) => void }

export function openLadder({ assets, ffmpeg, folder, signal, onError }: Hands): Ladder {
  const asked = new Map<string, { fitted: Promise<Fitted>; known?: Fitted }>()
  let encoding: Promise<unknown> = Promise.resolve()

  /** What cannot be encoded is not posted smaller; the next rung may do. */
  const noneBut = (error: unknown) => {
    signal.throwIfAborted()
    onError(error)
    return null
  }

  const climbDown = async (hash: string, bytes: number): Promise<Fitted> => {
    const film = assets.path(hash)
    const size = await stat(film).then((found) => found.size, () => null)
    if (size === null) return { fit: { kind: 'nothing' }, file: null, parts: [] }
    if (size <= bytes) return { fit: { kind: 'whole' }, file: film, parts: [] }
    const source = { film, hash, bytes: stepped(bytes), folder, ffmpeg, signal }
    const turn = encoding.then(async (): Promise<Fitted> => {
      const proxy = await proxyUnder(source).catch(noneBut)
      if (proxy) return { fit: { kind: 'proxy', height: proxy.height }, file: proxy.file, parts: [] }
      const parts = await filmParts(source).catch(noneBut)
      return parts ? { fit: { kind: 'parts', parts: parts.length }, file: null, parts } : { fit: { kind: 'nothing' }, file: null, parts: [] }
    })
    encoding = turn.catch(() => undefined)
    return turn
  }

  return {
    fit(hash, bytes) {
      const key = `${hash} ${bytes}`
      const before = asked.get(key)
      if (before) return before.fitted
      const entry: { fitted: Promise<Fitted>; known?: Fitted } = { fitted: climbDown(hash, bytes) }
      asked.set(key, entry)
      entry.fitted.then((fitted) => { entry.known = fitted }, () => asked.delete(key))
      // Only a memory of what lies on disk.
      if (asked.size > 200) asked.delete(asked.keys().next().value ?? '')
      return entry.fitted
    },
    known: (hash, bytes) => asked.get(`${hash} ${bytes}`)?.known,
  }
}

/** So that a few bytes more of captions do not make another encode. */
const stepped = (bytes: number) => bytes > 2 ** 20 ? bytes - bytes % 2 ** 18 : bytes

/** Takes away the smaller encodes of films that are deleted. */
export async function sweepProxies(folder: string, assets: Pick<Assets, 'has'>): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const hash = /^[0-9a-f]{64}(?=-)/.exec(name)?.[0]
    if (hash !== undefined && !await assets.has(hash)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

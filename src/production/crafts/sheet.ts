import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CutCache } from '../../edit/cut-cache.ts'
import { drawAside } from '../../edit/draw-aside.ts'
import { Brief } from '../../film/brief.ts'
import { AssetHash } from '../../film/cut.ts'
import { Storyboard } from '../../film/storyboard.ts'
import type { Craft } from '../../lab/craft.ts'
import type { Work } from '../../lab/work.ts'
import { read } from './writing.ts'

const Request = z.object({
  brief: AssetHash,
  board: AssetHash,
  /** As they were shot: a voice may have asked for more time than the board gave. */
  shots: z.array(z.object({ number: z.string(), picture: AssetHash.nullable(), frames: z.int().positive() })),
})
const Pages = z.array(AssetHash)

/** Raise it when the same storyboard is to look otherwise. */
const sheetVersion = 'sheet-1'

/** The storyboard sheet, while the last shots are still being rendered. The delivery finds it by what it shows; what has changed since it draws again. */
export const sheet = (cache: CutCache): Craft => ({
  name: 'sheet',
  pool: 'draw',
  async run(request, work) {
    const pages = await sheetPages(Request.parse(request), work, cache).catch(() => null)
    work.signal.throwIfAborted()
    // A failure is told once, by the delivery, which meets it too.
    return { drawn: pages !== null }
  },
})

/** The pages as PNG, drawn or found. */
export async function sheetPages({ brief, board, shots }: z.infer<typeof Request>, work: Work, cache: CutCache): Promise<string[]> {
  const { assets } = work
  const { aspect } = await read(work, Brief, brief)
  const key = createHash('sha256').update(JSON.stringify([sheetVersion, board, aspect, shots])).digest('hex')
  const known = await cache.find(key)
  if (known !== null && await assets.has(known)) {
    const pages = Pages.parse(await assets.readJson(known))
    if ((await Promise.all(pages.map((page) => assets.has(page)))).every(Boolean)) return pages
  }
  const written = await read(work, Storyboard, board)
  const panels = await Promise.all(shots.map(async ({ number, picture }) => ({ number, picture: picture === null ? null : await assets.read(picture) })))
  const timed = { ...written, shots: written.shots.map((shot) => ({ ...shot, frames: shots.find(({ number }) => number === shot.number)?.frames ?? shot.frames })) }
  const drawn = await drawAside.sheet(timed, panels, { aspect })
  const pages = await Promise.all(drawn.map((page) => assets.put(page)))
  await cache.keep(key, await assets.putJson(pages))
  return pages
}

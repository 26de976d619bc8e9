import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { z } from 'zod'
import { AssetHash } from '../../film/cut.ts'
import { Script } from '../../film/script.ts'
import { Storyboard } from '../../film/storyboard.ts'
import type { Assets } from '../../lab/assets.ts'
import type { Craft } from '../../lab/craft.ts'
import type { Work } from '../../lab/work.ts'
import { scriptMarkdown } from '../../reading/script-markdown.ts'
import { storyboardMarkdown } from '../../reading/storyboard-markdown.ts'
import type { Exported } from '../event.ts'
import { read } from './writing.ts'

const Request = z.object({
  bytes: z.int(),
  delivered: z.array(z.object({ name: z.string(), hash: AssetHash })),
  script: AssetHash.nullable(), board: AssetHash.nullable(), cut: AssetHash.nullable(), title: z.string().nullable(),
  shots: z.array(z.object({ number: z.string(), picture: AssetHash.nullable(), voice: AssetHash.nullable(), clip: AssetHash.nullable(), take: z.int() })),
})

type Packed = { name: string; hash: string; bytes: number }

/** Everything there is of a film, in as many archives as the size of a file asks for. */
export const exportFilm: Craft = {
  name: 'export',
  pool: 'edit',
  async run(request, work): Promise<Exported> {
    const asked = Request.parse(request)
    const files = await weighed([...await papers(asked, work), ...reels(asked)], work.assets)
    const { parts, left } = packed(files, asked.bytes)
    const made: Exported['parts'] = []
    for (const [index, part] of parts.entries()) {
      work.signal.throwIfAborted()
      work.progress(index / parts.length, `archive ${index + 1} of ${parts.length}`)
      made.push({ name: parts.length === 1 ? 'film.zip' : `film-${index + 1}-of-${parts.length}.zip`, hash: await archive(part, work), files: part.length })
    }
    return { parts: made, left: left.map(({ name }) => name) }
  },
}

type Named = { name: string; hash: string }

/** The delivered film with its papers; before there is one, the papers as they stand. */
async function papers({ delivered, script, board, cut }: z.infer<typeof Request>, work: Work): Promise<Named[]> {
  if (delivered.length > 0) return delivered
  const text = async (name: string, written: string): Promise<Named> => ({ name, hash: await work.assets.put(Buffer.from(written)) })
  return [
    ...(cut === null ? [] : [{ name: 'cut.mp4', hash: cut }]),
    ...(board === null ? [] : [await text('storyboard.md', storyboardMarkdown(await read(work, Storyboard, board)))]),
    ...(script === null ? [] : [await text('script.md', scriptMarkdown(await read(work, Script, script)))]),
  ]
}

const reels = ({ shots }: z.infer<typeof Request>): Named[] => shots.flatMap(({ number, picture, voice, clip, take }) => [
  ...(picture === null ? [] : [{ name: `stills/${number}.png`, hash: picture }]),
  ...(voice === null ? [] : [{ name: `voices/${number}.wav`, hash: voice }]),
  ...(clip === null ? [] : [{ name: `clips/${number}-take-${take}.mp4`, hash: clip }]),
])

const weighed = (files: readonly Named[], assets: Assets): Promise<Packed[]> =>
  Promise.all(files.map(async (file) => ({ ...file, bytes: (await stat(assets.path(file.hash))).size })))

/** In order, so that the first archive has the film and its papers. Pictures and clips do not get smaller by packing. */
export function packed(files: readonly Packed[], most: number): { parts: Packed[][]; left: Packed[] } {
  const weight = ({ name, bytes }: Packed) => bytes + 2 * Buffer.byteLength(name) + entryBytes
  const room = most - endBytes
  const left = files.filter((file) => weight(file) > room)
  const parts: Packed[][] = []
  let used = Infinity
  for (const file of files.filter((each) => weight(each) <= room)) {
    if (used + weight(file) > room) { parts.push([]); used = 0 }
    parts.at(-1)?.push(file)
    used += weight(file)
  }
  return { parts, left }
}

/** What an archive writes beside the bytes: local header, data descriptor and directory entry for each file, and its end. */
const [entryBytes, endBytes] = [160, 200]

async function archive(files: readonly Packed[], { assets, signal }: Work): Promise<string> {
  const zip = new ZipFile()
  // The same files are the same archive: the time says nothing.
  for (const { name, hash } of files) zip.addFile(assets.path(hash), name, { mtime: new Date(2000, 0, 1), mode: 0o100644, compress: /\.(md|srt|json)$/.test(name) })
  zip.end()
  const path = await assets.scratch('.zip')
  await pipeline(zip.outputStream, createWriteStream(path), { signal })
  return assets.putFile(path)
}

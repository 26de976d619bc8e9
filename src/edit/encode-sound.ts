import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Assets } from '../lab/assets.ts'
import type { CutCache } from './cut-cache.ts'
import { run } from './ffmpeg.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'
import { probe } from './probe.ts'

type Encoding = { ffmpeg: Ffmpeg; assets: Assets; cache: CutCache; signal: AbortSignal }

/** The mix as AAC, exactly as long as the film; what is AAC already is left as it is. Encoded once for one mix. */
export async function encodeSound(mix: string, seconds: number, { ffmpeg, assets, cache, signal }: Encoding): Promise<string> {
  const { streams } = await probe(ffmpeg, mix, signal)
  if (streams.some(({ codec_name }) => codec_name === 'aac')) return mix
  const hash = createHash('sha256').update(`aac 192k, ${seconds}, ${ffmpeg.version}\n`)
  await pipeline(createReadStream(mix), hash, { signal })
  const key = hash.digest('hex')
  const known = await cache.find(key)
  if (known !== null && await assets.has(known)) return assets.path(known)
  const file = await assets.scratch('.m4a')
  try {
    // The fast coder: the default one takes 13 times as long for no difference that was heard.
    const options = ['-map', '0:a:0', '-map_metadata', '-1', '-af', `aresample=48000,apad,atrim=end=${seconds.toFixed(6)}`, '-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '192k', '-ac', '2', '-fflags', '+bitexact', '-f', 'mp4']
    await run(ffmpeg, { inputs: [{ file: mix }], options, output: file }, { signal })
    const asset = await assets.putFile(file)
    await cache.keep(key, asset)
    return assets.path(asset)
  } finally {
    await rm(file, { force: true })
  }
}

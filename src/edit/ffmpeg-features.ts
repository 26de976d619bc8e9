import { execFile } from 'node:child_process'
import { z } from 'zod'

export const Features = z.object({ version: z.string(), filters: z.array(z.string()), encoders: z.array(z.string()), trusted: z.enum(['modern', 'packaged']) })
export type Features = z.infer<typeof Features>

// What our graphs use; all of it is in the packaged build.
const neededEncoders = ['libx264', 'aac', 'pcm_s16le', 'png']
const neededFilters = ['overlay', 'fade', 'scale', 'crop', 'pad', 'fps', 'trim', 'setpts', 'alphamerge', 'boxblur', 'hstack', 'lut', 'format', 'concat', 'afade', 'amix', 'loudnorm', 'sidechaincompress', 'aresample']
// Came with 4.3 and 4.4. A build from git has no version number to compare.
const modernFilters = ['xfade', 'scdet']

/** By what it can do, asked of itself; or a sentence on why it will not do. */
export async function judgeFeatures(path: string): Promise<Features | string> {
  const [version, filters, encoders] = await Promise.all([
    askTool(path, ['-version']),
    askTool(path, ['-hide_banner', '-filters']),
    askTool(path, ['-hide_banner', '-encoders']),
  ])
  if (version === null || filters === null || encoders === null) return 'it does not answer like ffmpeg.'
  const has = { filters: namesIn(filters), encoders: namesIn(encoders) }
  const lacking = [
    ...neededEncoders.filter((name) => !has.encoders.has(name)),
    ...neededFilters.filter((name) => !has.filters.has(name)),
  ]
  if (lacking.length > 0) return `it was built without ${lacking.join(', ')}.`
  const modern = modernFilters.every((name) => has.filters.has(name))
  return { filters: [...has.filters], encoders: [...has.encoders], version: version.split('\n')[0] ?? '', trusted: modern ? 'modern' : 'packaged' }
}

/** What the tool prints, or null when it cannot be run. */
export const askTool = (path: string, args: string[]) =>
  new Promise<string | null>((resolve) => {
    execFile(path, args, { timeout: 20_000, maxBuffer: 4 << 20 }, (error, stdout) => resolve(error ? null : stdout))
  })

/** Lines such as ` TSC overlay  VV->V  Overlay a video …`. */
const namesIn = (listing: string) => new Set(listing.split('\n').flatMap((line) => /^\s[A-Z.|]+\s+([a-z0-9_]+)\s/i.exec(line)?.[1] ?? []))

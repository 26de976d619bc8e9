import { rm } from 'node:fs/promises'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
import type { PaidWork } from '../../lab/work.ts'
import type { AnimateRequest, DrawRequest, WriteRequest } from '../provider.ts'
import type { Studio } from '../studio.ts'
import { openGate, refusal } from './gate.ts'
import { framesOf } from './frames-of.ts'

/**
 * The same studio, with somebody at the door: words and brought pictures are looked at before anything is paid, and samples of
 * what was made before anybody sees it. Our own rules always; the studio's moderation where there is one.
 */
export function guarded(studio: Studio, ffmpeg: Ffmpeg, gate = openGate(studio)): Studio {
  /** Whoever has no models is of this machine, and paints what words that passed already ask for. */
  const foreign = (capability: 'draw' | 'animate', id?: string) => studio.model(capability, id) !== undefined
  /** Buys, and looks at samples of it; what the provider gave before it was marked goes with it. */
  const judged = async <Made>(request: unknown, work: PaidWork, make: (work: PaidWork) => Promise<Made>, samplesOf: (made: Made) => Promise<string[]> | string[]): Promise<Made> => {
    const bought = new Set<string>()
    const made = await whole(() => make({ ...work, buy: async (purchase) => {
      const result = await work.buy(purchase)
      for (const hash of hashesIn(result)) bought.add(hash)
      return result
    } }), work)
    const [asked, kept, samples] = [hashesIn(request), hashesIn(made), await samplesOf(made)]
    await gate.made([...kept, ...bought].filter((hash) => !asked.includes(hash)), samples, work)
    for (const sample of samples) if (!kept.includes(sample) && !bought.has(sample)) await rm(work.assets.path(sample), { force: true })
    return made
  }
  const frames = (clip: string, work: PaidWork) => framesOf(ffmpeg, clip, work)
  const fixed = <Request extends { media?: string; clip?: string; picture?: string; kind?: 'image' | 'video'; prompt?: string }, Made extends { made: string }>(mend: (request: Request, work: PaidWork) => Promise<Made>) =>
    async (request: Request, work: PaidWork): Promise<Made> => {
      if (request.prompt) await gate.words(request.prompt, 'words', work)
      const moving = request.kind === 'video' || request.clip !== undefined
      const before = request.media ?? request.picture
      if (before && !moving) await gate.brought([before], work)
      return judged(request, work, (watched) => mend(request, watched), ({ made }) => moving ? frames(made, work) : [made])
    }
  return {
    ...studio,
    async write(request: WriteRequest, work) {
      await gate.words(textOf(request.inputs), 'words', work)
      await gate.brought(request.pictures ?? [], work)
      const answer = await studio.write(request, work)
      await gate.words(textOf(answer), 'written', work)
      return answer
    },
    async writeByRules(request, work) {
      await gate.words(textOf(request.inputs), 'words', work)
      return studio.writeByRules(request, work)
    },
    async draw(request: DrawRequest, work) {
      const words = gate.words([request.prompt, request.subject, ...request.cast.flatMap(({ name, also, appearance }) => [name, ...also, appearance])].join('\n'), 'words', work)
      await both(words, gate.brought(request.references.map(({ picture }) => picture), work))
      if (!foreign('draw', request.model)) return studio.draw(request, work)
      return judged(request, work, (watched) => studio.draw(request, watched), ({ pictures }) => pictures.slice(0, 1).map(({ picture }) => picture))
    },
    async animate(request: AnimateRequest, work) {
      await both(gate.words(request.prompt, 'words', work), gate.brought([request.picture, ...(request.lastFrame ? [request.lastFrame] : [])], work))
      if (!foreign('animate', request.model)) return studio.animate(request, work)
      return judged(request, work, (watched) => studio.animate(request, watched), ({ clip }) => frames(clip, work))
    },
    async speak(request, work) {
      await gate.words(request.text, 'words', work)
      return studio.speak(request, work)
    },
    upscale: fixed(studio.upscale),
    restoreFaces: fixed(studio.restoreFaces),
    replaceBackground: fixed(studio.replaceBackground),
    syncLips: fixed(studio.syncLips),
    inpaint: fixed(studio.inpaint),
    // what was looked at for one server is looked at
    seenIn: (server) => guarded(studio.seenIn(server), ffmpeg, gate),
  }
}

/** At once, for each look goes over the network; what is wrong with the words is said first. */
async function both(words: Promise<void>, pictures: Promise<void>) {
  pictures.catch(() => undefined)
  await words
  await pictures
}

/** Every word in what goes to a model or came from it. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  return Object.values(value).map(textOf).filter((text) => text !== '' && !/^[0-9a-f]{64}$/.test(text)).join('\n')
}

const hashesIn = (value: unknown): string[] => JSON.stringify(value ?? null).match(/\b[0-9a-f]{64}\b/g) ?? []

/** What was thrown away once may be asked for again: it is paid and not there. */
async function whole<Made>(make: () => Promise<Made>, { assets }: PaidWork): Promise<Made> {
  try {
    return await make()
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' || !path || !/[0-9a-f]{62}$/.test(path) || !path.startsWith(assets.path('00').replace(/00\/?$/, ''))) throw error
    throw refusal({ kind: 'other', where: 'made', gone: true }, { made: true })
  }
}

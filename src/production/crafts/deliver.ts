import { z } from 'zod'
import type { CutCache } from '../../edit/cut-cache.ts'
import { captionsSrt } from '../../edit/captions/captions-srt.ts'
import { Brief } from '../../film/brief.ts'
import { AssetHash, Cut } from '../../film/cut.ts'
import { Pitch } from '../../film/idea.ts'
import { Script } from '../../film/script.ts'
import { Storyboard } from '../../film/storyboard.ts'
import type { Craft } from '../../lab/craft.ts'
import { marked } from '../../picture/provenance.ts'
import { scriptMarkdown } from '../../reading/script-markdown.ts'
import { storyboardMarkdown } from '../../reading/storyboard-markdown.ts'
import { Makers } from '../../studio/provider.ts'
import type { Studio } from '../../studio/studio.ts'
import { type Delivery, FilmMade } from '../event.ts'
import { Terms } from '../state.ts'
import { handsOf, marksFor, ShotMakers } from './made-by.ts'
import { scriptOf } from './script-of.ts'
import { sheetPages } from './sheet.ts'
import { read } from './writing.ts'

const Request = z.object({
  brief: AssetHash, script: AssetHash.nullable(), board: AssetHash, terms: Terms, pitch: AssetHash.nullable(), idea: z.int().nullable(),
  film: FilmMade,
  scoredBy: Makers.optional(),
  shots: z.array(z.object({
    number: z.string(), picture: AssetHash.nullable(), frame: z.int(), seed: z.int(), take: z.int(), redraws: z.int(), retakes: z.int(),
    clip: AssetHash.nullable(), voice: AssetHash.nullable(), missed: z.array(z.string()), by: ShotMakers.optional(),
  })),
})

/** The film and its papers: sheet, storyboard, script, captions, and the recipe it can be made again from. */
export const deliver = ({ studio, cache, version }: { studio: Studio; cache: CutCache; version: string }): Craft => ({
  name: 'deliver',
  pool: 'edit',
  async run(request, work): Promise<Delivery> {
    const asked = Request.parse(request)
    const { assets } = work
    const [brief, board, cut] = await Promise.all([read(work, Brief, asked.brief), read(work, Storyboard, asked.board), read(work, Cut, asked.film.cut)])
    const script = asked.script === null ? scriptOf(board) : await read(work, Script, asked.script)
    const idea = asked.pitch === null ? null : (await read(work, Pitch, asked.pitch)).ideas.find(({ number }) => number === asked.idea) ?? null
    const framesOf = new Map([...board.shots.map(({ number, frames }) => [number, frames] as const), ...cut.items.map(({ name, frames }) => [name, frames] as const)])
    const shown = asked.shots.map(({ number, picture }) => ({ number, picture, frames: framesOf.get(number) ?? 1 }))
    const pages = await sheetPages({ brief: asked.brief, board: asked.board, shots: shown }, work, cache)
    const { film: _film, cut: _cut, ...measured } = asked.film
    const hands = handsOf(asked.shots, asked.scoredBy, studio)
    const { provenance } = marksFor(hands, version)
    const recipe = { redcliff: version, crew: { write: [studio.model('write')?.id ?? studio.crew.write], ...hands }, brief, terms: asked.terms, idea, script, storyboard: board, shots: asked.shots, cut, measured }
    const text = async (name: string, written: string) => ({ name, hash: await assets.put(Buffer.from(written)), kind: 'text' as const })
    return {
      files: [
        { name: 'film.mp4', hash: asked.film.film, kind: 'video' },
        ...await Promise.all(pages.map(async (sheet, page) => ({ name: page === 0 ? 'storyboard.png' : `storyboard-${page + 1}.png`, hash: await assets.put(marked(await assets.read(sheet), provenance)), kind: 'image' as const }))),
        await text('storyboard.md', storyboardMarkdown(board)),
        await text('script.md', scriptMarkdown(script)),
        await text('captions.srt', captionsSrt(cut)),
        { name: 'film.json', hash: await assets.put(Buffer.from(`${JSON.stringify(recipe, null, 2)}\n`)), kind: 'json' },
      ],
    }
  },
})

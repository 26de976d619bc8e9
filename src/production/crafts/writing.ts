import { z } from 'zod'
import { Brief } from '../../film/brief.ts'
import { AssetHash } from '../../film/cut.ts'
import { Pitch } from '../../film/idea.ts'
import { Script } from '../../film/script.ts'
import { Storyboard } from '../../film/storyboard.ts'
import type { Craft } from '../../lab/craft.ts'
import type { Work } from '../../lab/work.ts'
import { readScript } from '../../reading/read-script.ts'
import { readTable } from '../../reading/read-table.ts'
import type { Studio } from '../../studio/studio.ts'
import { Terms } from '../state.ts'
import { boardRoom } from '../rooms/board-room.ts'
import { pitchRoom } from '../rooms/pitch-room.ts'
import { tableRoom } from '../rooms/table-room.ts'
import { type ScriptAsked, writeRoom } from '../rooms/write-room.ts'
import { boardForShooting } from './board-for-shooting.ts'
import { boardPrice } from './prices.ts'

const round = z.int()

/** Ten treatments of a wish. */
export const treatments = (studio: Studio): Craft => ({
  name: 'treatments',
  pool: 'write',
  async run(request, work) {
    const asked = z.object({ brief: AssetHash, round }).parse(request)
    const brief = await read(work, Brief, asked.brief)
    const inputs = { wish: brief.text, language: brief.language, count: 10, seed: brief.seed + asked.round * 101 }
    const pitch = await pitchRoom(inputs, studio, work)
    return { pitch: await work.assets.putJson(pitch), titles: pitch.ideas.map((idea) => idea.title) }
  },
})

/** The script: of the chosen idea, or of the text that a person brought, which is never rewritten. */
export const script = (studio: Studio): Craft => ({
  name: 'script',
  pool: 'write',
  async run(request, work) {
    const asked = z.object({ brief: AssetHash, pitch: AssetHash.nullable(), idea: z.int().nullable(), terms: Terms, round }).parse(request)
    const brief = await read(work, Brief, asked.brief)
    const idea = asked.pitch === null ? undefined : (await read(work, Pitch, asked.pitch)).ideas.find(({ number }) => number === asked.idea)
    const inputs: ScriptAsked = {
      kind: idea ? 'idea' : brief.kind === 'script' ? 'script' : 'text',
      text: idea?.treatment ?? brief.text,
      ...(brief.kind === 'script' && !idea ? { parsed: readScript(brief.text) } : {}),
      title: asked.terms.title ?? idea?.title ?? brief.title,
      language: brief.language,
      seconds: asked.terms.seconds ?? brief.seconds,
      look: asked.terms.look ?? brief.look ?? idea?.look ?? null,
    }
    const written = await writeRoom(inputs, studio, work)
    const board = boardPrice(written, studio)
    return { script: await work.assets.putJson(written), ...(board === 0 ? {} : { board }) }
  },
})

/** The storyboard: broken down from the script, or a finished table obeyed to the letter. */
export const storyboard = (studio: Studio): Craft => ({
  name: 'storyboard',
  pool: 'write',
  async run(request, work) {
    const asked = z.object({ brief: AssetHash, script: AssetHash.nullable(), terms: Terms, round }).parse(request)
    const brief = await read(work, Brief, asked.brief)
    const { fps, aspect, seed } = brief
    const seconds = asked.terms.seconds ?? brief.seconds
    const shoot = (board: Storyboard) => boardForShooting(board, withPictures(brief, board), asked.terms, studio, work)
    if (brief.kind === 'board') return shoot(Storyboard.parse(JSON.parse(brief.text)))
    const written = asked.script === null
      ? await tableRoom({ table: readTable(brief.text), title: asked.terms.title ?? brief.title, language: brief.language, fps, aspect, look: asked.terms.look ?? brief.look, seconds, seed }, studio, work)
      : await boardRoom({ script: await read(work, Script, asked.script), fps, aspect, seconds, seed }, studio, work)
    return shoot(written)
  },
})

/** Pictures that came in order belong to the first shots; once, so that a shot put before them later does not move them. */
const withPictures = (brief: Brief, { shots }: Storyboard): Brief =>
  ({ ...brief, frames: { ...Object.fromEntries((brief.pictures ?? []).flatMap((picture, index) => shots[index] ? [[shots[index].number, picture]] : [])), ...brief.frames } })

export const read = async <Schema extends z.ZodType>(work: Work, schema: Schema, hash: string): Promise<z.infer<Schema>> =>
  schema.parse(await work.assets.readJson(hash))

import { z } from 'zod'
import { drawAside } from '../../edit/draw-aside.ts'
import { keyFramesFor } from '../../edit/key-frames.ts'
import { AssetHash } from '../../film/cut.ts'
import { Storyboard } from '../../film/storyboard.ts'
import { toFrames } from '../../film/time.ts'
import type { Craft } from '../../lab/craft.ts'
import type { Studio } from '../../studio/studio.ts'
import { cardSeconds, creditsJoins, titleJoins } from '../call-sheet.ts'
import type { TitlesMade } from '../event.ts'
import { crewOf } from './crew-of.ts'
import { read } from './writing.ts'

/** The title before the film and the credits after it: drawn, then filmed under a slow push. Always here: a model would be paid to bend the letters. */
export const titles = (studio: Studio): Craft => ({
  name: 'titles',
  pool: 'animate',
  async run(request, work): Promise<TitlesMade> {
    const asked = z.object({ board: AssetHash, title: z.string().nullable(), models: z.record(z.string(), z.string()).optional(), width: z.int(), height: z.int() }).parse(request)
    const board = await read(work, Storyboard, asked.board)
    const { width, height } = asked
    const { author, look, language, fps, cast } = board
    const title = asked.title ?? board.title
    const film = async (picture: Buffer, seconds: number, joins: typeof titleJoins, speed: 'slow' | null) => {
      const frames = toFrames(seconds, fps)
      const { into, outOf, fadeOut } = joins(board)
      return studio.filmHere({
        picture: await work.assets.put(picture),
        prompt: title,
        move: speed ? { name: 'push-in', direction: null, speed } : { name: 'static', direction: null, speed: 'normal' },
        frames, fps, width, height, seed: 0, burn: [],
        keyFrames: keyFramesFor(frames, into, outOf, fadeOut),
      }, work)
    }
    const people = cast.map(({ name }) => name)
    return {
      title: await film(await drawAside.title({ title, author, look, language, width, height }), cardSeconds.title, titleJoins, 'slow'),
      credits: await film(await drawAside.credits({ title, author, look, language, width, height, cast: people, crew: crewOf(board, asked.models, studio), attribution: studio.attribution }), cardSeconds.credits, creditsJoins, null),
    }
  },
})

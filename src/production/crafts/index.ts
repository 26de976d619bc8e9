import type { CutCache } from '../../edit/cut-cache.ts'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
import type { Crafts } from '../../lab/craft.ts'
import type { Studio } from '../../studio/studio.ts'
import { assemble } from './assemble.ts'
import { deliver } from './deliver.ts'
import { direct } from './direct.ts'
import { fix } from './fix.ts'
import { exportFilm } from './export-film.ts'
import { join } from './join.ts'
import { mix } from './mix.ts'
import { priced } from './prices.ts'
import { animate, compose, draw, speak } from './shooting.ts'
import { sheet } from './sheet.ts'
import { titles } from './titles.ts'
import { script, storyboard, treatments } from './writing.ts'

/** Everything a production can order. */
export function productionCrafts({ studio, ffmpeg, cache, version }: { studio: Studio; ffmpeg: Ffmpeg; cache: CutCache; version: string }): Crafts {
  const crafts = [
    treatments(studio), script(studio), storyboard(studio), direct(studio),
    draw(studio), speak(studio), animate(studio, ffmpeg), fix(studio, ffmpeg), compose(studio), titles(studio),
    mix({ ffmpeg, cache }), join({ ffmpeg, cache }), assemble({ ffmpeg, cache, studio, version }), sheet(cache), deliver({ studio, cache, version }), exportFilm,
  ]
  return Object.fromEntries(crafts.map((craft) => [craft.name, priced(craft, studio)]))
}

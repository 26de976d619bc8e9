import type { Work } from '../../lab/work.ts'
import { encodePng } from '../../picture/encode-png.ts'
import type { DrawRequest, Drawn } from '../provider.ts'
import { marked } from '../../picture/provenance.ts'
import { withScene } from './carried-scene.ts'
import { drawnByRules } from './provenance.ts'
import { compose } from './paint/compose.ts'
import { paintPanel } from './paint/paint-panel.ts'
import { readScene } from './read-scene/read-scene.ts'

/** Draws the candidates of a shot. Each picture carries its scene, so that the camera finds its layers again. */
export async function draw(request: DrawRequest, work: Work): Promise<Drawn> {
  const size = panelSize(request)
  const pictures: Drawn['pictures'] = []
  const missed = new Set<string>()
  for (let variant = 0; variant < request.count; variant++) {
    work.signal.throwIfAborted()
    work.progress(variant / request.count, `drawing frame ${variant + 1} of ${request.count}`)
    const scene = readScene(request, variant)
    const panel = paintPanel(compose(scene, request.width / request.height), size.width, size.height)
    const png = marked(withScene(await encodePng(panel.getContext('2d')), scene), drawnByRules)
    pictures.push({ picture: await work.assets.put(png), ...size, seed: scene.seed })
    for (const word of scene.missed) missed.add(word)
  }
  work.progress(1)
  return { pictures, missed: [...missed] }
}

/** Larger than a board or a phone shows it; the clip is painted anew at its own size. */
const longSide = 720

function panelSize({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, longSide / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

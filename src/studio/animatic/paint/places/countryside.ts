import { hex, lighter } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { at, tint } from '../pen.ts'
import type { Pen } from '../pen.ts'
import type { Draft, Stage } from '../stage.ts'
import { band } from '../stage.ts'
import { courtHouse } from '../things/buildings.ts'
import { thing } from '../things/index.ts'
import { groundLayer, path } from './ground.ts'
import type { Cover } from './ground.ts'
import { cliffLayer, ridgeLayers } from './ridges.ts'
import type { Peaks } from './ridges.ts'
import { foreground } from './foreground.ts'
import { skyLayer } from './sky.ts'
import { trunks, woods } from './woods.ts'

type Country = { peaks: Peaks; height: number; cover: Cover; colour: Rgb; planted?: string; dense?: number; way?: Rgb; cliff?: boolean }

/** Open land: ridges, then what grows or stands there, then the ground to our feet. */
export const countryside = (stage: Stage): Draft[] => {
  const { scene } = stage
  const country = countries[scene.place] ?? countries.field as Country
  const winter = scene.season === 'winter' || scene.weather === 'snow'
  const autumn = scene.season === 'autumn'
  const cover = winter && country.cover === 'grass' ? 'snow' as const : country.cover
  const colour = winter && country.cover !== 'sand' ? hex('#dfe4e6') : autumn && country.cover === 'grass' ? hex('#9a8a55') : country.colour
  const layers: Draft[] = [skyLayer(stage), ...ridgeLayers(stage, { peaks: country.peaks, height: country.height * (stage.scene.variant % 2 === 0 ? 1 : 0.8), ...(country.peaks === 'dunes' ? { far: hex('#c9a878'), near: hex('#b08a58') } : {}) })]
  if (country.cliff === true || scene.alsoPlaces.includes('cliff')) layers.push(cliffLayer(stage, { colour: scene.place === 'cliff' ? hex('#8d6a4f') : hex('#85776a'), height: 0.62 }))
  if (scene.place === 'forest' || scene.place === 'bamboo') layers.push(woods(stage, scene.place))
  if (country.planted !== undefined) layers.push(planted(stage, country.planted, country.dense ?? 9))
  layers.push(groundLayer(stage, cover, (pen) => tint(pen, colour), (pen) => { if (country.way !== undefined) path(pen, stage, tint(pen, winter ? lighter(country.way, 0.4) : country.way)) }))
  if (scene.place === 'forest' || scene.place === 'bamboo') layers.push(trunks(stage, scene.place))
  return [...layers, ...foreground(stage)]
}

const countries: Record<string, Country> = {
  mountain: { peaks: 'steep', height: 0.55, cover: 'earth', colour: hex('#77715f'), planted: 'pine', dense: 7 },
  cliff: { peaks: 'steep', height: 0.4, cover: 'stone', colour: hex('#8a7c6a'), cliff: true },
  forest: { peaks: 'rolling', height: 0.26, cover: 'grass', colour: hex('#55683f'), planted: 'tree', dense: 5 },
  bamboo: { peaks: 'rolling', height: 0.3, cover: 'grass', colour: hex('#6b7a4a'), planted: 'bamboo', dense: 7 },
  field: { peaks: 'rolling', height: 0.17, cover: 'furrow', colour: hex('#9a9a52'), planted: 'tree', dense: 5 },
  desert: { peaks: 'dunes', height: 0.24, cover: 'sand', colour: hex('#d0a56c') },
  snowfield: { peaks: 'steep', height: 0.34, cover: 'snow', colour: hex('#dfe6ea'), planted: 'pine', dense: 6 },
  garden: { peaks: 'rolling', height: 0.14, cover: 'grass', colour: hex('#7f9150'), planted: 'garden', dense: 8, way: hex('#c9b896') },
  village: { peaks: 'rolling', height: 0.26, cover: 'earth', colour: hex('#98875f'), planted: 'village', dense: 9, way: hex('#c2ab82') },
  road: { peaks: 'rolling', height: 0.2, cover: 'grass', colour: hex('#84874f'), planted: 'tree', dense: 5, way: hex('#a89a84') },
  battlefield: { peaks: 'rolling', height: 0.24, cover: 'earth', colour: hex('#75664c'), planted: 'banner', dense: 20 },
}

/** The middle distance: a line of trees, houses or banners with gaps, bigger as they near. */
const planted = (stage: Stage, what: string, dense: number): Draft => ({
  name: 'middle', depth: 0.62, box: band(stage, stage.horizon - (stage.scene.place === 'bamboo' || stage.scene.place === 'forest' ? 1 : 0.6) * (1 + stage.near * 0.6), stage.horizon + 0.2),
  draw: (pen) => {
    const { random } = pen
    const spots = Array.from({ length: dense }, () => {
      const t = random.next() ** 1.4
      let x = random.range(-0.62, 0.62) * stage.aspect
      // Leave the subject's third open.
      if (t > 0.3 && Math.abs(x - stage.side * stage.aspect * 0.14) < stage.aspect * 0.13) x -= stage.side * stage.aspect * 0.36
      return { x, t }
    }).sort((a, b) => a.t - b.t)
    for (const { x, t } of spots) place(haze(pen, (1 - t) * 0.4), stage, what, x, t)
  },
})

const haze = (pen: Pen, far: number): Pen => ({ ...pen, style: { ...pen.style, tint: (colour, light) => {
  const own = pen.style.tint(colour, light)
  return [0, 1, 2].map((i) => (own[i] as number) + ((light.mist[i] as number) - (own[i] as number)) * far) as unknown as Rgb
} } })

const place = (pen: Pen, stage: Stage, what: string, x: number, t: number) => {
  const y = stage.horizon + 0.01 + 0.16 * t
  const near = 1 + stage.near * 1.4
  const size = (0.06 + 0.17 * t) * near
  if (what === 'village') return at(pen, x, y, size * 1.25, stage.scene.era === 'ancient-china' ? courtHouse : (local) => thing(local, 'house', null, 0, 0, 1.1))
  if (what === 'garden') return thing(pen, t > 0.8 ? 'rock' : pen.random.pick(['willow', 'tree', 'pavilion'] as const), null, x, y, size * (t > 0.8 ? 0.28 : 1.5))
  thing(pen, what, null, x, y, size * (what === 'banner' ? 1.1 : what === 'bamboo' ? 2.6 : stage.scene.place === 'forest' ? 2.4 : 1.6))
}

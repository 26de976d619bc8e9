import type { Look } from '../../../../film/look.ts'
import type { Scene } from '../../scene.ts'
import { grey, mix, saturate } from '../colour.ts'
import type { Rgb } from '../colour.ts'
import { flat } from './flat.ts'
import { gouache } from './gouache.ts'
import { inkWash } from './ink-wash.ts'
import { noir } from './noir.ts'
import { pencil } from './pencil.ts'
import type { Light, Style } from './style.ts'

export const styles: Record<Look, Style> = { 'ink-wash': inkWash, pencil, flat, noir, gouache }

/** The look's light at the scene's hour, under its weather. */
export const lightOf = (scene: Scene, side: 1 | -1): Light => {
  const light = styles[scene.look].light(scene.hour)
  const dull = { clear: 0, wind: 0.05, cloud: 0.3, snow: 0.35, fog: 0.5, rain: 0.5, storm: 0.6 }[scene.weather]
  if (dull === 0) return { ...light, side }
  const value = light.dark ? 0.2 : scene.weather === 'storm' ? 0.36 : scene.weather === 'rain' ? 0.52 : scene.weather === 'snow' ? 0.84 : 0.72
  const veil = (colour: Rgb, share: number) => mix(saturate(colour, 1 - share * 0.6), grey(value), share * 0.55)
  const fog = scene.weather === 'fog' ? 0.8 : 0.35
  return {
    ...light, side,
    sky: [veil(light.sky[0], dull), veil(light.sky[1], dull), veil(light.sky[2], dull)],
    far: mix(veil(light.far, dull), light.mist, fog * 0.5), mid: mix(veil(light.mid, dull), light.mist, fog * 0.3), near: mix(light.near, light.mist, fog * 0.08),
    water: [veil(light.water[0], dull), veil(light.water[1], dull)], mist: veil(light.mist, dull * 0.6),
  }
}

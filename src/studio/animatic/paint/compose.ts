import type { Composition, Layer } from '../composition.ts'
import type { Scene } from '../scene.ts'
import { lightOf, styles } from './looks/index.ts'
import type { Pen } from './pen.ts'
import { setting } from './places/index.ts'
import { seeded } from './seeded.ts'
import { overscan, stageOf } from './stage.ts'
import type { Draft, Stage } from './stage.ts'
import { subjects } from './subjects.ts'
import { weather } from './weather.ts'

/** The picture of a scene in layers, composed for this aspect. The same scene, the same picture. */
export const compose = (scene: Scene, aspect: number): Composition => {
  const stage = stageOf(scene, aspect)
  const cast = subjects(stage)
  const drafts = [...setting(stage), ...cast.drafts, ...weather(stage)].sort((a, b) => a.depth - b.depth)
  const light = lightOf(scene, stage.lit)
  return {
    aspect, overscan, focus: cast.focus,
    layers: drafts.map((draft, i) => layerOf(draft, stage, (context) => ({
      context, random: seeded(scene.seed, scene.variant, draft.name, i), style: styles[scene.look], light, scale: 1,
    }))),
  }
}

const layerOf = (draft: Draft, stage: Stage, penFor: (context: Pen['context']) => Pen): Layer => {
  const dutch = stage.scene.angle === 'dutch' ? 0.13 * stage.side : 0
  const bounds = dutch === 0 ? within(draft.box ?? stage.box, stage.box) : stage.box
  const live = draft.live
  const tilt = (context: Pen['context']) => {
    context.rotate(dutch)
    // Turned, the corners would come in: draw a little larger.
    context.scale(1.16, 1.16)
  }
  return {
    name: draft.name, depth: draft.depth, opaque: draft.opaque ?? false, bounds,
    paint: (context) => {
      context.save()
      if (dutch !== 0) tilt(context)
      draft.draw(penFor(context))
      context.restore()
    },
    ...(draft.pose === undefined ? {} : { pose: draft.pose }),
    ...(live === undefined ? {} : {
      live: (context, time) => {
        context.save()
        if (dutch !== 0) tilt(context)
        live(context, time)
        context.restore()
      },
    }),
  }
}

const within = (box: Layer['bounds'], whole: Layer['bounds']): Layer['bounds'] => {
  const x = Math.max(whole.x, box.x)
  const y = Math.max(whole.y, box.y)
  return { x, y, width: Math.max(0.01, Math.min(whole.x + whole.width, box.x + box.width) - x), height: Math.max(0.01, Math.min(whole.y + whole.height, box.y + box.height) - y) }
}

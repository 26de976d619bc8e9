import type { Thing } from '../../scene.ts'
import { hex } from '../colour.ts'
import { dab, mass, tint } from '../pen.ts'
import { ellipse, rect } from '../shape.ts'
import type { Draft, Stage } from '../stage.ts'
import { onWater, still } from '../stage.ts'
import type { Cast } from '../subjects.ts'
import { measure, thing } from '../things/index.ts'
import { props, rocks } from './props.ts'

/** One thing, as large as the frame bears. */
export const insert = (stage: Stage, item: Thing): Cast => {
  const size = measure(item.kind, item.icon !== null)
  const close = stage.scene.size === 'insert' || stage.scene.size === 'extreme-close' ? 0.86 : stage.scene.size === 'close-up' ? 0.76 : 0.52
  const high = Math.min(close, (stage.aspect * 0.86) / size.wide) * ([1, 0.9, 1.06, 0.94][stage.scene.variant % 4] ?? 1)
  const x = stage.side * stage.aspect * ([0.05, -0.08, 0.1, 0][stage.scene.variant % 4] ?? 0)
  const foot = size.air ? 0 : high / 2 + 0.04
  const rests = item.stands === 'table' || item.stands === 'hand' || (!size.air && size.tall < 0.4)
  return {
    focus: { x, y: foot - (size.air ? 0 : high * 0.5) },
    drafts: [
      ...(rests ? [{ name: 'table', depth: 0.8, box: { ...stage.box, y: foot - 0.12, height: 0.9 }, draw: (pen: Parameters<typeof tint>[0]) => {
        mass(pen, rect(stage.box.x, foot - 0.1, stage.box.width, 0.9), tint(pen, hex('#6b4a30')), { texture: 'wood', weight: 0.005 })
        dab(pen, ellipse(x - stage.lit * high * 0.16, foot, high * size.wide * 0.56, high * 0.07), pen.light.ink, 0.4)
      } }] : []),
      {
        name: item.kind, depth: 1,
        draw: (pen) => {
          if (size.air && item.count > 1) for (let k = 1; k < Math.min(item.count, 9); k++) thing(pen, item.kind, item.icon, pen.random.range(-0.5, 0.5) * stage.aspect, pen.random.range(-0.42, 0.42), high * pen.random.range(0.16, 0.4))
          if (item.icon === null && item.stands === 'ground' && size.tall > 1.5 && onWater(stage.scene)) rocks(pen, stage, x, foot, high * size.wide)
          thing(pen, item.kind, item.icon, x, foot, high)
        },
        pose: (time) => ({ ...still, y: size.air ? Math.sin(time.seconds * 1.4) * 0.008 : 0, angle: size.air ? Math.sin(time.seconds) * 0.01 : 0 }),
      },
      ...(stage.scene.magic && item.kind === 'mayfly' ? [swarm(stage)] : []), ...props({ ...stage, scene: { ...stage.scene, things: stage.scene.things.filter((other) => other !== item) } }, { x, half: high * size.wide * 0.5 }).slice(0, 3),
    ],
  }
}

/** The others of its kind, lost in the air: one life among countless. */
const swarm = (stage: Stage): Draft => ({
  name: 'swarm', depth: 0.9,
  draw: (pen) => {
    for (let k = 0; k < 16; k++) thing(pen, 'mayfly', null, pen.random.range(-0.5, 0.5) * stage.aspect, pen.random.range(-0.45, 0.3), pen.random.range(0.03, 0.1), pen.random.chance(0.5))
  },
  pose: (time) => ({ ...still, x: (time.progress - 0.5) * 0.04, y: Math.sin(time.seconds * 0.8) * 0.008 }),
})

import { figure } from '../people/figure.ts'
import { personOf } from '../people/person.ts'
import { at, dab } from '../pen.ts'
import { ellipse } from '../shape.ts'
import { indoors, still } from '../stage.ts'
import type { Stage } from '../stage.ts'
import type { Cast } from '../subjects.ts'
import { props } from './props.ts'

/** People on the ground or the floor. */
export const ashore = (stage: Stage): Cast => {
  const { scene } = stage
  const crowd = scene.figures.slice(0, 7)
  if (crowd.length === 0) return { drafts: props(stage, { x: 0, half: 0 }), focus: { x: stage.disc === null ? stage.side * stage.aspect * 0.12 : stage.disc.x, y: stage.disc === null ? stage.horizon - 0.05 : stage.disc.y } }
  const near = stage.view === 'figures'
  const seat = indoors(scene) ? 'chair' as const : 'floor' as const
  const low = crowd.every((who) => who.posture === 'sit' || who.posture === 'kneel')
  const share = low ? (seat === 'chair' ? 0.82 : 0.62) : 1
  const person = near ? stage.person * (low ? (scene.size === 'full' ? 1 : 0.92) : 1) : stage.person
  const feet = near ? (scene.size === 'full' ? 0.36 : -0.37 + person * share) : stage.horizon + (0.5 - stage.horizon) * 0.42
  const gap = Math.min(person * (near ? 0.46 : 0.6), (stage.aspect * 0.78) / crowd.length)
  const middle = crowd.length === 1 ? stage.side * stage.aspect * (near ? 0.1 : 0.15) : near ? 0 : stage.side * stage.aspect * 0.1
  const spots = crowd.map((who, i) => ({ who, x: middle + (i - (crowd.length - 1) / 2) * gap, facing: crowd.length === 2 && who.facing === 'camera' ? (i === 0 ? 'right' as const : 'left' as const) : who.facing }))
  const main = spots.find((spot) => spot.who.main) ?? spots[0]
  const top = feet - person * 1.35
  const left = Math.min(...spots.map((spot) => spot.x)) - person * 0.6
  const right = Math.max(...spots.map((spot) => spot.x)) + person * 0.6
  return {
    focus: { x: main?.x ?? 0, y: feet - person * share * 0.9 },
    drafts: [{
      name: 'figures', depth: 1, box: { x: left, y: top, width: right - left, height: person * 1.4 },
      draw: (pen) => {
        for (const { x } of spots) dab(pen, ellipse(x - stage.lit * person * 0.12, feet, person * 0.24, person * 0.025), pen.light.fore, 0.32)
        for (const { who, x, facing } of spots) at(pen, x, feet, person, (local) => figure(local, { ...who, facing }, personOf(who, scene.era), seat))
      },
      pose: (time) => ({ ...still, y: Math.sin(time.seconds * 1.3) * 0.0016 * Math.max(0.3, person), x: scene.figures.some((who) => who.posture === 'walk' || who.posture === 'run') ? (time.progress - 0.5) * 0.03 : 0 }),
    }, ...props(stage, { x: middle, half: (right - left) / 2 - person * 0.3 })],
  }
}

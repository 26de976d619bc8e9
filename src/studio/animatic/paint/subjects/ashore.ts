import { figure } from '../people/figure.ts'
import { personOf } from '../people/person.ts'
import type { Pen } from '../pen.ts'
import { darker, hex, mix } from '../colour.ts'
import { at, dab, line, mass, tint } from '../pen.ts'
import { ellipse, polygon, soften } from '../shape.ts'
import { band, indoors, onWater, still } from '../stage.ts'
import type { Draft, Stage } from '../stage.ts'
import type { Cast } from '../subjects.ts'
import { thing } from '../things/index.ts'
import { shoulder } from './close-up.ts'
import { props } from './props.ts'

/** People on the ground or the floor. */
export const ashore = (stage: Stage): Cast => {
  const { scene } = stage
  // Over someone's shoulder: that one is the shoulder at the edge, the other is the picture.
  const over = stage.view === 'figures' && scene.size !== 'full' && scene.figures.length === 2 && scene.figures.some((who) => who.facing === 'away') && scene.figures.some((who) => who.facing !== 'away')
  const crowd = scene.figures.filter((who) => !over || who.facing !== 'away').slice(0, 7)
  if (crowd.length === 0) return { drafts: props(stage, { x: 0, half: 0 }), focus: { x: stage.disc === null ? stage.side * stage.aspect * 0.12 : stage.disc.x, y: stage.disc === null ? stage.horizon - 0.05 : stage.disc.y } }
  const near = stage.view === 'figures'
  const wheels = scene.things.some((item) => item.kind === 'bicycle') || ((scene.era === 'modern' || scene.era === 'future') && !scene.things.some((item) => item.kind === 'horse'))
  const cycling = wheels && crowd.some((who) => who.posture === 'ride')
  const riding = !wheels && crowd.some((who) => who.posture === 'ride')
  const seat = indoors(scene) ? 'chair' as const : 'floor' as const
  const low = crowd.every((who) => who.posture === 'sit' || who.posture === 'kneel')
  const children = crowd.every((who) => who.age === 'child')
  const share = children ? 0.68 : riding && scene.size !== 'full' ? 0.78 : low ? (seat === 'chair' ? 0.82 : 0.62) : 1
  const person = riding && (scene.size === 'full' || !near) ? stage.person * 0.7 : near ? stage.person * (low ? (scene.size === 'full' ? 1 : 0.92) : 1) : stage.person
  const feet = near ? (scene.size === 'full' ? 0.36 : -0.37 + person * share) : indoors(scene) ? Math.max(0.3, stage.horizon + 0.2) : stage.horizon + (0.5 - stage.horizon) * 0.42
  const gap = Math.min(person * (riding ? 1.7 : cycling ? 1.2 : near ? 0.58 : 0.62), (stage.aspect * 0.78) / crowd.length)
  const middle = crowd.length === 1 ? stage.side * stage.aspect * (near ? [0.1, -0.2, 0.22, -0.04][scene.variant % 4] ?? 0.1 : 0.15) * Math.min(1, stage.aspect / 1.4) : near ? 0 : stage.side * stage.aspect * 0.1
  const spots = crowd.map((who, i) => ({ who, x: middle + (i - (crowd.length - 1) / 2) * gap, facing: scene.angle === 'pov' ? 'camera' as const : crowd.length === 2 && who.facing === 'camera' ? (i === 0 ? 'right' as const : 'left' as const) : who.facing }))
  const main = spots.find((spot) => spot.who.main) ?? spots[0]
  const mount = near && scene.size !== 'full' ? feet + person * 0.47 : feet
  const armed = crowd.some((who) => who.doing.includes('spear')) ? person * 0.35 : 0
  const top = (riding ? mount - person * 0.5 : feet) - person * 1.35 - armed
  const left = Math.min(...spots.map((spot) => spot.x)) - person * (riding || cycling ? 1 : 0.6)
  const right = Math.max(...spots.map((spot) => spot.x)) + person * (riding || cycling ? 1 : 0.6)
  return {
    focus: { x: main?.x ?? 0, y: feet - person * share * 0.9 },
    drafts: [...(onWater(scene) && scene.place !== 'beach' ? [bank(stage, main?.x ?? 0, feet + person * 0.02)] : []), {
      name: 'figures', depth: 1, box: { x: left, y: top, width: right - left, height: person * (riding ? 1.95 : 1.4) + armed },
      draw: (pen) => {
        for (const { x } of spots) dab(pen, ellipse(x - stage.lit * person * 0.12, feet, person * 0.24, person * 0.025), pen.light.fore, 0.32)
        for (const { who, x, facing } of spots) if (who.posture === 'ride') thing(pen, wheels ? 'bicycle' : 'horse', null, x, wheels ? feet : mount, person * (wheels ? 0.62 : 1.15), facing === 'left')
        for (const { who, x, facing } of spots) at(pen, x, who.posture === 'ride' && !wheels ? mount - person * 0.47 : feet, person, (local) => figure(scene.angle === 'overhead' ? foreshortened(local) : local, { ...who, doing: who.posture === 'ride' && wheels ? [...who.doing, 'cycle'] : who.doing, facing: who.posture === 'ride' && facing !== 'left' ? 'right' : facing }, personOf(who, scene.era), seat))
      },
      pose: (time) => ({ ...still, y: Math.sin(time.seconds * 1.3) * 0.0016 * Math.max(0.3, person), x: scene.figures.some((who) => who.posture === 'walk' || who.posture === 'run') ? (time.progress - 0.5) * 0.03 : 0 }),
    }, ...(near && indoors(scene) && low ? [tableBefore(stage, feet, person)] : []), ...(near && (over || scene.angle === 'over-shoulder') ? [shoulder(stage, middle > 0 ? -1 : 1)] : []), ...props(cycling || riding ? { ...stage, scene: { ...scene, things: scene.things.filter((item) => item.kind !== 'bicycle' && item.kind !== 'horse') } } : stage, { x: middle, half: (right - left) / 2 - person * 0.3 })],
  }
}

/** From above a body is short. */
const foreshortened = (pen: Pen): Pen => {
  pen.context.scale(1, 0.62)
  return pen
}

/** Nobody stands on water: a headland reaches in under their feet. */
const bank = (stage: Stage, x: number, y: number): Draft => ({
  name: 'bank', depth: 0.97, box: band(stage, y - 0.04, 9),
  draw: (pen) => {
    const side = x >= 0 ? 1 : -1
    const edge = side * (stage.box.width / 2)
    const tip = x - side * (stage.view === 'landscape' ? 0.16 : stage.aspect * 0.8)
    const earth = mix(tint(pen, hex('#6d6a4a')), pen.light.near, 0.45)
    mass(pen, polygon([...soften([[edge, y - 0.03], [(x + edge) / 2, y - 0.012], [x, y], [(x + tip) / 2, y + 0.012], [tip, y + 0.04], [tip + side * 0.06, y + 0.08], [x - side * 0.02, y + 0.16]], false, 4), [x + side * 0.05, 0.7], [edge, 0.7]]), earth, { texture: 'earth', edge: 'top' })
    for (let i = 0; i < 16; i++) {
      const u = pen.random.next()
      const gx = tip + (edge - tip) * (0.1 + u * 0.9)
      line(pen, [[gx, y + 0.03], [gx + 0.004, y + 0.01], [gx + pen.random.range(-0.012, 0.016), y - pen.random.range(0.005, 0.03)]], 0.0035, pen.light.fore, 0.85)
    }
  },
})

/** The table they sit at: its edge runs through the foot of the frame. */
const tableBefore = (stage: Stage, feet: number, person: number): Draft => {
  const y = Math.min(0.36, feet - person * 0.36)
  const half = Math.min(stage.aspect * 0.36, person * 0.62)
  return {
    name: 'table', depth: 1.08, box: { x: -half - 0.1, y: y - 0.1, width: half * 2 + 0.2, height: 0.8 },
    draw: (pen) => {
      const wood = tint(pen, hex('#7a5636'))
      mass(pen, polygon([[-half * 0.86, y + 0.08], [half * 0.86, y + 0.08], [half * 0.8, 0.7], [-half * 0.8, 0.7]]), darker(wood, 0.55), { edge: false })
      mass(pen, polygon([[-half * 0.9, y], [half * 0.9, y], [half, y + 0.07], [-half, y + 0.07]]), wood, { texture: 'wood', weight: 0.005 })
      thing(pen, 'cup', null, half * 0.4, y + 0.03, person * 0.05)
    },
  }
}

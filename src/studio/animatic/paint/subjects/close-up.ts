import { figure } from '../people/figure.ts'
import { personOf } from '../people/person.ts'
import { at } from '../pen.ts'
import { still } from '../stage.ts'
import type { Draft, Stage } from '../stage.ts'
import type { Cast } from '../subjects.ts'
import { thing } from '../things/index.ts'

/** One face; the other's shoulder at the edge when they are two. */
export const closeUp = (stage: Stage): Cast => {
  const { scene } = stage
  const main = scene.figures.find((who) => who.main) ?? scene.figures[0]
  if (main === undefined) return { drafts: [], focus: { x: 0, y: 0 } }
  const other = scene.figures.find((who) => who !== main)
  const facing = main.facing === 'away' ? 'camera' as const : other !== undefined && main.facing === 'camera' ? (stage.side > 0 ? 'left' as const : 'right' as const) 
    : main.facing === 'camera' && stage.scene.angle !== 'pov' ? ((['camera', 'left', 'right', 'camera'] as const)[scene.variant % 4] ?? 'camera') : main.facing
  const tight = scene.size === 'extreme-close'
  // Head height is 0.14 of the body: the face fills 0.7 of the frame, or as much as its width allows.
  const person = Math.min(tight ? stage.person : 4.35, (stage.aspect * (tight ? 2.4 : 0.8)) / 0.118) * (tight ? 1 : [1, 0.9, 1.08, 0.95][scene.variant % 4] ?? 1)
  const look = facing === 'left' ? -1 : facing === 'right' ? 1 : 0
  const x = -look * stage.aspect * (tight ? 0.02 : 0.1) + (look === 0 && !tight ? stage.side * stage.aspect * ([0, 0.1, 0.1, -0.14][scene.variant % 4] ?? 0) * Math.min(1, stage.aspect / 1.3) : 0)
  const y = (tight ? 0.0 : 0.005) + 0.93 * person - (tight ? person * 0.004 : 0)
  const drafts: Draft[] = [{
    name: 'face', depth: 1,
    draw: (pen) => at(pen, x - look * 0.012 * person, y * (main.age === 'child' ? 0.75 : 1), main.age === 'child' ? person * 1.14 : person, (local) => figure(local, { ...main, facing, posture: 'stand', doing: main.doing.filter((word) => word === 'flute') }, personOf(main, scene.era))),
    pose: (time) => ({ ...still, y: Math.sin(time.seconds * 1.3) * 0.0022, angle: Math.sin(time.seconds * 0.7) * 0.0025 }),
  }]
  if (!tight && main.doing.includes('spear')) drafts.unshift(lance(x - (look === 0 ? stage.side : look) * 0.46))
  if ((other !== undefined || scene.angle === 'over-shoulder') && !tight) drafts.push(shoulder(stage, look === 0 ? stage.side : look))
  return { drafts, focus: { x, y: 0 } }
}

/** The spear behind the face: 横槊. */
const lance = (x: number): Draft => ({
  name: 'spear', depth: 0.96,
  draw: (pen) => at(pen, x, 0.75, 1.28, (local) => thing(local, 'spear', null, 0, 0, 1), Math.sign(-x) * 0.16),
})

/** The back of the listener, out of focus at the edge. */
export const shoulder = (stage: Stage, side: number): Draft => {
  const half = stage.aspect / 2
  return {
    name: 'shoulder', depth: 1.6, box: { x: side > 0 ? half - 0.42 : -half - 0.16, y: -0.2, width: 0.58, height: 0.9 },
    draw: (pen) => {
      const { context } = pen
      for (let k = 0; k < 5; k++) {
        context.globalAlpha = 0.34
        context.fillStyle = `rgb(${pen.light.fore.map(Math.round).join(',')})`
        const grow = 1 + k * 0.035
        context.beginPath()
        context.ellipse(side * (half + 0.05), 0.08, 0.16 * grow, 0.2 * grow, 0, 0, 6.3)
        context.ellipse(side * (half + 0.12), 0.62, 0.42 * grow, 0.38 * grow, 0, 0, 6.3)
        context.fill()
      }
      context.globalAlpha = 1
    },
  }
}

import { figure } from '../people/figure.ts'
import { personOf } from '../people/person.ts'
import { css, darker, hex, mix } from '../colour.ts'
import { at, line, mass, tint } from '../pen.ts'
import { polygon, soften, taper } from '../shape.ts'
import { still } from '../stage.ts'
import type { Draft, Stage } from '../stage.ts'
import type { Cast } from '../subjects.ts'

/** One face; the other's shoulder at the edge when they are two. */
export const closeUp = (stage: Stage): Cast => {
  const { scene } = stage
  const main = scene.figures.find((who) => who.main) ?? scene.figures[0]
  if (main === undefined) return { drafts: [], focus: { x: 0, y: 0 } }
  const other = scene.figures.find((who) => who !== main)
  const facing = main.facing === 'away' ? 'camera' as const : other !== undefined && main.facing === 'camera' ? (stage.side > 0 ? 'left' as const : 'right' as const) 
    : main.facing === 'camera' && stage.scene.angle !== 'pov' ? ((['camera', 'left', 'right', 'camera'] as const)[scene.variant % 4] ?? 'camera') : main.facing
  const tight = scene.size === 'extreme-close'
  // A head is 0.14 of its body. A close-up holds it with its hat and the set of the shoulders; a warlord takes his armour and his cape with him.
  const someone = personOf(main, scene.era)
  const martial = someone.dress === 'armour' && !tight
  const open = main.doing.includes('flute') || main.doing.includes('cup') || main.doing.includes('drink')
  const base = martial ? 2.9 : open ? 3.4 : 4
  const person = Math.min(tight ? stage.person : base, (stage.aspect * (tight ? 2.4 : martial ? 0.42 : 0.66)) / 0.118) * (tight ? 1 : [1, 0.92, 1.08, 0.96][scene.variant % 4] ?? 1) * (main.age === 'child' ? 1.14 : 1)
  const look = facing === 'left' ? -1 : facing === 'right' ? 1 : 0
  const x = -look * stage.aspect * (tight ? 0.02 : martial ? 0.06 : 0.1) + (look === 0 && !tight ? stage.side * stage.aspect * ([0.04, 0.1, 0.1, -0.14][scene.variant % 4] ?? 0) * Math.min(1, stage.aspect / 1.3) : 0)
  // The eyes rest on the upper third; what the head wears must stay in the frame.
  const headY = 0.908 * (main.age === 'child' ? 0.655 : 1)
  const crown = ({ scholar: 1.47, helmet: 1.72, straw: 1.62, crown: 1.5, mian: 1.3, cap: 1.2, brim: 1.46 } as Partial<Record<typeof someone.hat, number>>)[someone.hat] ?? (someone.cut === 'topknot' || someone.cut === 'bun' ? 1.6 : 1.15)
  const y = tight ? headY * person : Math.max(-0.47 + crown * 0.07 * person, -0.1) + headY * person
  const hands = main.doing.filter((word) => open ? ['flute', 'cup', 'drink'].includes(word) : ['sword'].includes(word) && martial)
  const drafts: Draft[] = [{
    name: 'face', depth: 1,
    draw: (pen) => at(pen, x - look * 0.012 * person, y, person, (local) => figure(local, { ...main, facing, posture: 'stand', doing: hands }, someone)),
    pose: (time) => ({ ...still, y: Math.sin(time.seconds * 1.3) * 0.0022, angle: Math.sin(time.seconds * 0.7) * 0.0025 }),
  }]
  if (!tight && main.doing.includes('spear')) drafts.unshift(lance(x - (look === 0 ? stage.side : look) * Math.min(0.44, stage.aspect * 0.4), stage.aspect < 1 ? 0 : 0.16))
  if ((other !== undefined || scene.angle === 'over-shoulder') && !tight) drafts.push(shoulder(stage, look === 0 ? stage.side : look))
  return { drafts, focus: { x, y: y - headY * person } }
}

/** The spear behind the face: 横槊. Its tassel is hair, not a bag. */
const lance = (x: number, lean: number): Draft => ({
  name: 'spear', depth: 0.96,
  draw: (pen) => at(pen, x, 0.75, 1.2, (local) => {
    const steel = tint(local, hex('#aeb6bb'))
    const red = tint(local, hex('#b0302a'))
    mass(local, taper([[0, 0], [0, -0.45], [0, -0.82]], 0.026, 0.022), tint(local, hex('#4a3122')), { texture: 'wood', weight: 0.004 })
    for (let k = 0; k < 26; k++) {
      const u = (k / 25) * 2 - 1
      line(local, soften([[u * 0.012, -0.81], [u * 0.042 + 0.006, -0.755], [u * 0.034 + local.random.range(-0.012, 0.014), -0.69 + local.random.range(-0.03, 0.02)]], false, 4), 0.009, k % 3 === 0 ? darker(red, 0.35) : red, 0.9)
    }
    mass(local, polygon([[-0.016, -0.815], [-0.034, -0.87], [-0.022, -0.92], [0, -1.03], [0.022, -0.92], [0.034, -0.87], [0.016, -0.815]]), steel, { weight: 0.005, texture: 'none' })
    line(local, [[0, -0.83], [0.002, -0.92], [0, -1.01]], 0.006, darker(steel, 0.5), 0.8)
  }, Math.sign(-x) * lean),
})

/** The back of the listener, out of focus at the edge. */
export const shoulder = (stage: Stage, side: number): Draft => {
  const half = stage.aspect / 2
  return {
    name: 'shoulder', depth: 1.6, box: { x: side > 0 ? half - 0.4 : -half - 0.16, y: -0.3, width: 0.56, height: 1 },
    draw: (pen) => {
      const { context } = pen
      const ancient = stage.scene.era === 'ancient-china'
      // Out of focus: the same shape five times, a little larger each time.
      for (let k = 0; k < 5; k++) {
        const grow = 1 + k * 0.03
        // A tall frame has little room at its side.
        const x = side * (half + 0.03 + 0.12 * Math.max(0, 1 - stage.aspect / 1.3))
        context.globalAlpha = 0.4
        context.fillStyle = css(pen.style.name === 'pencil' ? mix(pen.light.fore, pen.light.paper, 0.3) : pen.light.fore)
        context.beginPath()
        context.ellipse(x, 0.02, 0.135 * grow, 0.18 * grow, 0, 0, 6.3)
        if (ancient) context.ellipse(x + side * 0.03, -0.19, 0.05 * grow, 0.055 * grow, 0, 0, 6.3)
        context.fill()
        context.beginPath()
        context.moveTo(x - side * 0.075 * grow, 0.1)
        context.quadraticCurveTo(x - side * 0.09 * grow, 0.24, x - side * 0.24 * grow, 0.31 - k * 0.006)
        context.quadraticCurveTo(x - side * 0.36 * grow, 0.37, x - side * 0.38 * grow, 0.75)
        context.lineTo(x + side * 0.3, 0.75)
        context.lineTo(x + side * 0.3, 0.1)
        context.fill()
      }
      context.globalAlpha = 1
    },
  }
}

import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Dice } from '../../dice.ts'

/** 泼墨: a wet blot of ink that spreads in the paper, darker at its rim, with drops flung from it. */
export function inkSplash(context: SKRSContext2D, throws: Dice, x: number, y: number, size: number, colour: string, strength: number) {
  context.fillStyle = colour
  for (let layer = 0; layer < 5; layer++) {
    const reach = size * (1 - layer * 0.13)
    context.globalAlpha = strength * (0.16 + layer * 0.05)
    context.beginPath()
    const points = Array.from({ length: 22 }, (_, index) => {
      const turn = (index / 22) * Math.PI * 2
      const far = reach * throws.between(0.72, 1.06)
      return [x + Math.cos(turn) * far * 1.35, y + Math.sin(turn) * far * 0.62] as const
    })
    points.forEach(([px, py], index) => {
      const [nx, ny] = points[(index + 1) % points.length] ?? [px, py]
      if (index === 0) context.moveTo((px + nx) / 2, (py + ny) / 2)
      else context.quadraticCurveTo(px, py, (px + nx) / 2, (py + ny) / 2)
    })
    context.closePath()
    context.fill()
  }
  for (let drop = 0; drop < 26; drop++) {
    const turn = throws.between(0, Math.PI * 2)
    const far = size * throws.between(1.05, 1.6)
    const small = size * throws.between(0.006, 0.035)
    context.globalAlpha = strength * throws.between(0.2, 0.6)
    context.beginPath()
    context.ellipse(x + Math.cos(turn) * far * 1.05, y + Math.sin(turn) * far * 0.6, small * 1.5, small, turn, 0, Math.PI * 2)
    context.fill()
  }
  context.globalAlpha = 1
}

/** One pull of a broad brush that runs dry: many hairs, each with its own load of ink. */
export function dryStroke(context: SKRSContext2D, throws: Dice, x: number, y: number, length: number, width: number, colour: string) {
  context.strokeStyle = colour
  context.lineCap = 'round'
  for (let hair = 0; hair < 34; hair++) {
    const off = (hair / 33 - 0.5) * width
    const edge = Math.abs(off) / width
    const from = throws.between(0, 0.05) + edge * 0.04
    const to = 1 - throws.between(0, 0.3) - edge * 0.16
    context.globalAlpha = throws.between(0.25, 0.75)
    context.lineWidth = (width / 22) * throws.between(0.6, 1.5)
    context.beginPath()
    for (let step = 0; step <= 12; step++) {
      const t = from + ((to - from) * step) / 12
      const px = x - length / 2 + length * t
      const py = y + off * (1 - 0.25 * t) + Math.sin(t * 3.1 + 0.4) * width * 0.3
      // Where the brush is dry the hair leaves the paper.
      if (step === 0 || (t > 0.55 && throws.between(0, 1) < (t - 0.5) * 0.8)) context.moveTo(px, py)
      else context.lineTo(px, py)
    }
    context.stroke()
  }
  context.globalAlpha = 1
}

/** 朱文印: the work's own name cut in stone, two columns from the right, its edge worn. */
export function seal(context: SKRSContext2D, throws: Dice, letters: readonly string[], style: { accent: string; paper: string; fonts: string }, x: number, y: number, size: number) {
  if (letters.length === 0) return
  const tall = letters.length === 2 ? size * 1.5 : size
  const wide = letters.length === 2 ? size * 0.86 : size
  context.save()
  context.translate(x, y)
  context.rotate(-0.03)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = style.accent
  context.beginPath()
  context.roundRect(-wide / 2, -tall / 2, wide, tall, size * 0.1)
  context.fill()
  context.fillStyle = style.paper
  for (const { letter, left, top, width, height } of cells(letters)) {
    const fits = Math.min(wide * width, tall * height) * 0.92
    context.font = `400 ${fits}px ${style.fonts}`
    context.save()
    context.translate((left + width / 2 - 0.5) * wide * 0.92, (top + height / 2 - 0.5) * tall * 0.92)
    context.scale(Math.min(1.15, (wide * width * 0.92) / fits), Math.min(1.5, (tall * height * 0.92) / fits))
    context.fillText(letter, 0, fits * 0.03)
    context.restore()
  }
  for (let chip = 0; chip < 26; chip++) {
    const around = throws.between(0, 4)
    const along = throws.between(-0.5, 0.5)
    const [cx, cy] = around < 1 ? [along * wide, -tall / 2] : around < 2 ? [along * wide, tall / 2] : around < 3 ? [-wide / 2, along * tall] : [wide / 2, along * tall]
    context.globalAlpha = throws.between(0.3, 0.9)
    context.beginPath()
    context.arc(cx, cy, size * throws.between(0.006, 0.022), 0, Math.PI * 2)
    context.fill()
  }
  context.restore()
}

function cells(letters: readonly string[]) {
  const place = (letter: string | undefined, left: number, top: number, width: number, height: number) => ({ letter: letter ?? '', left, top, width, height })
  const [a, b, c, d] = letters
  if (letters.length <= 1) return [place(a, 0, 0, 1, 1)]
  if (letters.length === 2) return [place(a, 0, 0, 1, 0.5), place(b, 0, 0.5, 1, 0.5)]
  if (letters.length === 3) return [place(a, 0.5, 0, 0.5, 0.5), place(b, 0.5, 0.5, 0.5, 0.5), place(c, 0, 0, 0.5, 1)]
  return [place(a, 0.5, 0, 0.5, 0.5), place(b, 0.5, 0.5, 0.5, 0.5), place(c, 0, 0, 0.5, 0.5), place(d, 0, 0.5, 0.5, 0.5)]
}

/** What stands in the seal: up to four characters of the name, or its initials. */
export const sealLetters = (title: string): string[] => {
  const han = Array.from(title).filter((letter) => /\p{Script=Han}/u.test(letter))
  if (han.length > 0) return han.slice(0, 4)
  return title.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !/^(the|a|an|of|and|in|on|to)$/i.test(word)).map((word) => Array.from(word)[0]?.toUpperCase() ?? '').slice(0, 4)
}

import { createCanvas, type Canvas } from '@napi-rs/canvas'

/** A stand-in for a drawn shot: a washed landscape of strokes on paper, larger than the frame, that a camera moves over. */
export function drawnFrames(seed: number, { width, height, frames }: { width: number; height: number; frames: number }): { frame: (index: number) => Uint8Array } {
  const picture = paintLandscape(seed, Math.round(width * 1.3), Math.round(height * 1.3))
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false })
  context.imageSmoothingQuality = 'high'
  return {
    frame: (index) => {
      const t = index / Math.max(1, frames - 1)
      const eased = t * t * (3 - 2 * t)
      const scale = seed % 3 === 0 ? 0.8 + 0.12 * eased : 0.85
      const shift = seed % 3 === 1 ? (eased - 0.5) * width * 0.09 : 0
      context.setTransform(scale, 0, 0, scale, width / 2 + shift, height / 2)
      context.drawImage(picture, -picture.width / 2, -picture.height / 2)
      // Something small lives in every shot: a boat, and glints on the water.
      context.fillStyle = '#2a2320'
      context.beginPath()
      context.ellipse(-width * 0.2 + t * width * 0.25, height * 0.22 + Math.sin(index / 7) * 3, width * 0.05, height * 0.014, 0.05, 0, 7)
      context.fill()
      context.fillStyle = 'rgba(255,252,240,0.5)'
      for (let i = 0; i < 40; i++) context.fillRect(((i * 97 + seed * 31) % width) - width / 2, height * 0.25 + ((i * 53) % (height * 0.2)) , 8 + 6 * Math.sin(index / 5 + i), 1.5)
      return context.getImageData(0, 0, width, height).data as unknown as Uint8Array
    },
  }
}

function paintLandscape(seed: number, width: number, height: number): Canvas {
  const random = seededRandom(seed)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false })
  const hue = (seed * 47) % 360
  const sky = context.createLinearGradient(0, 0, 0, height)
  sky.addColorStop(0, `hsl(${hue} 25% 78%)`)
  sky.addColorStop(1, `hsl(${(hue + 30) % 360} 20% 60%)`)
  context.fillStyle = sky
  context.fillRect(0, 0, width, height)
  for (let hill = 0; hill < 5; hill++) {
    const base = height * (0.35 + hill * 0.11)
    context.fillStyle = `hsla(${hue + hill * 12} 18% ${62 - hill * 10}% / 0.8)`
    context.beginPath()
    context.moveTo(0, height)
    const phase = random() * 9
    for (let x = 0; x <= width; x += 6) context.lineTo(x, base - Math.sin(x / (60 + hill * 40) + phase) * height * 0.07 - random() * 5)
    context.lineTo(width, height)
    context.fill()
  }
  for (let stroke = 0; stroke < 1800; stroke++) {
    context.strokeStyle = `hsla(${hue} 20% ${10 + random() * 40}% / ${0.05 + random() * 0.3})`
    context.lineWidth = 0.5 + random() * 2.5
    const x = random() * width
    const y = height * (0.3 + random() * 0.7)
    context.beginPath()
    context.moveTo(x, y)
    context.quadraticCurveTo(x + random() * 40 - 20, y - 20 * random(), x + random() * 60 - 30, y + random() * 10)
    context.stroke()
  }
  // Paper grain.
  for (let speck = 0; speck < 12_000; speck++) {
    context.fillStyle = `rgba(${random() < 0.5 ? '0,0,0' : '255,255,255'},${random() * 0.12})`
    context.fillRect(random() * width, random() * height, 1 + random() * 2, 1)
  }
  return canvas
}

/** mulberry32 */
function seededRandom(seed: number) {
  let state = seed + 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

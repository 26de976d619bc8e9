import { createCanvas, loadImage } from '@napi-rs/canvas'
import { encodePng } from '../picture/encode-png.ts'
import { registerFonts, textFonts } from './fonts.ts'

/** Up to four candidates of one shot side by side, lettered A to D, to choose from. One alone is shown alone. */
export async function drawCandidates(pictures: readonly (string | Buffer)[], { width = 1600 }: { width?: number } = {}): Promise<Buffer> {
  registerFonts()
  const images = await Promise.all(pictures.map((picture) => loadImage(picture)))
  const [first] = images
  if (first === undefined) throw new RangeError('There is no picture to show.')
  const gap = 14
  const columns = images.length === 1 ? 1 : images.length === 3 && first.width <= first.height ? 3 : 2
  const cell = { width: Math.floor((width - gap * (columns + 1)) / columns), height: 0 }
  cell.height = Math.round((cell.width * first.height) / first.width)
  const rows = Math.ceil(images.length / columns)
  const canvas = createCanvas(width, rows * (cell.height + gap) + gap)
  const context = canvas.getContext('2d', { alpha: false })
  context.fillStyle = '#211d1a'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  images.forEach((image, index) => {
    const row = Math.floor(index / columns)
    // A last row that is not full stands in the middle.
    const inRow = Math.min(columns, images.length - row * columns)
    const x = (width - inRow * cell.width - (inRow - 1) * gap) / 2 + (index % columns) * (cell.width + gap)
    const y = gap + row * (cell.height + gap)
    const scale = Math.max(cell.width / image.width, cell.height / image.height)
    context.save()
    context.beginPath()
    context.roundRect(x, y, cell.width, cell.height, 6)
    context.clip()
    context.drawImage(image, x + (cell.width - image.width * scale) / 2, y + (cell.height - image.height * scale) / 2, image.width * scale, image.height * scale)
    context.restore()
    if (images.length > 1) label(String.fromCharCode(65 + index), x + 12, y + 12)
  })
  return encodePng(context)

  function label(letter: string, x: number, y: number) {
    const side = Math.max(44, Math.round(cell.width * 0.075))
    context.fillStyle = 'rgba(184,50,26,0.94)'
    context.beginPath()
    context.roundRect(x, y, side, side, side * 0.16)
    context.fill()
    context.fillStyle = '#fff8ea'
    context.font = `600 ${Math.round(side * 0.68)}px ${textFonts}`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(letter, x + side / 2, y + side * 0.5)
  }
}

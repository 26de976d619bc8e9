/** The simple tags of a WebM or Matroska file. */
export function matroskaTexts(file: Buffer): Map<string, string> {
  const texts = new Map<string, string>()
  elements(file, 0, file.length, texts, 0)
  return texts
}

const segment = 0x18538067
const tags = 0x1254c367
const tag = 0x7373
const simpleTag = 0x67c8
const tagName = 0x45a3
const tagString = 0x4487

function elements(file: Buffer, from: number, to: number, texts: Map<string, string>, depth: number) {
  let name = ''
  for (let at = from, count = 0; at < to && count < 1_000_000; count++) {
    const id = number(file, at, false)
    const size = id && number(file, at + id.length, true)
    if (!id || !size) return
    const start = at + id.length + size.length
    const end = size.unknown ? to : Math.min(to, start + size.value)
    if ([segment, tags, tag, simpleTag].includes(id.value) && depth < 6) elements(file, start, end, texts, depth + 1)
    if (id.value === tagName) name = file.toString('utf8', start, end)
    if (id.value === tagString && name) texts.set(name, file.toString('utf8', start, end))
    at = end
  }
}

/** A number of as many bytes as its first one says; an id keeps the mark of its length. */
function number(file: Buffer, at: number, masked: boolean) {
  const first = file[at]
  if (first === undefined || first === 0) return null
  const length = Math.clz32(first) - 23
  if (at + length > file.length) return null
  let value = masked ? first & (0xff >> length) : first
  let full = value === 0xff >> length
  for (let next = at + 1; next < at + length; next++) {
    value = value * 256 + (file[next] ?? 0)
    full &&= file[next] === 0xff
  }
  return { value, length, unknown: masked && full }
}

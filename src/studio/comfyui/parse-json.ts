/** JSON of people: Python's NaN is null, and what would hurt whoever walks over it is refused in a sentence. */
export function parseJson(text: string, { characters = 12_000_000, depth = 100 } = {}): unknown {
  if (text.length > characters) throw new TypeError(`it has ${text.length} characters, more than ${characters}`)
  const clean = scan(text, depth)
  let value: unknown
  try {
    value = JSON.parse(clean)
  } catch {
    throw new TypeError('it is not JSON')
  }
  refuseKeys(value)
  return value
}

/** A workflow's numbers may be NaN as Python writes it (the node's «is_changed»), which no JSON parser takes. */
function scan(text: string, deepest: number) {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      at = endOfString(text, at)
    } else if (code === 0x7b || code === 0x5b) {
      if (++depth > deepest) throw new TypeError(`it is nested more than ${deepest} deep`)
    } else if (code === 0x7d || code === 0x5d) {
      depth--
    } else if (code === 0x4e || code === 0x49) {
      const word = text.startsWith('NaN', at) ? 'NaN' : text.startsWith('Infinity', at) ? 'Infinity' : null
      if (word === null) continue
      parts.push(text.slice(from, text[at - 1] === '-' ? at - 1 : at), 'null')
      from = at + word.length
      at = from - 1
    }
  }
  return parts.length ? parts.join('') + text.slice(from) : text
}

function endOfString(text: string, start: number) {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at++
    else if (code === 0x22) return at
  }
  return text.length
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

function refuseKeys(value: unknown): void {
  if (value === null || typeof value !== 'object') return
  if (Array.isArray(value)) return value.forEach(refuseKeys)
  for (const [key, inner] of Object.entries(value)) {
    if (forbidden.has(key)) throw new TypeError(`it has a field called ${key}`)
    refuseKeys(inner)
  }
}

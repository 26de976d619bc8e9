import type { Language } from '../../film/brief.ts'
import { subtitled } from './subtitled.ts'

/** A place where a text may be broken: before index `at`, at this price. */
export type Break = { at: number; price: number; sentence: boolean }
export type Breaks = { length: number; places: Break[]; width: (from: number, to: number) => number }

/** Every place to break a text, and what it costs the reader: nothing after a sentence, much after an article. */
export function breaksOf(text: string, language: Language): Breaks {
  const places: Break[] = []
  const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
  words.forEach(({ index, segment }) => {
    if (index === 0) return
    const before = text.slice(0, index)
    // Closing marks and spaces belong to what they close.
    if (/^[\s\p{Pe}\p{Pf}\p{M}，。！？；：、…—,.!?;:%”’)\]]/u.test(segment)) return
    // A straight quote closes, unless a space stands before it.
    if (/^["']/.test(segment) && !/\s$/.test(before)) return
    if (language === 'en' && !/\s$/.test(before) && !/[—–…]$/.test(before) && /[\p{Script=Latin}\p{N}'’.,-]$/u.test(before)) return
    const rest = text.slice(index)
    if (/[\p{Ps}\p{Pi}“‘]\s*$|(^|\s)["']$/u.test(before)) return
    places.push({ at: index, ...(language === 'zh' ? chinesePrice(before, rest) : englishPrice(before, rest)) })
  })
  return { length: text.length, places, width: (from, to) => (language === 'zh' ? subtitled(text.slice(from, to)) : text.slice(from, to).trim()).length }
}

function chinesePrice(before: string, rest: string) {
  const end = /([，。！？；：、…—,.!?;:\n])[”’」』）》\s]*$/u.exec(before)?.[1]
  if (end !== undefined) return { price: '。！？!?\n…'.includes(end) ? 0 : '；;'.includes(end) ? 0.05 : end === '、' ? 0.6 : 0.12, sentence: '。！？!?\n'.includes(end) }
  const orphan = /^[的地得了着过吗呢吧啊呀嘛们之乎者也矣焉哉兮]/u.test(rest)
  const hangs = /[和与把被在对从向为给将把而则于以一]$/u.test(before)
  return { price: 1.3 + (orphan ? 1.6 : 0) + (hangs ? 0.9 : 0), sentence: false }
}

function englishPrice(before: string, rest: string) {
  if (/[.!?…]["'”’)]*\s*$/.test(before) && !/\b(?:Mr|Mrs|Ms|Dr|St|vs|etc|[A-Z])\.\s*$/.test(before)) return { price: 0, sentence: true }
  if (/[;:—–\n]["'”’)]*\s*$/.test(before)) return { price: 0.1, sentence: false }
  if (/,["'”’)]*\s*$/.test(before)) return { price: 0.15, sentence: false }
  const hangs = /\b(?:a|an|the|of|to|in|on|at|by|for|with|from|and|or|but|my|your|his|her|its|our|their|this|that|is|are|was|were|not|no|I|very|as)\s*$/i.test(before)
  const opens = /^(?:and|but|or|that|which|who|when|where|while|because|if|as|to|of|in|on|at|by|for|with|from|into|over|under|after|before)\b/i.test(rest)
  return { price: (opens ? 0.45 : 0.95) + (hangs ? 1.5 : 0), sentence: false }
}

/** The cheapest way to cut a text into parts of at most `max`, near `target`. A run without any place is cut where it must be. */
export function bestBreaks({ length, places, width }: Breaks, { target, max }: { target: number; max: number }): { from: number; to: number }[] {
  if (length === 0) return []
  const nodes = withForced(places, length, width, max)
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to < nodes.length; to++) {
    let chosen = { cost: Infinity, from: to - 1 }
    let crossed = 0
    for (let from = to - 1; from >= 0; from--) {
      const wide = width(nodes[from]!.at, nodes[to]!.at)
      if (wide > max && from < to - 1) break
      const last = to === nodes.length - 1
      const shape = ((target - wide) / target) ** 2 * (wide > target ? 0.5 : 1)
      const cost = best[from]!.cost + shape + (last ? 0 : nodes[to]!.price) + crossed + 0.2
      if (cost < chosen.cost) chosen = { cost, from }
      if (nodes[from]!.sentence) crossed += 1.4
    }
    best.push(chosen)
  }
  const parts: { from: number; to: number }[] = []
  for (let to = nodes.length - 1; to > 0; to = best[to]!.from) parts.unshift({ from: nodes[best[to]!.from]!.at, to: nodes[to]!.at })
  return parts
}

function withForced(places: Break[], length: number, width: Breaks['width'], max: number): Break[] {
  const nodes: Break[] = [{ at: 0, price: 0, sentence: true }]
  for (const place of [...places, { at: length, price: 0, sentence: true }]) {
    while (width(nodes.at(-1)!.at, place.at) > max) nodes.push({ at: nodes.at(-1)!.at + max, price: 3, sentence: false })
    nodes.push(place)
  }
  return nodes
}

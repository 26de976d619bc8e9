import { parseInline, type Inline } from './inline.ts'

/** Discord's own markdown as a tree. It is not CommonMark: one line break is one line break, and there are subtext, spoilers and timestamps. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: Inline[] }
  | { kind: 'subtext' | 'paragraph'; text: Inline[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; ordered: boolean; start: number; items: { text: Inline[]; inner: Block[] }[] }
  | { kind: 'code'; language: string; text: string }

export function parseMarkdown(source: string): Block[] {
  const blocks: Block[] = []
  let end = 0
  for (const fence of source.matchAll(/```(?:([\w+.-]*)\n)?([\s\S]+?)\n?```/g)) {
    blocks.push(...parseLines(source.slice(end, fence.index).replace(/\n$/, '')))
    blocks.push({ kind: 'code', language: fence[1] ?? '', text: fence[2] ?? '' })
    end = fence.index + fence[0].length
    if (source[end] === '\n') end++
  }
  return [...blocks, ...parseLines(source.slice(end))]
}

function parseLines(source: string): Block[] {
  if (source === '') return []
  const lines = source.split('\n')
  const blocks: Block[] = []
  let plain: string[] = []
  const endParagraph = () => {
    if (plain.length > 0) blocks.push({ kind: 'paragraph', text: parseInline(plain.join('\n')) })
    plain = []
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const heading = /^(#{1,3})\s+(.+)$/.exec(line)
    const subtext = /^-#\s+(.+)$/.exec(line)
    const rest = lines.slice(at)
    const taken = line.startsWith('>>> ') ? rest.length : rest.findIndex((next) => !/^>( |$)/.test(next))
    const quoted = line.startsWith('>>> ') || /^>( |$)/.test(line) ? (taken === -1 ? rest.length : taken) : 0
    const listed = listItem(line) ? rest.findIndex((next, index) => index > 0 && !listItem(next)) : 0
    if (heading) {
      endParagraph()
      blocks.push({ kind: 'heading', level: (heading[1] ?? '#').length as 1 | 2 | 3, text: parseInline(heading[2] ?? '') }) // one to three by the pattern
    } else if (subtext) {
      endParagraph()
      blocks.push({ kind: 'subtext', text: parseInline(subtext[1] ?? '') })
    } else if (quoted > 0) {
      endParagraph()
      blocks.push({ kind: 'quote', blocks: parseLines(rest.slice(0, quoted).map((next, index) => line.startsWith('>>> ') ? (index === 0 ? next.slice(4) : next) : next.slice(2)).join('\n')) })
      at += quoted - 1
    } else if (listed !== 0) {
      endParagraph()
      const items = listed === -1 ? rest : rest.slice(0, listed)
      blocks.push(parseList(items))
      at += items.length - 1
    } else plain.push(line)
  }
  endParagraph()
  return blocks
}

function parseList(lines: readonly string[]): Block {
  const base = listItem(lines[0] ?? '')
  const items: { text: Inline[]; inner: Block[] }[] = []
  for (let at = 0; at < lines.length;) {
    const item = listItem(lines[at] ?? '')
    const inner: string[] = []
    at++
    while (at < lines.length && (listItem(lines[at] ?? '')?.indent ?? 0) > (base?.indent ?? 0)) inner.push(lines[at++] ?? '')
    items.push({ text: parseInline(item?.text ?? ''), inner: inner.length > 0 ? [parseList(inner)] : [] })
  }
  return { kind: 'list', ordered: base?.number !== undefined, start: base?.number ?? 1, items }
}

function listItem(line: string) {
  const found = /^( *)(?:[-*]|(\d+)\.)\s+(.+)$/.exec(line)
  return found ? { indent: (found[1] ?? '').length, number: found[2] === undefined ? undefined : Number(found[2]), text: found[3] ?? '' } : undefined
}

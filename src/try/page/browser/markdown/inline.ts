export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler'; inner: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; inner: Inline[] }
  | { kind: 'mention'; of: 'user' | 'role' | 'channel' | 'all'; id: string }
  | { kind: 'command'; name: string }
  | { kind: 'time'; at: number; style: string }

/** Reads what stands in a line. Each rule takes its piece from the front; what no rule takes is text. */
export function parseInline(source: string): Inline[] {
  const parts: Inline[] = []
  let text = ''
  let at = 0
  while (at < source.length) {
    const rest = source.slice(at)
    const taken = rules.values().map(({ pattern, read }) => {
      const found = pattern.exec(rest)
      const part = found && read(found, source[at - 1] ?? ' ')
      return part ? { part, length: found[0].length } : undefined
    }).find((found) => found !== undefined)
    if (taken) {
      if (text !== '') parts.push({ kind: 'text', text })
      text = ''
      parts.push(taken.part)
      at += taken.length
    } else {
      const plain = /^(?:(?!https?:)[\p{L}\p{N} ])+|^[\s\S]/u.exec(rest)?.[0] ?? rest
      text += plain
      at += plain.length
    }
  }
  return text === '' ? parts : [...parts, { kind: 'text', text }]
}

type Rule = { pattern: RegExp; read: (found: RegExpExecArray, before: string) => Inline | undefined }

const wraps = (kind: 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler', pattern: RegExp): Rule => ({ pattern, read: (found) => ({ kind, inner: parseInline(found[1] ?? '') }) })
const web = (url: string) => /^https?:\/\/[^\s<>]+$/.test(url) ? url : undefined

const rules: Rule[] = [
  { pattern: /^\\([\\*_~|`>#\-[\]()<:@!.+])/, read: (found) => ({ kind: 'text', text: found[1] ?? '' }) },
  { pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/, read: (found) => ({ kind: 'code', text: found[2] ?? '' }) },
  { pattern: /^<@!?(\d+)>/, read: (found) => ({ kind: 'mention', of: 'user', id: found[1] ?? '' }) },
  { pattern: /^<@&(\d+)>/, read: (found) => ({ kind: 'mention', of: 'role', id: found[1] ?? '' }) },
  { pattern: /^<#(\d+)>/, read: (found) => ({ kind: 'mention', of: 'channel', id: found[1] ?? '' }) },
  { pattern: /^<\/([^:>]{1,98}):\d+>/, read: (found) => ({ kind: 'command', name: found[1] ?? '' }) },
  { pattern: /^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, read: (found) => ({ kind: 'time', at: Number(found[1]), style: found[2] ?? 'f' }) },
  { pattern: /^<a?(:\w+:)\d+>/, read: (found) => ({ kind: 'text', text: found[1] ?? '' }) },
  { pattern: /^@(everyone|here)\b/, read: (found) => ({ kind: 'mention', of: 'all', id: found[1] ?? '' }) },
  { pattern: /^\[((?:[^[\]\\]|\\.|\[[^\]]*\])+)\]\(<?(https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+"[^"]*")?\)/, read: (found) => ({ kind: 'link', url: found[2] ?? '', inner: parseInline(found[1] ?? '') }) },
  { pattern: /^<(https?:\/\/[^\s<>]+)>/, read: (found) => ({ kind: 'link', url: found[1] ?? '', inner: [{ kind: 'text', text: found[1] ?? '' }] }) },
  { pattern: /^https?:\/\/[^\s<>]*[^\s<>.,:;"'\])，。；：！？）」』》]/, read: ([url]) => web(url) === undefined ? undefined : { kind: 'link', url, inner: [{ kind: 'text', text: url }] } },
  wraps('spoiler', /^\|\|([\s\S]+?)\|\|/),
  wraps('strong', /^\*\*((?:\\.|[\s\S])+?)\*\*(?!\*)/),
  wraps('underline', /^__((?:\\.|[\s\S])+?)__(?!_)/),
  wraps('strike', /^~~([\s\S]+?)~~/),
  wraps('emphasis', /^\*(?=\S)((?:\\.|\*\*|[^*\\])+?\S|\S)\*(?!\*)/),
  // snake_case is not emphasis.
  { pattern: /^_((?:\\.|__|[^_\\])+?)_(?![\p{L}\p{N}])/u, read: (found, before) => /[\p{L}\p{N}]/u.test(before) ? undefined : { kind: 'emphasis', inner: parseInline(found[1] ?? '') } },
]

import { ReadingError } from './reading-error.ts'

/** The text in a file's bytes: UTF-8, UTF-16, GB18030, Big5 or Windows-1252, told apart by what they hold. */
export function decodeText(bytes: Uint8Array): string {
  const what = binaryKinds.find(({ starts }) => starts(bytes))
  if (what) throw new ReadingError(`This is ${what.name}, not text. ${what.instead}`, { zh: `这是${what.zh}，不是文字。${chinese[what.instead] ?? ''}` })
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return decodeWide(bytes)
  return decodeAs('utf-8', bytes) ?? decodeAs('utf-8', withoutTornEnd(bytes)) ?? decodeLegacy(bytes)
}

/** UTF-16 without its mark: the NULs of its ASCII stand all on one side. */
function decodeWide(bytes: Uint8Array): string {
  const nuls = [0, 0]
  for (const [index, byte] of bytes.entries()) if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  const text = Math.min(even, odd) > 0 || bytes.length % 2 ? null : decodeAs(odd > 0 ? 'utf-16le' : 'utf-16be', bytes)
  if (text !== null && readable(text) > 0.9) return text
  throw new ReadingError('This is a binary file, not text. Bring the words as a .txt, .md or .csv file in UTF-8, or paste them.', { zh: '这是二进制文件，不是文字。请存成 UTF-8 的 .txt、.md 或 .csv，或者直接粘贴文字。' })
}

function decodeLegacy(bytes: Uint8Array): string {
  const lone = loneHighBytes(bytes)
  if (lone > 0.5) {
    const western = decodeAs('windows-1252', bytes)
    if (western !== null && readable(western) > 0.95) return western
  }
  const [best] = ['gb18030', 'big5']
    .flatMap((encoding) => decodeAs(encoding, bytes) ?? [])
    .filter((text) => readable(text) > 0.9)
    .sort((a, b) => everyday(b) - everyday(a))
  if (best !== undefined) return best
  throw new ReadingError('The characters of this file are in an encoding that was not recognised. Save it as UTF-8 and bring it again, or paste the text.', { zh: '认不出这个文件的文字编码。请另存为 UTF-8 再发，或者直接粘贴文字。' })
}

const decodeAs = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // Fatal decoding throws only to say «not this encoding».
    return null
  }
}

/** A file cut by bytes may end inside a character. */
const withoutTornEnd = (bytes: Uint8Array) => {
  const last = bytes.findLastIndex((byte) => byte < 0x80 || byte >= 0xc0)
  return bytes.length - last <= 3 && bytes.length > 8 ? bytes.subarray(0, last) : bytes
}

/** Chinese encodings use high bytes in pairs; a Windows quote or accent stands alone among ASCII. */
function loneHighBytes(bytes: Uint8Array): number {
  let [high, lone] = [0, 0]
  for (let index = 0; index < bytes.length; index++) {
    if ((bytes[index] ?? 0) < 0x80) continue
    high++
    if ((bytes[index - 1] ?? 0) < 0x80 && (bytes[index + 1] ?? 0) < 0x80) lone++
  }
  return high === 0 ? 0 : lone / high
}

const share = (text: string, pattern: RegExp) => (text.length === 0 ? 0 : (text.match(pattern)?.length ?? 0) / text.length)
const readable = (text: string) => share(text, /[\p{Script=Han}\p{Script=Latin}\p{Script=Common}\t\n\r]/gu) - share(text, /[\p{Co}\p{Cn}\ufffd\u0001-\u0008]/gu)
const everyday = (text: string) => share(text, /[的一是不了人我在有他这中大来上国之以而于为子天月江水風风山無无也其與与，。、\n]/gu)

type BinaryKind = { name: string; zh: string; instead: string; starts: (bytes: Uint8Array) => boolean }
const magic = (...values: number[]) => (bytes: Uint8Array) => values.every((value, index) => bytes[index] === value)
const says = (word: string, at = 0) => (bytes: Uint8Array) => Buffer.from(bytes.subarray(at, at + word.length)).toString('latin1') === word
const holds = (word: string) => (bytes: Uint8Array) => magic(0x50, 0x4b, 3, 4)(bytes) && Buffer.from(bytes).includes(word)
const asText = 'Save it as plain text (.txt, .md) or as .csv for a table, and bring that.'
const words = 'Bring the words themselves: paste them, or a .txt, .md or .csv file.'

const unpacked = 'Unpack it and bring the text inside.'
const copied = 'Copy its text and paste it, or save it as plain text.'
const chinese: Record<string, string> = {
  [asText]: '请存成纯文本（.txt、.md），表格请存成 .csv，再发一次。', [words]: '请直接粘贴文字，或者发 .txt、.md、.csv 文件。', [unpacked]: '请解压后发里面的文字。', [copied]: '请复制其中的文字粘贴过来，或存成纯文本。',
}

const binaryKinds: BinaryKind[] = [
  { name: 'a Word document (.docx)', zh: ' Word 文档（.docx）', instead: asText, starts: holds('word/') },
  { name: 'an Excel workbook (.xlsx)', zh: ' Excel 表格（.xlsx）', instead: asText, starts: holds('xl/') },
  { name: 'a PowerPoint file (.pptx)', zh: '幻灯片（.pptx）', instead: asText, starts: holds('ppt/') },
  { name: 'a ZIP archive', zh: '压缩包（ZIP）', instead: unpacked, starts: magic(0x50, 0x4b, 3, 4) },
  { name: 'an old Office document (.doc, .xls)', zh: '旧版 Office 文档（.doc、.xls）', instead: asText, starts: magic(0xd0, 0xcf, 0x11, 0xe0) },
  { name: 'a rich-text file (.rtf)', zh: '富文本（.rtf）', instead: asText, starts: says('{\\rtf') },
  { name: 'a PDF', zh: ' PDF', instead: copied, starts: says('%PDF') },
  { name: 'a picture (PNG)', zh: '图片（PNG）', instead: words, starts: magic(0x89, 0x50, 0x4e, 0x47) },
  { name: 'a picture (JPEG)', zh: '图片（JPEG）', instead: words, starts: magic(0xff, 0xd8, 0xff) },
  { name: 'a picture (GIF)', zh: '图片（GIF）', instead: words, starts: says('GIF8') },
  { name: 'a picture (WebP)', zh: '图片（WebP）', instead: words, starts: says('WEBP', 8) },
  { name: 'a sound file', zh: '声音文件', instead: words, starts: (bytes) => says('ID3')(bytes) || says('OggS')(bytes) || says('WAVE', 8)(bytes) || says('fLaC')(bytes) },
  { name: 'a video', zh: '视频', instead: words, starts: (bytes) => says('ftyp', 4)(bytes) || magic(0x1a, 0x45, 0xdf, 0xa3)(bytes) || says('AVI ', 8)(bytes) },
  { name: 'a compressed file (gzip)', zh: '压缩文件（gzip）', instead: unpacked, starts: magic(0x1f, 0x8b) },
  { name: 'a program', zh: '程序', instead: words, starts: (bytes) => magic(0x7f, 0x45, 0x4c, 0x46)(bytes) || (says('MZ')(bytes) && bytes.includes(0)) },
]

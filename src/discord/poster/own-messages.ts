import { readFile } from 'node:fs/promises'
import type { Language } from '../../film/brief.ts'
import type { Card } from '../../mailbox/card.ts'
import { colours, frame, gallery, text } from '../cards/layout.ts'
import type { Message, MessageFile } from '../cards/message.ts'
import { safeLine, safeText } from '../cards/safe-text.ts'
import { basename, dirname } from 'node:path'

/** A part of a film that is too large for one file. */
export function partMessage({ title, path, part, parts, language }: { title: string; path: string; part: number; parts: number; language: Language }) {
  const file: MessageFile = { name: `film-part-${part}.mp4`, description: `${part}/${parts}`, hash: `${basename(dirname(path))}/${basename(path)}` }
  const message: Message = frame(colours.done, [text(`**${safeLine(title, 200)}** · ${language === 'zh' ? `第 ${part} 部分，共 ${parts} 部分` : `part ${part} of ${parts}`}`), gallery([file])], [file])
  return { message, bytes: () => readFile(path) }
}

/** A card's words alone. */
export const plainest = (card: Card): Message => frame(colours.quiet, [text(`**${safeLine(card.title, 300)}**`), text(safeText(card.text, 3000))])

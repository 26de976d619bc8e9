import type { DiscordWords } from '../words.ts'
import { attached, colours, frame, text } from './layout.ts'
import { mediaFiles } from './media-files.ts'
import type { Message, Rendering } from './message.ts'
import { safeLine, safeText } from './safe-text.ts'

/** An archive of everything there is of a film, to be taken home. */
export function exportMessage({ card }: Rendering, _say: DiscordWords): Message {
  const { files } = mediaFiles(card.media)
  return frame(colours.done, [text(`**${safeLine(card.title)}**`, safeText(card.text)), ...files.map(attached)], files)
}

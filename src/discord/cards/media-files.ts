import type { Card } from '../../mailbox/card.ts'
import { fileName, unlike } from './file-name.ts'
import type { MessageFile } from './message.ts'

/** A card's media as files: `shown` in a gallery, the others attached. Discord takes ten. */
export function mediaFiles(media: Card['media'], description?: string): { shown: MessageFile[]; papers: MessageFile[]; files: MessageFile[] } {
  const files = unlike(media.filter(({ kind }) => kind !== 'json').slice(0, 10).map(({ hash, kind, name }) => ({
    hash, kind, name: fileName(name.replace(/\.\w+$/, ''), /\.(\w+)$/.exec(name)?.[1] ?? endings[kind]), ...(description ? { description } : {}),
  })))
  const without = (each: (typeof files)[number]): MessageFile => ({ name: each.name, hash: each.hash, ...(each.description ? { description: each.description } : {}) })
  const shown = files.filter(({ kind }) => kind === 'image' || kind === 'video').map(without)
  const papers = files.filter(({ kind }) => kind === 'text' || kind === 'sound' || kind === 'zip').map(without)
  return { shown, papers, files: [...shown, ...papers] }
}

const endings = { image: 'png', video: 'mp4', sound: 'wav', json: 'json', text: 'txt', zip: 'zip' }

import { h } from '../dom.ts'
import { icon } from '../icons.ts'
import { downloadLink, kindOf, sourceOf, spoilerCover } from './media.ts'
import type { View } from './render.ts'

type Sent = { name: string; size: number; url: string; attachment_id?: string | undefined; content_type?: string | null | undefined; spoiler?: boolean }

/** A file to take: sound plays, text can be read in its place. */
export function renderFile(file: Sent, { words }: Pick<View, 'words'>): HTMLElement {
  const source = sourceOf(file)
  const kind = kindOf({ content_type: file.content_type, url: file.name })
  const box = h('div', { class: `file-box ${kind}`, key: source },
    h('div', { class: 'file' },
      h('span', { class: 'file-picture' }, icon('file', 30), h('b', {}, (/\.(\w{1,5})$/.exec(file.name)?.[1] ?? '').toUpperCase())),
      h('span', { class: 'file-about' }, h('a', { href: source, target: '_blank', rel: 'noreferrer' }, file.name), h('span', { class: 'muted' }, spokenSize(file.size))),
      kind === 'text' && h('button', { type: 'button', class: 'icon-button', 'data-act': 'read', 'data-source': source, 'aria-label': `${words.expand} ${file.name}`, title: words.expand }, icon('eye', 20)),
      downloadLink(source, file.name, words)),
    kind === 'audio' && h('audio', { src: source, controls: true, preload: 'metadata' }))
  return file.spoiler === true ? spoilerCover(box, words) : box
}

export const spokenSize = (bytes: number) => bytes < 1000 ? `${bytes} bytes` : bytes < 1_000_000 ? `${(bytes / 1024).toFixed(2)} KB` : `${(bytes / 2 ** 20).toFixed(2)} MB`

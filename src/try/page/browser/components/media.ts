import { h } from '../dom.ts'
import { icon } from '../icons.ts'
import type { Words } from '../words.ts'
import type { APIUnfurledMediaItem } from './kinds.ts'

export type Shown = { media: Partial<Omit<APIUnfurledMediaItem, 'flags'>> & { url: string }; description?: string | null | undefined; spoiler?: boolean | undefined }

/** A picture that opens large, or a film that plays in its place. */
export function mediaBox({ media, description, spoiler }: Shown, words: Words): HTMLElement {
  const source = sourceOf(media)
  const kind = kindOf(media)
  const shape = media.width && media.height ? `aspect-ratio: ${media.width} / ${media.height}; --width: ${media.width}; --height: ${media.height}` : ''
  const box = kind === 'video'
    ? h('div', { class: 'media video', style: shape, key: source }, h('video', { src: source, preload: 'metadata', playsinline: true, 'aria-label': description ?? media.url.split('/').at(-1)?.split('?')[0] ?? 'video' }),
      // The first picture stands alone until somebody wants the film; then the player's own controls come.
      h('button', { type: 'button', class: 'play', 'data-act': 'play', 'aria-label': `${words.play} ${description ?? ''}`.trim() }, icon('play', 26)))
    : h('button', { type: 'button', class: 'media picture', style: shape, 'data-act': 'enlarge', 'data-source': source, 'data-alt': description ?? '', key: source, 'aria-label': description ?? words.expand }, h('img', { src: source, alt: description ?? '', draggable: 'false', title: description }))
  return spoiler === true ? spoilerCover(box, words) : box
}

export const spoilerCover = (inside: HTMLElement, words: Words) => h('div', { class: 'covered' }, inside, h('button', { type: 'button', class: 'cover', 'data-act': 'uncover' }, h('span', {}, words.spoiler)))

/** Files of the small Discord come through this page, where their links never expire; nothing else is loaded. */
export function sourceOf({ attachment_id: id, url }: { attachment_id?: string | undefined; url: string }): string {
  const found = id === undefined ? /\/\d+\/(\d+)\/([^/?]+)/.exec(url) : undefined
  const name = url.split('?')[0]?.split('/').at(-1) ?? 'file'
  return `/files/${id ?? found?.[1] ?? '0'}/${name}`
}

export function kindOf({ content_type: type, url }: { content_type?: string | null | undefined; url: string }): 'picture' | 'video' | 'audio' | 'text' | 'other' {
  const extension = /\.(\w+)(?:\?|$)/.exec(url)?.[1]?.toLowerCase() ?? ''
  if (/^video\/(mp4|webm|quicktime)/.test(type ?? '') || ['mp4', 'webm', 'mov'].includes(extension)) return 'video'
  if (/^image\/(png|jpeg|gif|webp)/.test(type ?? '') || ['png', 'jpg', 'jpeg', 'gif', 'webp'].includes(extension)) return 'picture'
  if (/^audio\//.test(type ?? '') || ['mp3', 'wav', 'ogg', 'm4a', 'flac'].includes(extension)) return 'audio'
  return /^text\//.test(type ?? '') || ['json', 'srt', 'fountain', 'csv', 'md', 'txt', 'vtt', 'yaml', 'yml'].includes(extension) ? 'text' : 'other'
}

export const downloadLink = (source: string, name: string, words: Words) => h('a', { class: 'icon-button', href: source, download: name, 'aria-label': `${words.download} ${name}`, title: words.download }, icon('download', 20))

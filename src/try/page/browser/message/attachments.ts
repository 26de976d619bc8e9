import type { APIAttachment } from 'discord.js'
import { renderFile } from '../components/file.ts'
import { renderGallery } from '../components/gallery.ts'
import { kindOf } from '../components/media.ts'
import type { View } from '../components/render.ts'
import { h, type Child } from '../dom.ts'

/** Files of an ordinary message: pictures and films as one mosaic, the rest one under the other. */
export function renderAttachments(attachments: readonly APIAttachment[], view: View): Child {
  const seen = attachments.filter(isSeen)
  const rest = attachments.filter((one) => !isSeen(one))
  const spoiler = ({ flags }: APIAttachment) => ((flags ?? 0) & 8) !== 0
  if (attachments.length === 0) return null
  return h('div', { class: 'attachments' },
    seen.length > 0 && renderGallery(seen.map((one) => ({ media: { url: one.url, attachment_id: one.id, width: one.width ?? null, height: one.height ?? null, content_type: one.content_type ?? '' }, description: one.description, spoiler: spoiler(one) })), view),
    rest.map((one) => renderFile({ name: one.filename, size: one.size, url: one.url, attachment_id: one.id, content_type: one.content_type, spoiler: spoiler(one) }, view)))
}

const isSeen = ({ content_type: type, filename }: APIAttachment) => ['picture', 'video'].includes(kindOf({ content_type: type, url: filename }))

import { extname } from 'node:path'
import type { Id } from '../interface.ts'
import { pictureSize } from './picture-size.ts'
import type { File } from './records.ts'
import type { World } from './world.ts'

/** Keeps an upload. The folder is the channel's id, or the application's for ephemeral attachments. */
export function keepFile(world: World, upload: { name: string; bytes: Uint8Array; contentType?: string | undefined; description?: string | undefined; spoiler?: boolean | undefined }, folder: string): File {
  const name = safeName(upload.name)
  const contentType = contentTypes[extname(name).toLowerCase()] ?? (upload.contentType && upload.contentType !== 'application/octet-stream' ? upload.contentType : 'application/octet-stream')
  const file: File = {
    id: world.nextId(), name, uploadedName: upload.name, bytes: upload.bytes, contentType, description: upload.description, folder,
    spoiler: upload.spoiler === true || name.startsWith('SPOILER_'), ...pictureSize(upload.bytes),
  }
  world.files.set(file.id, file)
  return file
}

/** A link that stops to work after a while, as the real ones do. */
export function linkTo(world: World, file: File): string {
  const issued = Math.floor(world.now() / 1000)
  const path = `/${file.folder}/${file.id}/${encodeURIComponent(file.name)}`
  const until = issued + Math.floor(world.limits.linkMilliseconds / 1000)
  return `${world.url}${path}?ex=${until.toString(16)}&is=${issued.toString(16)}&hm=${signature(world, file.id, until, issued)}&`
}

export const signature = (world: World, id: Id, until: number, issued: number) => world.sign(`${id} ${until} ${issued}`)

/** As an attachment on the wire. */
export function attachment(world: World, file: File, { ephemeral = false } = {}) {
  const url = linkTo(world, file)
  return {
    id: file.id, filename: file.name, ...file.uploadedName !== file.name && { title: file.uploadedName.replace(/\.[^.]*$/, '') }, size: file.bytes.byteLength, url, proxy_url: url, content_type: file.contentType,
    ...file.width !== undefined && { width: file.width, height: file.height, placeholder: 'AAAAAAAAAAAAAAA=', placeholder_version: 1 },
    ...file.description !== undefined && { description: file.description },
    ...ephemeral && { ephemeral: true },
    ...file.spoiler && { flags: 1 << 3 },
  }
}

// Discord keeps letters, digits, dots, dashes and underscores; what else there was is in `title`.
const safeName = (name: string) => name.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^\.+/, '').slice(-260) || 'unknown'

const contentTypes: Record<string, string> = {
  '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.webp': 'image/webp', '.gif': 'image/gif', '.mp4': 'video/mp4', '.webm': 'video/webm', '.mov': 'video/quicktime',
  '.mp3': 'audio/mpeg', '.wav': 'audio/x-wav', '.ogg': 'audio/ogg', '.txt': 'text/plain; charset=utf-8', '.md': 'text/markdown; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8', '.srt': 'application/x-subrip', '.zip': 'application/zip', '.pdf': 'application/pdf',
}

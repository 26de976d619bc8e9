import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Static } from './static.ts'

/** `/emoji/1f3ac.svg`: Noto's drawing (Apache-2.0), as Discord shows emoji as pictures and not by the system's font. */
export async function emojiPicture(path: string): Promise<Static | undefined> {
  const { names, icons } = await (noto ??= readNoto())
  const code = /^\/emoji\/([0-9a-f-]{2,60})\.svg$/.exec(path)?.[1]
  if (code === undefined) return undefined
  const name = names[code] ?? names[code.replaceAll('-fe0f', '')]
  const body = name === undefined ? undefined : icons[name]?.body
  if (body === undefined) return undefined
  return { type: 'image/svg+xml', cache: 'max-age=86400', body: `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 128 128">${body}</svg>` }
}

type Noto = { names: Record<string, string>; icons: Record<string, { body: string }> }
let noto: Promise<Noto> | undefined

async function readNoto(): Promise<Noto> {
  const read = async (name: string) => JSON.parse(await readFile(fileURLToPath(import.meta.resolve(`@iconify-json/noto/${name}`)), 'utf8')) as unknown // two files of a package at a fixed version
  const [names, { icons }] = await Promise.all([read('chars.json') as Promise<Noto['names']>, read('icons.json') as Promise<Pick<Noto, 'icons'>>])
  return { names, icons }
}

import { constants } from 'node:fs'
import { access, copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Brief } from '../film/brief.ts'
import type { Assets } from '../lab/assets.ts'

/** Puts files into the folder, each whole or not at all; the film comes last, so that where it is everything is. */
export async function fillFolder(folder: string, files: readonly { name: string; hash: string }[], assets: Assets) {
  await mkdir(folder, { recursive: true })
  const inOrder = [...files].sort((a, b) => Number(a.name === 'film.mp4') - Number(b.name === 'film.mp4'))
  for (const { name, hash } of inOrder) {
    // the same command may run twice at once, and must not write into the other's half
    const half = join(folder, `.${name}.${process.pid}.part`)
    try {
      await copyFile(assets.path(hash), half)
      await rename(half, join(folder, name))
    } finally {
      await rm(half, { force: true })
    }
  }
}

/** Before the work begins: a film that is made and then has no place to go annoys. */
export async function readyFolder(folder: string) {
  await mkdir(folder, { recursive: true })
  await access(folder, constants.W_OK)
}

/** `films/<title>`, or the next free name where another film is in it. */
export async function freeFolder(wanted: string, brief: Brief): Promise<string> {
  for (let number = 1; ; number++) {
    const folder = number === 1 ? wanted : `${wanted}-${number}`
    const found = await filmIn(folder)
    if (found === null || found === JSON.stringify(brief)) return folder
  }
}

/** The brief of the film that is in a folder; null where there is none. */
async function filmIn(folder: string): Promise<string | null> {
  const recipe = await readFile(join(folder, 'film.json'), 'utf8').catch(() => null)
  if (recipe === null) return null
  const parsed = z.object({ brief: Brief }).safeParse(safeJson(recipe))
  return parsed.success ? JSON.stringify(parsed.data.brief) : ''
}

function safeJson(text: string): unknown {
  try { return JSON.parse(text) } catch { return null }
}

import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'

/**
 * What a program answered before, kept in `folder` as long as it is the same file; asked where nothing is kept. To ask ffmpeg what
 * it can do takes four starts of it, a third of a second of each command. A refusal is asked for again.
 */
export async function saidBefore<Answer>(folder: string, question: string, path: string, schema: z.ZodType<Answer>, ask: () => Promise<Answer | string>): Promise<Answer | string> {
  const { size, mtimeMs, ino } = await stat(path)
  const file = join(folder, `${question}-${createHash('sha256').update(`${path} ${size} ${mtimeMs} ${ino}`).digest('hex').slice(0, 24)}.json`)
  try {
    const kept = schema.safeParse(JSON.parse(await readFile(file, 'utf8')))
    if (kept.success) return kept.data
  } catch {
    // never asked, or half written
  }
  const answer = await ask()
  if (typeof answer === 'string') return answer
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(`${file}.${process.pid}`, JSON.stringify(answer))
    await rename(`${file}.${process.pid}`, file)
  } catch {
    // a full disk has its own sentence, where it matters
  }
  return answer
}

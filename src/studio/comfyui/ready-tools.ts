import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readTool, type Tool } from './tool.ts'

/** The workflows that come with us, as data in `workflows/`. A server that lacks what they need says what it is. */
export async function readyTools(): Promise<Tool[]> {
  const folder = join(import.meta.dirname, 'workflows')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(names.map(async (name) => readTool(JSON.parse(await readFile(join(folder, name), 'utf8')))))
}

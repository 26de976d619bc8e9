import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../../src/config.ts'
import { openCrew, type Crew } from '../../../src/crew.ts'
import { keepWorkflows } from '../../../src/discord/workflows/keep-workflows.ts'
import { readyTools } from '../../../src/studio/comfyui/ready-tools.ts'
import type { Tool } from '../../../src/studio/comfyui/tool.ts'
import { openComfyServer, type ComfyServer } from '../../../src/try/providers/comfyui/open-comfy-server.ts'
import { ourFfmpeg } from '../../film-file.ts'
import { scratchDatabase, until } from '../../store/scratch-store.ts'

let server: ComfyServer
let crew: Crew
const errors: unknown[] = []
let close: () => Promise<void>
beforeAll(async () => {
  const [folder, database] = await Promise.all([mkdtemp(join(tmpdir(), 'workflows-')), scratchDatabase(), ourFfmpeg()])
  server = await openComfyServer()
  crew = await openCrew(readConfig({ ...process.env, DATABASE_URL: database.url, REDCLIFF_HOME: folder, COMFYUI_URL: server.url }, folder), { eager: false, onError: (error) => errors.push(error) })
  close = async () => {
    await crew.close()
    await server.close()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
})
afterAll(() => close())

test('a worker offers a workflow to the server that brought it as soon as a gateway has kept it, and no longer when it is removed', async () => {
  const kept = keepWorkflows(crew.store)
  const offered = (guild: string | null = '1') => crew.studio.seenIn(guild).models('draw').some(({ id }) => id === 'comfyui/赤壁水墨')
  const sd15 = (await readyTools()).find(({ name }) => name === 'sd15') as Tool
  expect(offered()).toBe(false)
  expect(await kept.save('1', { ...sd15, name: '赤壁水墨' }, '2')).toBe('new')
  await until(async () => offered())
  // it is that server's own: others have what the operator gave to all
  expect([offered('3'), offered(null), crew.studio.models('draw').some(({ id }) => id === 'comfyui/赤壁水墨')]).toEqual([false, false, false])
  expect([crew.studio.seenIn('1').model('draw')?.id, crew.studio.seenIn('3').model('draw')?.id, crew.studio.model('draw')?.id]).toEqual(['comfyui/赤壁水墨', 'comfyui/sd15', 'comfyui/sd15'])
  expect(await kept.save('1', { ...sd15, name: '赤壁水墨' }, '2')).toBe('replaced')
  expect(await kept.remove('3', '赤壁水墨')).toBe(false)
  expect(await kept.remove('1', '赤壁水墨')).toBe(true)
  await until(async () => !offered())
  expect(errors).toEqual([])
})

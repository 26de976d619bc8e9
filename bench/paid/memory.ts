import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFfmpeg } from '../../src/edit/find-ffmpeg.ts'
import { mail } from '../../src/store/mail.ts'
import { openStore } from '../../src/store/open-store.ts'
import { transaction } from '../../src/store/transaction.ts'
import { openComfyServer } from '../../src/try/providers/comfyui/open-comfy-server.ts'
import { openOpenAiServer } from '../../src/try/providers/openai/open-openai-server.ts'
import { openReplicateServer } from '../../src/try/providers/replicate/server.ts'

export type Memory = { held: number; resident: number }

/**
 * Megabytes of a worker with all three providers after its 200th generation and after its 1,000th; the servers are here, not there.
 * What it holds is counted after a collection: what Node keeps of the system beside that depends on when it last cleaned up.
 */
export async function benchMemory(): Promise<{ early: Memory; late: Memory; seconds: number }> {
  const home = await mkdtemp(join(tmpdir(), 'redcliff-bench-memory-'))
  await chmod(home, 0o755)
  const store = await openStore({ home })
  const openai = await openOpenAiServer({ onOrder: () => undefined })
  const replicate = await openReplicateServer({ ffmpeg: (await findFfmpeg({ path: '', folder: home })).ffmpeg, starting: 1, working: 5, perMinute: 1e6 })
  const comfyui = await openComfyServer()
  await store.pool.query(`insert into redcliff.productions (id, title, brief, surface) values ('many', 'many', '{}', 'bench')`)
  const worker = fork(join(import.meta.dirname, '../../test/paid/kill-worker.ts'),
    [store.url, home, ...[openai.url, replicate.baseUrl, comfyui.url].map((url) => new URL(url).origin), JSON.stringify({ openai: openai.key, replicate: replicate.token }), '6'], { execArgv: ['--expose-gc', '--max-semi-space-size=16'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  try {
    await once(worker, 'message')
    const began = performance.now()
    const done = async () => Number((await store.pool.query(`select count(*) as n from redcliff.generations where status = 'done'`)).rows[0].n)
    const reach = async (from: number, to: number) => {
      for (let index = from; index < to; index += 50) {
        const indices = Array.from({ length: Math.min(50, to - index) }, (_, each) => index + each)
        await transaction(store.pool, (client) => mail(store, client, 'many', `wanted:${index}`, { kind: 'wanted', indices }))
      }
      while (await done() < to) await new Promise((resolve) => setTimeout(resolve, 200))
      const told = once(worker, 'message')
      worker.send('memory')
      return ((await told) as [Memory])[0]
    }
    const early = await reach(0, 200)
    const late = await reach(200, 1000)
    return { early, late, seconds: (performance.now() - began) / 1000 }
  } finally {
    const ended = once(worker, 'exit')
    worker.kill('SIGKILL')
    await ended
    await store.close()
    await Promise.all([openai.close(), replicate.close(), comfyui.close()])
    await rm(home, { recursive: true, force: true })
  }
}

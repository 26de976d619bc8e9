import { afterAll, beforeAll, expect, test } from 'vitest'
import { dice } from '../../../src/dice.ts'
import type { PaidWork } from '../../../src/lab/work.ts'
import { buyer } from '../../../src/lab/purchase.ts'
import { Drawn } from '../../../src/studio/provider.ts'
import { openComfyUi } from '../../../src/studio/comfyui/open-comfyui.ts'
import { readyTools } from '../../../src/studio/comfyui/ready-tools.ts'
import { openComfyServer } from '../../../src/try/providers/comfyui/open-comfy-server.ts'
import { openDesk, type Desk } from '../desk.ts'
import { drawing } from '../samples.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

/** A process that dies at its n-th request: before it goes out, or after it arrived. Nothing of it is ever heard again. */
const dying = (dies: number, after: boolean) => {
  let count = 0
  let died: () => void = () => undefined
  const death = new Promise<void>((resolve) => { died = resolve })
  const mortal: typeof fetch = async (input, init) => {
    const last = ++count === dies
    if (count > dies) return new Promise(() => undefined)
    if (last && !after) { died(); return new Promise(() => undefined) }
    const answer = await fetch(input, init)
    if (!last) return answer
    await answer.arrayBuffer()
    died()
    return new Promise(() => undefined)
  }
  return { mortal, death }
}

const tools = (await readyTools()).filter(({ name }) => name === 'sd15').map((tool) => ({ ...tool, limits: { seed: true } }))

test.each(['new', 'old', 'oldest'] as const)('killed at any request, an order runs at most once on a server that is %s, and every one ends', async (version) => {
  const server = await openComfyServer({ version })
  const { next } = dice(version.length * 31)
  const request = { ...drawing, count: 1 as const, width: 128, height: 72 }
  let killed = 0
  for (let point = 0; point < 20; point++) {
    const generation = `kill-${version}-${point}`
    await desk.store.pool.query(`insert into redcliff.generations (key, craft, label, request, take, rank, owner) values ($1, 'killed', $1, '{}', 1, 0, $2)`, [generation, desk.store.owner])
    const before = server.begun()
    const live = (fetchIt: typeof fetch) => openComfyUi({ servers: [{ name: 'home', url: server.url }], assets: desk.assets, tools, fetch: fetchIt, patience: { poll: [0.01, 0.05], away: 1 } })
      .then(async (provider) => {
        const signal = new AbortController().signal
        const work: PaidWork = { signal, assets: desk.assets, progress: () => undefined, buy: buyer(desk.store, generation, signal) }
        try { return Drawn.parse(await provider.draw?.({ ...request, seed: point }, work)) } finally { await provider.close() }
      })
    // one life may be followed by another that dies too
    for (let lives = next() < 0.3 ? 2 : 1; lives > 0; lives--) {
      const { mortal, death } = dying(1 + Math.floor(next() * 9), next() < 0.5)
      const ended = await Promise.race([live(mortal).then(() => 'done', () => 'failed'), death.then(() => 'killed')])
      if (ended === 'killed') killed++
    }
    const drawn = await live(fetch)
    expect(await desk.assets.has(drawn.pictures[0]?.picture ?? '')).toBe(true)
    expect(server.begun() - before, `runs of ${generation}`).toBe(1)
  }
  expect(killed).toBeGreaterThanOrEqual(16)
  expect([...server.runs.values()].every((times) => times === 1)).toBe(true)
  await server.close()
})

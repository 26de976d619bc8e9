// A worker in a process of its own, to be killed: mailbox and lab on a shared database, with all three providers.
import { flushCompileCache } from 'node:module'
import { openAssets } from '../../src/lab/assets.ts'
import { openLab } from '../../src/lab/lab.ts'
import { openMailbox } from '../../src/mailbox.ts'
import { openStore } from '../../src/store/open-store.ts'
import { openComfyUi } from '../../src/studio/comfyui/open-comfyui.ts'
import { readyTools } from '../../src/studio/comfyui/ready-tools.ts'
import { openOpenAi } from '../../src/studio/openai/open-openai.ts'
import { openReplicate } from '../../src/studio/replicate/open-replicate.ts'
import { craft, step } from './orders.ts'

const [databaseUrl, home = '', openai = '', replicate = '', comfyui = '', keys = '', places = '3'] = process.argv.slice(2)
const { openai: apiKey, replicate: token } = JSON.parse(keys) as Record<string, string>
const assets = openAssets(home)
const tools = (await readyTools()).filter(({ name }) => name === 'sd15' || name === 'esrgan')
const [store, drawn, rented] = await Promise.all([
  openStore({ databaseUrl, home }),
  openComfyUi({ servers: [{ name: 'home', url: comfyui }], assets, tools, patience: { poll: [0.01, 0.05], away: 5 } }),
  openReplicate({ token: token ?? '', baseUrl: `${replicate}/v1`, assets, pollSeconds: 0.01, settleSeconds: 0.15, requestSeconds: 1 }),
])
const three = { openai: openOpenAi({ apiKey: apiKey ?? '', baseURL: `${openai}/v1`, assets, bearable: 0, pollSeconds: 0.01, patience: 4 }), replicate: rented, comfyui: drawn }
const lab = await openLab({ store, assets, crafts: { paid: craft(three) }, concurrency: { paid: Number(places) }, backoff: [0.05, 0.05, 0.1, 0.2, 0.2, 0.2, 0.2, 0.2] })
await openMailbox({ store, lab, step })
// megabytes: what is held after a collection, and what the system gives
process.on('message', () => {
  const { rss } = process.memoryUsage()
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  process.send?.({ held: (heapUsed + external) / 1e6, resident: rss / 1e6 })
})
process.once('disconnect', () => process.exit())
process.send?.('open')
// what is killed keeps nothing for the next one by itself
flushCompileCache()

import { openAssets } from '../../src/lab/assets.ts'
import { join } from 'node:path'
import { findFfmpeg } from '../../src/edit/find-ffmpeg.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { openComfyServer } from '../../src/try/providers/comfyui/open-comfy-server.ts'
import { openOpenAiServer, type OpenAiOrder } from '../../src/try/providers/openai/open-openai-server.ts'
import type { Answerer } from '../../src/try/providers/openai/write-answer.ts'
import { openReplicateServer } from '../../src/try/providers/replicate/server.ts'

export const secrets = { openai: 'sk-theatre-4f3a9b27c1', replicate: 'r8_theatre7d20e5', comfyui: 'Bearer theatre-91c6' }

export type Theatre = Awaited<ReturnType<typeof openTheatre>>

/** The three providers on loopback, quick, and what a shell must hold for a film to be made with them. */
export async function openTheatre(folder: string, { answer }: { answer?: Answerer } = {}) {
  const { ffmpeg } = await findFfmpeg({ path: '', folder })
  const orders: (Pick<OpenAiOrder, 'route' | 'model'> & { images: number; words: string })[] = []
  const openai = await openOpenAiServer({
    key: secrets.openai,
    ...(answer && { answer }),
    // whole bodies would hold every picture
    onOrder: ({ route, model, body }) => void orders.push({ route, model, images: [body['image'] ?? []].flat().length, words: String(body['prompt'] ?? body['input'] ?? '').slice(0, 4000) }),
  })
  const replicate = await openReplicateServer({ ffmpeg, token: secrets.replicate, starting: 10, working: 30, shows: true })
  const comfyui = await openComfyServer({ wants: { header: 'authorization', value: secrets.comfyui } })
  const environment = {
    openai: { OPENAI_API_KEY: secrets.openai, OPENAI_BASE_URL: openai.url },
    replicate: { REPLICATE_API_TOKEN: secrets.replicate, REPLICATE_BASE_URL: replicate.baseUrl },
    comfyui: { COMFYUI_URL: comfyui.url, COMFYUI_AUTHORIZATION: secrets.comfyui },
  }
  return {
    openai, replicate, comfyui, orders, environment,
    close: async () => { await Promise.all([openai.close(), replicate.close(), comfyui.close()]) },
  }
}

export type Paid = { step: string; provider: string; model: string; status: string; cost: number | null; reserved: number | null; usage: Record<string, number> | null; craft: string; label: string; job: string | null }

/** What a film cost, as its own books have it. */
export async function readBooks({ pool }: Pick<Store, 'pool'>): Promise<Paid[]> {
  const { rows } = await pool.query<Paid>(
    `select p.step, p.provider, p.model, p.status, p.cost::float, p.reserved::float, p.usage, p.job, g.craft, g.label from redcliff.purchases p join redcliff.generations g on g.key = p.generation order by p.id`)
  return rows
}

export type Account = { calls: number; tokensIn: number; tokensCached: number; tokensOut: number; dollars: number; unpriced: number; by: Record<string, { orders: number; dollars: number }> }

export function account(books: readonly Paid[]): Account {
  const written = books.filter(({ usage, craft }) => usage?.['out'] !== undefined && ['treatments', 'script', 'storyboard', 'direct'].includes(craft))
  const sum = (name: string) => written.reduce((all, { usage }) => all + (usage?.[name] ?? 0), 0)
  const by: Account['by'] = {}
  for (const { provider, model, cost } of books) {
    const held = by[`${provider}/${model}`.replace(`${provider}/${provider}/`, `${provider}/`)] ??= { orders: 0, dollars: 0 }
    held.orders++
    held.dollars += cost ?? 0
  }
  return {
    calls: written.length, tokensIn: sum('in'), tokensCached: sum('cached'), tokensOut: sum('out'),
    dollars: books.reduce((all, { cost }) => all + (cost ?? 0), 0), unpriced: books.filter(({ cost }) => cost === null).length, by,
  }
}

/** The database of a film's home, and what it made. */
export async function openHome(home: string) {
  const store = await openStore({ home })
  return { store, assets: openAssets(join(home, 'assets')) }
}

import { open, rm } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { type Allowed, allowedHosts, FetchRefused } from '../../safety/fetch-allowed.ts'
import { ProviderError } from '../provider-error.ts'
import type { Desk, Prediction } from './desk.ts'
import type { Entry } from './entry.ts'
import { provider } from './to-provider-error.ts'

export type Kind = 'image' | 'video' | 'audio'

const mostBytes: Record<Kind, number> = { image: 50e6, audio: 200e6, video: 1e9 }

type Wanted = { entry: Entry; makes: Kind; /** What was charged, also if the files are of no use. */ cost: number | null; signal: AbortSignal }

/** What a job made, fetched at once: Replicate deletes it after an hour. */
export async function fetchOutputs(desk: Desk, prediction: Prediction, { entry, makes, cost, signal }: Wanted): Promise<string[]> {
  const spoilt = (message: string, zh: string) => new ProviderError(message, { provider, retryable: false, ended: true, charged: cost, zh })
  if (prediction.data_removed) throw spoilt(...gone(entry))
  const addresses = addressesIn(prediction.output, entry.at)
  if (addresses.length === 0) throw spoilt(`${entry.label} says that it is done and gave nothing. It may have been charged; see replicate.com/predictions.`, `${entry.label} 说做好了，却什么也没给。可能已经计费，请看 replicate.com/predictions。`)
  const files: string[] = []
  for (const address of addresses) files.push(await fetchOne(desk, address, { entry, makes, cost, signal }))
  return files
}

/** One address, a list of them, or an object that holds them; the shape differs from model to model. */
export function addressesIn(output: unknown, at?: string): string[] {
  const inner = at === undefined ? output : at.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], output)
  if (typeof inner === 'string') return /^(https?:|data:)/.test(inner) ? [inner] : []
  if (Array.isArray(inner)) return inner.flatMap((each) => addressesIn(each))
  return typeof inner === 'object' && inner !== null ? Object.values(inner).flatMap((each) => addressesIn(each)) : []
}

async function fetchOne(desk: Desk, address: string, { entry, makes, cost, signal }: Wanted): Promise<string> {
  const spoilt = (message: string, zh: string) => new ProviderError(message, { provider, retryable: false, ended: true, charged: cost, zh })
  const file = await desk.assets.scratch('.fetched')
  const limit = AbortSignal.any([signal, AbortSignal.timeout(desk.patience.file * 1000)])
  try {
    const response = await get(desk, address, entry, limit, spoilt)
    const handle = await open(file, 'wx')
    let bytes = 0
    try {
      for await (const chunk of response.body ?? []) {
        bytes += chunk.byteLength
        if (bytes > mostBytes[makes]) throw spoilt(`What ${entry.label} made is larger than ${mostBytes[makes] / 1e6} MB, and was not kept.`, `${entry.label} 做的东西超过 ${mostBytes[makes] / 1e6} MB，没有保留。`)
        await handle.write(chunk)
      }
    } finally { await handle.close() }
    const announced = Number(response.headers.get('content-length') ?? bytes)
    if (bytes < announced && !response.headers.has('content-encoding')) throw new Error('it broke off')
    const kind = (await fileTypeFromFile(file))?.mime.split('/')[0]
    if (kind !== makes) throw spoilt(`${entry.label} gave a file that is no ${makes === 'image' ? 'picture' : makes === 'video' ? 'clip' : 'sound'}. It may have been charged; see replicate.com/predictions.`, `${entry.label} 给的文件不是${makes === 'image' ? '图片' : makes === 'video' ? '视频' : '声音'}。可能已经计费，请看 replicate.com/predictions。`)
    return await desk.assets.putFile(file)
  } catch (error) {
    if (signal.aborted || error instanceof ProviderError) throw error
    throw new ProviderError(`What ${entry.label} made could not be fetched yet: the connection was lost.`, { provider, retryable: true, cause: error, zh: `${entry.label} 做好的东西还没取到：连接断了。` })
  } finally {
    await rm(file, { force: true })
  }
}

async function get(desk: Desk, address: string, entry: Entry, signal: AbortSignal, spoilt: (message: string, zh: string) => ProviderError): Promise<Response> {
  const url = new URL(address)
  if (url.protocol === 'data:') return desk.fetch(address, { signal })
  const response = await desk.files(url, { signal, headers: url.origin === desk.home.origin ? { Authorization: `Bearer ${desk.token}` } : {} }).catch((error: unknown) => {
    if (!(error instanceof FetchRefused)) throw error
    throw error.why === 'redirects'
      ? spoilt(`The address that ${entry.label} gave leads round in a circle.`, `${entry.label} 给的地址绕了一圈又回来。`)
      : spoilt(`${entry.label} gave an address that is not Replicate's (${url.hostname}); nothing is fetched from there.`, `${entry.label} 给的地址不是 Replicate 的（${url.hostname}），不从那里取。`)
  })
  if (response.ok) return response
  await response.body?.cancel()
  const { status } = response
  if (status === 404 || status === 403 || status === 410) throw spoilt(...gone(entry))
  throw new ProviderError(`What ${entry.label} made could not be fetched yet (${status}).`, { zh: `${entry.label} 做好的东西还没取到（${status}）。`, provider, retryable: status === 429 || status >= 500, status })
}

const gone = ({ label }: Entry): [string, string] => [`What ${label} made is no longer at Replicate: it is deleted after an hour. It was charged; «try again» orders it anew.`, `${label} 做的东西在 Replicate 已经没有了：一小时后就会删除。它计过费；「再试一次」会重新下单。`]

/** Replicate's own hosts, and the one that is configured. */
export const replicateFiles = (home: URL): Allowed => ({ hosts: allowedHosts.replicateFiles, own: [home.origin] })

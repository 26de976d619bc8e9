import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { dice } from '../../src/dice.ts'
import { findFfmpeg } from '../../src/edit/find-ffmpeg.ts'
import { mail } from '../../src/store/mail.ts'
import type { Store } from '../../src/store/open-store.ts'
import { transaction } from '../../src/store/transaction.ts'
import { openComfyServer } from '../../src/try/providers/comfyui/open-comfy-server.ts'
import { openOpenAiServer } from '../../src/try/providers/openai/open-openai-server.ts'
import { openReplicateServer } from '../../src/try/providers/replicate/server.ts'
import { openGate, type Passing, type Phase } from './gate.ts'
import { kindOf } from './orders.ts'
import { rainOn } from './rain.ts'

export type Killed = {
  kills: number
  /** How often each step of each provider was the last; `any moment` is none of them. */
  steps: Record<string, number>
  faults: Record<string, number>
  orders: number
  /** Orders that a person was asked about, and had bought again. */
  asked: number
  /** Submits that a provider took, by order, before anybody was asked: those that were more than one. */
  twice: string[]
  /** The same after «buy again», of orders that nobody had been asked about. */
  twiceUnasked: string[]
  /** What each order's row says at the very end. */
  ends: Record<string, number>
  /** Bought and not kept, or kept and not told. */
  lost: string[]
  secondsPerKill: number
}

const production = 'killed'
const keys = { openai: 'sk-killed-71c2a0', replicate: 'r8_killed88e3f1' }

type Asked = {
  home: string
  kills: number
  seed?: number
  lanes?: number
  /** Nobody is killed any more after this; what is owed then has as long again, on a machine that has other things to do. */
  minutes?: number
}

/** Kills workers at named steps of every provider's orders and at any moment, under bad weather, and counts what the providers took. */
export async function killMany(store: Store & { url: string }, { home, kills, seed = 20261122, lanes = 4, minutes = 9 }: Asked): Promise<Killed> {
  const began = performance.now()
  const late = (share = 1) => performance.now() - began > minutes * share * 60_000
  const random = dice(seed).next
  const submits = new Map<string, number>()
  const submitted = (index: string | undefined, what: string) => { if (index) submits.set(`${index} ${what}`, (submits.get(`${index} ${what}`) ?? 0) + 1) }
  const openai = await openOpenAiServer({ key: keys.openai, latency: 0.03, onOrder: ({ route, body }) => submitted(/order (\d+) of/.exec(JSON.stringify(body))?.[1], route) })
  const replicate = await openReplicateServer({ ffmpeg: (await findFfmpeg({ path: '', folder: home })).ffmpeg, token: keys.replicate, starting: 10, working: 40, perMinute: 1e6 })
  const comfyui = await openComfyServer()
  comfyui.knobs.seconds = 0.05
  const taken = async () => {
    const all = new Map(submits)
    for (const { input, model } of replicate.creates) {
      const key = `${/order (\d+) of/.exec(JSON.stringify(input))?.[1]} ${model} ${String(input['seed'] ?? '')}`
      all.set(key, (all.get(key) ?? 0) + 1)
    }
    // by order, for a second order of the same thing would have another id
    const { rows } = await store.pool.query<{ id: string; index: string }>(`select p.idempotency::text as id, g.request->>'index' as index from redcliff.purchases p join redcliff.generations g on g.key = p.generation where p.provider = 'comfyui'`)
    const orders = new Map(rows.map(({ id, index }) => [id, index]))
    for (const [id, times] of comfyui.runs) {
      const key = `${orders.get(id)} comfyui`
      all.set(key, (all.get(key) ?? 0) + times)
    }
    return all
  }

  let placed = 0
  const send = (key: string, body: Record<string, unknown>) => transaction(store.pool, (client) => mail(store, client, production, key, body))
  /** Eight more orders, asked for three times: the same press twice, and another press for the same. */
  const place = async () => {
    const indices = Array.from({ length: 8 }, () => placed++)
    const key = `wanted:${indices[0]}`
    for (const each of [key, key, `${key}:again`]) await send(each, { kind: 'wanted', indices })
  }
  const count = async (what: string) => Number((await store.pool.query(`select count(*) as n from ${what}`)).rows[0].n)
  const waiting = () => count(`redcliff.generations where status = 'intent'`)
  const events = () => count('redcliff.events where handled_at is null and dead_at is null')

  const steps: Record<string, number> = {}
  const faults: Record<string, number> = {}
  const rain = rainOn({ openai, replicate, comfyui }, random, (what) => { faults[what] = (faults[what] ?? 0) + 1 })
  let killed = 0
  let begun = 0

  const openLane = async () => {
    let watching: ((provider: string, passing: Passing) => 'stop' | undefined) = () => undefined
    const gates = await Promise.all(([['openai', openai.url], ['replicate', replicate.baseUrl], ['comfyui', comfyui.url]] as const)
      .map(([provider, url]) => openGate(new URL(url).origin, (passing) => watching(provider, passing))))
    const start = async (tries = 3): Promise<ChildProcess> => {
      const child = fork(join(import.meta.dirname, 'kill-worker.ts'), [store.url, home, ...gates.map(({ url }) => url), JSON.stringify(keys)], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(home, 'compiled') } })
      const ended = await Promise.race([once(child, 'message').then(() => null), once(child, 'exit').then(([code]) => `A worker ended by itself with ${String(code)}.`)])
      if (ended === null) return child
      // a machine that stands still for ten seconds refuses the database too; operators start such a worker again
      if (tries === 1) throw new Error(ended)
      return start(tries - 1)
    }
    /** One life, to its violent end. */
    const live = async () => {
      const child = await start()
      // some moment that nobody chose, or whichever comes first of the steps that were met least
      const wanted = random() < 0.25 ? [] : plans.map((plan) => ({ plan, order: (steps[nameOf(plan)] ?? 0) + random() })).sort((one, other) => one.order - other.order).slice(0, 4).map(({ plan }) => plan)
      if (random() < 0.5) rain()
      const where = await new Promise<string>((resolve) => {
        const patience = setTimeout(() => resolve('any moment'), wanted.length === 0 ? random() * 500 : 4000)
        watching = (provider, passing) => {
          const plan = wanted.find((each) => each.provider === provider && each.phase === passing.phase && each.step === stepOf(provider, passing))
          if (!plan) return undefined
          watching = () => undefined
          clearTimeout(patience)
          // what comes after the last word lies within a few milliseconds
          if (passing.phase === 'told') setTimeout(() => { child.kill('SIGKILL'); resolve(nameOf(plan)) }, random() * 12)
          else { child.kill('SIGKILL'); resolve(nameOf(plan)) }
          return passing.phase === 'told' ? undefined : 'stop'
        }
      })
          watching = () => undefined
      await bury(child)
      steps[where] = (steps[where] ?? 0) + 1
      killed++
    }
    return { start, live, close: () => Promise.all(gates.map((gate) => gate.close())) }
  }

  await store.pool.query(`insert into redcliff.productions (id, title, brief, surface) values ($1, $1, '{}', 'test')`, [production])
  const all = await Promise.all(Array.from({ length: lanes }, openLane))
  const supply = setInterval(() => void Promise.all([waiting(), events()]).then(([orders, unread]) => orders + unread < 20 && placed < 4 * kills ? place() : undefined).catch(() => undefined), 150)
  await place()
  await Promise.all(all.map(async (lane) => { while (begun < kills && !late()) { begun++; await lane.live() } }))
  clearInterval(supply)

  rain.clear()
  const workers = await Promise.all(all.slice(0, 2).map((lane) => lane.start()))
  const settled = async () => { while (await waiting() + await events() > 0 && !late(2)) await new Promise((resolve) => setTimeout(resolve, 50)) }
  await settled()
  const twice = [...await taken()].filter(([, times]) => times > 1).map(([what, times]) => `${times} × ${what}`)
  const { rows: unknown } = await store.pool.query<{ key: string; index: string }>(`select key, request->>'index' as index from redcliff.generations where status = 'unknown'`)
  const told = await count(`redcliff.cards where slot in (select 'trouble:' || key from redcliff.generations where status = 'unknown')`)
  // «buy again», pressed twice
  for (const { key } of unknown) for (const press of [1, 1]) await send(`again:${key}:${press}`, { kind: 'retry-generation', generation: key })
  await settled()
  const asked = new Set(unknown.map(({ index }) => index))
  const twiceUnasked = [...await taken()].filter(([what, times]) => times > (asked.has(what.split(' ')[0] ?? '') ? 2 : 1)).map(([what, times]) => `${times} × ${what}`)
  const { rows: ends } = await store.pool.query<{ status: string; n: number }>('select status, count(*)::int as n from redcliff.generations group by 1')
  const { rows: unkept } = await store.pool.query<{ index: number; what: string }>(
    `select (g.request->>'index')::int as index, case when g.status <> 'done' then g.status || ' ' || coalesce(g.error->>'message', '') else 'not told' end as what
      from redcliff.generations g left join redcliff.cards c on c.slot = 'made:' || (g.request->>'index') where g.status <> 'done' or c.slot is null`)
  const { rows: orphans } = await store.pool.query<{ job: string }>(`select coalesce(job, step) as job from redcliff.purchases p join redcliff.generations g on g.key = p.generation where p.status not in ('done', 'failed', 'given up')`)
  for (const worker of workers) await bury(worker)
  for (const lane of all) await lane.close()
  await Promise.all([openai.close(), replicate.close(), comfyui.close()])
  return {
    kills: killed, steps, faults, orders: placed, asked: asked.size, twice, twiceUnasked,
    ends: Object.fromEntries(ends.map(({ status, n }) => [status, n])),
    lost: [...(told === unknown.length ? [] : [`${unknown.length} orders waited for somebody, who was told of ${told}`]), ...unkept.map(({ index, what }) => `${index} ${kindOf(index)}: ${what}`), ...orphans.map(({ job }) => `bought and not kept: ${job}`)],
    secondsPerKill: (performance.now() - began) / 1000 / killed,
  }
}

const bury = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

type Plan = { provider: string; step: 'submit' | 'poll' | 'download'; phase: Phase }
const nameOf = ({ provider, step, phase }: Plan) => `${provider} ${step}, ${words[phase]}`
const words: Record<Phase, string> = { sent: 'before it went out', taken: 'its answer lost', half: 'half of its answer there', told: 'as it was settled' }

/** Every step of each; what OpenAI makes comes with its answer. */
const plans: Plan[] = ['openai', 'replicate', 'comfyui'].flatMap((provider) => (['submit', 'poll', 'download'] as const).flatMap((step) =>
  provider === 'openai' && step === 'download' ? [] : (['sent', 'taken', 'half', 'told'] as const).map((phase) => ({ provider, step, phase }))))

/** Their names, as they are counted. */
export const killPlans = plans.map((plan) => nameOf(plan))

/** What a request is, by what each provider calls it. */
function stepOf(provider: string, { method, path }: Passing): Plan['step'] | null {
  if (provider === 'openai') return method === 'POST' ? 'submit' : path.includes('/responses/') ? 'poll' : null
  if (provider === 'replicate') return method === 'POST' && path.endsWith('/predictions') ? 'submit' : path.startsWith('/delivery/') ? 'download' : method === 'GET' && /\/predictions\/\w+$/.test(path) ? 'poll' : null
  return method === 'POST' && path.endsWith('/prompt') ? 'submit' : path.endsWith('/view') ? 'download' : /\/(history|jobs)\//.test(path) ? 'poll' : null
}

import { watch } from '../../src/mailbox/watch.ts'
import { mail } from '../../src/store/mail.ts'
import { transaction } from '../../src/store/transaction.ts'
import { buttons, openFilm, openStage, percentile, type Begun, type Stage } from './stage.ts'

export type Orders = { presses: number; p50: number; p95: number; makespan: number; critical: number }

/** How soon a press is an order at the provider, while other shots of the film are being made; and what orchestration adds to a film of 15 shots. */
export async function benchOrders(): Promise<Orders> {
  const stage = await openStage(1)
  try {
    const { small, guild } = stage
    // one person may have three films alive
    const member = (username: string) => {
      const user = small.addUser({ username })
      small.addMember(guild, user)
      return user
    }
    const [user, other] = [member('mei'), member('tom')]
    const waits: number[] = []
    for (const title of ['One', 'Two', 'Three']) waits.push(...await pressThrough(stage, user, title))
    const spans: { makespan: number; critical: number }[] = []
    for (const title of ['Four', 'Five', 'Six']) spans.push(await span(stage, other, title))
    const middle = spans.sort((a, b) => a.makespan / a.critical - b.makespan / b.critical)[1]
    return { presses: waits.length, p50: percentile(waits, 0.5), p95: percentile(waits, 0.95), makespan: middle?.makespan ?? 0, critical: middle?.critical ?? 0 }
  } finally {
    await stage.close()
  }
}

/** Presses 🎬 on shot after shot, each while the earlier ones are at the provider. Milliseconds from press to order. */
async function pressThrough(stage: Stage, user: { id: string }, title: string): Promise<number[]> {
  const { small } = stage
  const { thread, greenlight } = await openFilm(stage, user, 15, title)
  await greenlight().acknowledged
  const waits: number[] = []
  for (let shot = 1; shot <= 15; shot++) {
    const { message, customId } = await small.waitFor(
      () => buttons(small, thread).find(({ customId }) => new RegExp(`~e~pk~1\\.${shot}~[^~]+~0~~?$`).test(customId)), { milliseconds: 60_000, what: `shot 1.${shot}` })
    const left = new Promise<Begun>((resolve) => {
      const stop = stage.onBegun((begun) => { if (begun.craft === 'animate') { stop(); resolve(begun) } })
    })
    const at = Date.now()
    small.as(user).press(message, customId)
    waits.push((await left).at - at)
  }
  return waits
}

/** Every frame is picked the moment it is drawn: from the greenlight to the last take, beside the slowest shot's own times. */
async function span(stage: Stage, user: { id: string }, title: string) {
  const { store, begun } = stage
  const { greenlight } = await openFilm(stage, user, 15, title)
  const { rows: [{ id }] } = await store.pool.query('select id from redcliff.productions where title = $1', [title])
  const before = begun.length
  const done = new AbortController()
  const taken = new Set<string>()
  const answered = new Set<string>()
  const watching = watch(store, id, {
    signal: done.signal,
    async onCard({ card }) {
      const pick = card.choices.find(({ event }) => event['kind'] === 'picked' && event['frame'] === 0)
      if (pick && !answered.has(card.slot)) {
        answered.add(card.slot)
        await transaction(store.pool, (client) => mail(store, client, id, `bench:${card.slot}`, pick.event))
      }
      if (card.shot?.stage === 'take') taken.add(card.slot)
      if (taken.size === 15) done.abort()
    },
  })
  const at = Date.now()
  await greenlight().acknowledged
  await watching
  const makespan = (Date.now() - at) / 1000
  const mine = begun.slice(before)
  const draws = mine.filter(({ craft }) => craft === 'draw')
  const critical = Math.max(...draws.map((draw) => draw.seconds + (mine.find(({ craft, label }) => craft === 'animate' && label === draw.label)?.seconds ?? 0)))
  return { makespan, critical }
}

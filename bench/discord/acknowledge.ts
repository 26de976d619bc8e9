import { buttons, openFilm, openStage, percentile } from './stage.ts'

export type Acknowledged = { films: number; sent: number; p50: number; p99: number; slowest: number; lost: number; waiting: number }

/** 100 productions alive, 50 interactions a second for 60 s: milliseconds until each was acknowledged, as Discord saw it. */
export async function benchAcknowledge({ films = 100, perSecond = 50, seconds = 60 } = {}): Promise<Acknowledged> {
  const stage = await openStage(6)
  const { small, guild, channel, store } = stage
  try {
    const people = Array.from({ length: Math.ceil(films / 3) }, (_, index) => {
      const user = small.addUser({ username: `p${index}`, locale: index % 2 ? 'zh-CN' : 'en-US' })
      small.addMember(guild, user)
      return user
    })
    const threads: { user: { id: string }; thread: { id: string } }[] = []
    for (let index = 0; index < films; index += 5) {
      threads.push(...await Promise.all(Array.from({ length: Math.min(5, films - index) }, async (_, offset) => {
        const user = people[(index + offset) % people.length] ?? { id: '' }
        const { thread, greenlight } = await openFilm(stage, user, 6, `Film ${index + offset}`)
        await greenlight().acknowledged
        return { user, thread }
      })))
    }
    const asked: Promise<number>[] = []
    let lost = 0
    const dice = diceOf(7)
    const began = performance.now()
    for (let turn = 0; turn < perSecond * seconds; turn++) {
      const due = began + turn * 1000 / perSecond
      const late = due - performance.now()
      if (late > 0) await new Promise((resolve) => setTimeout(resolve, late))
      const { user, thread } = threads[dice(threads.length)] ?? { user: { id: '' }, thread: { id: '' } }
      const person = small.as(user)
      const offered = buttons(small, thread).filter(({ customId }) => /~e~pk~|~e~rd~|~page~|~note~|~remix~|~seconds~/.test(customId))
      const pressed = offered[dice(offered.length)]
      const kind = dice(10)
      const interaction = kind === 0 || !pressed ? person.command(thread, 'status') : kind === 1 ? person.command(channel, 'help') : person.press(pressed.message, pressed.customId)
      asked.push(interaction.acknowledged.catch(() => { lost++; return 3000 }))
    }
    const waits = await Promise.all(asked)
    const waiting = await drained(store)
    return { films, sent: waits.length, p50: percentile(waits, 0.5), p99: percentile(waits, 0.99), slowest: Math.max(...waits), lost, waiting }
  } finally {
    await stage.close()
  }
}

/** What was mailed is handled: how many events still wait after ten seconds. */
async function drained(store: { pool: { query(sql: string): Promise<{ rows: { count: number }[] }> } }) {
  for (let look = 0; ; look++) {
    const { rows: [row] } = await store.pool.query('select count(*)::int as count from redcliff.events where handled_at is null')
    if (row?.count === 0 || look > 100) return row?.count ?? 0
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** The same presses in every run. */
const diceOf = (seed: number) => (sides: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
  return sides > 0 ? Math.floor(seed / 2 ** 31 * sides) : 0
}

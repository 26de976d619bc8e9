import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { type Crew, openCrew } from '../src/crew.ts'
import { watch } from '../src/mailbox/watch.ts'
import type { Card } from '../src/mailbox/card.ts'
import { readArguments } from '../src/terminal/read-arguments.ts'
import { converse } from '../src/terminal/conversation.ts'
import { productionId, readInput } from '../src/terminal/read-input.ts'
import { quickCrew } from './discord/quick-crew.ts'
import { filmFolder } from './film-command.ts'
import { ourFfmpeg } from './film-file.ts'
import { scratchDatabase, until } from './store/scratch-store.ts'

const folder = await filmFolder()
const database = await scratchDatabase()
afterAll(() => database.drop())
const table = `# The ferry

|shot|size|move|scene|line|seconds|
|-|-|-|-|-|-|
|1.1|wide|pan|A river at dusk||0.8|
|1.2|close-up|push in|An old man in a boat|Who is it?|1.2|
|1.3|medium|static|A woman with a lantern||0.8|
|1.4|wide|static|The boat on the river||0.8|`

describe('a finished film, and notes on it', () => {
  let crew: Crew
  let id: string
  const cards = new Map<string, Card>()
  const stop = new AbortController()
  const troubles: unknown[] = []
  let watching: Promise<void>

  beforeAll(async () => {
    const home = join(folder, 'home')
    crew = await openCrew(readConfig({ PATH: process.env['PATH'], REDCLIFF_HOME: home, DATABASE_URL: database.url, FFMPEG_PATH: process.env['FFMPEG_PATH'], FFPROBE_PATH: process.env['FFPROBE_PATH'] }, folder), {
      // what is made again matters here, not what it looks like
      providers: [quickCrew(await ourFfmpeg())], eager: false, onError: (error) => troubles.push(error),
    })
    const asked = readArguments([table, '--yes', '--candidates', '1', '--aspect', '1:1'])
    if (asked.kind === 'say') throw new Error(asked.text)
    const brief = await readInput(table, asked.command.options, process.stdin)
    id = productionId(brief)
    await crew.open(id, brief, 'test')
    const nobody = converse({
      auto: true, send: (key, event) => crew.send(id, key, event), picture: async () => null, onError: (error) => troubles.push(error),
      onFilm: async () => undefined, onTrouble: (card) => troubles.push(card), onQuit: () => undefined,
      screen: { print: () => undefined, footer: () => undefined, prompt: () => undefined, close: () => undefined },
    })
    watching = watch(crew.store, id, { signal: stop.signal, onCard: (shown) => { cards.set(shown.card.slot, shown.card); return nobody.onCard(shown) }, onError: (error) => troubles.push(error) })
    await delivered()
  }, 120_000)

  afterAll(async () => {
    stop.abort()
    await watching
    await crew.close()
  })

  /** The film, once nothing is owed any more. */
  const delivered = () => until(async () => {
    if (troubles.length > 0) throw new Error(`Trouble: ${JSON.stringify(troubles[0])} ${String(troubles[0])}`)
    const { rows: [left] } = await crew.store.pool.query(
      `select (select count(*)::int from redcliff.events where handled_at is null) + (select count(*)::int from redcliff.generations where status <> 'done') as owed,
        (select phase from redcliff.productions where id = $1) as phase,
        (select body from redcliff.cards where production = $1 and slot = 'film') as film`, [id])
    return left.owed === 0 && left.phase === 'delivered' && (left.film as Card).media.find(({ name }) => name === 'film.mp4')?.hash
  })
  const shots = async () => (await crew.store.pool.query('select number from redcliff.shots where production = $1 order by number', [id])).rows.map(({ number }) => number as string)
  /** What was made since, by craft and label. A mix is begun ahead of the cut, when there is time for it. */
  const made = async (since: Date) => (await crew.store.pool.query(`select craft, label from redcliff.generations where finished_at > $1 and craft <> 'mix' order by craft, label`, [since])).rows
    .map(({ craft, label }) => ['draw', 'animate', 'speak'].includes(craft) ? `${craft} ${label.split(' ')[0]}` : String(craft))
  let said = 0
  const note = async (text: string) => {
    const before = (await crew.store.pool.query('select clock_timestamp() as now')).rows[0].now as Date
    const key = `note:${++said}`
    await crew.send(id, key, { kind: 'noted', id: key, text })
    await until(async () => cards.has(`reply:${key}`))
    return { film: await delivered(), made: await made(before), reply: cards.get(`reply:${key}`)?.text ?? '' }
  }

  test('a note makes again what depends on it, and nothing else; undo brings back the earlier film without any work at the easel', async () => {
    const first = await delivered()
    const slower = await note('1.2 slower')
    expect(slower.film).not.toBe(first)
    // slower is also longer: its line may be spoken with more ease, and the score is longer
    expect(slower.made).toEqual(['animate 1.2', 'assemble', 'compose', 'deliver', 'direct', 'speak 1.2'])

    const dropped = await note('drop 1.3')
    expect(await shots()).toEqual(['1.1', '1.2', '1.4'])
    expect(dropped.film).not.toBe(slower.film)
    expect(dropped.made).toEqual(['assemble', 'compose', 'deliver', 'direct'])

    const undone = await note('undo')
    expect(await shots()).toEqual(['1.1', '1.2', '1.3', '1.4'])
    expect(undone.film).toBe(slower.film)
    expect(undone.made).toEqual(['direct'])

    const back = await note('undo')
    expect(back.film).toBe(first)
    // its recipe says which take it is now
    expect(back.made).toEqual(['deliver', 'direct'])
  }, 120_000)

  test('what concerns the whole film is cut anew, with the shots as they are', async () => {
    const before = await delivered()
    const titled = await note('title: The Last Ferry')
    expect(titled.film).not.toBe(before)
    expect(titled.made).toEqual(['assemble', 'deliver', 'direct', 'titles'])
    const silent = await note('no music')
    expect(silent.film).not.toBe(titled.film)
    expect(silent.made).toEqual(['assemble', 'deliver', 'direct'])
    expect(await note('undo')).toMatchObject({ film: titled.film, made: ['direct'] })
    expect(await note('undo')).toMatchObject({ film: before })
  }, 120_000)

  test('what was not understood changes nothing, and is said', async () => {
    const before = await delivered()
    const { film, made, reply } = await note('the quick brown fox')
    expect(film).toBe(before)
    expect(made).toEqual(['direct'])
    expect(reply).toMatch(/not understand|Not understood/i)
  }, 60_000)
})

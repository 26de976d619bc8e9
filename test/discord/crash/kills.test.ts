import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { probe } from '../../../src/edit/probe.ts'
import { dice, type Dice } from '../../../src/dice.ts'
import { openStage, patience, sayingOf, violationsOf, type Stage } from '../stage.ts'
import { openAudience } from './audience.ts'
import { openShop, type Shop } from './shop.ts'

const table = `# The ferry

|shot|size|move|scene|line|seconds|transition|
|-|-|-|-|-|-|-|
|1|wide|pan|A river at dusk||0.8||
|2|close-up|static|An old man in a boat|Who is it?|1||
|3|medium|push in|A woman with a lantern||0.8|dissolve|`

/** The whole of it takes two minutes: REDCLIFF_LONG=1; more for a night: REDCLIFF_KILLS=300 npx vitest run test/discord/crash */
const kills = Number(process.env['REDCLIFF_KILLS'] ?? (process.env['REDCLIFF_LONG'] ? 32 : 6))

test(`a bot that is killed ${kills} times finishes every film, and nothing in it is doubled or made twice`, async () => {
  const stage = await openStage({ closed: true, limits: { answerMilliseconds: 1500, nonceMilliseconds: 2000 } })
  const shop = await openShop()
  const audience = openAudience(stage.small, stage.guild, stage.owner)
  const troupe = openTroupe(stage, shop, dice(32))
  const began = performance.now()
  try {
    // half of it as one process, half as a gateway and two workers
    for (const fleet of [[['gateway', 'worker']], [['gateway'], ['worker'], ['worker']]]) {
      await troupe.enter(fleet)
      const first = troupe.killed
      while (troupe.killed - first < kills / 2) {
        await keepFilming(stage)
        await troupe.killOne()
      }
      if (fleet.length === 1) await troupe.leave()
    }
    const chaos = performance.now() - began
    await troupe.allReady()
    await finished(stage, troupe.complaints)
    await wholeAndOnce(stage, shop)
    const films = stage.small.threads(stage.guild).length
    process.stdout.write(`${films} films, ${troupe.killed} kills (${troupe.said()}) in ${(chaos / 1000).toFixed(0)} s, ${audience.presses} presses, all delivered after ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
  } finally {
    audience.leave()
    await troupe.leave()
    await shop.close()
    await stage.close()
  }
}, 900_000)

/** The processes of the bot, and when they die. */
function openTroupe({ small, environment, ffmpeg }: Stage, shop: Shop, roll: Dice) {
  type Member = { roles: string[]; child: ChildProcess; ready: Promise<unknown> }
  const members: Member[] = []
  const complaints: string[] = []
  const moments = new Map<string, number>()
  let killed = 0
  const start = (roles: string[]): Member => {
    // within this, an attempt is sent again under its nonce; later, its message is looked for
    const nonce = roll.next() < 0.5 ? '1500' : '0'
    const child = fork(join(import.meta.dirname, 'crew.ts'), [shop.url, nonce, ffmpeg.ffmpeg, ...roles.flatMap((role) => ['--role', role])], { execArgv: [], env: environment, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => { complaints.push(text); complaints.splice(0, complaints.length - 50) })
    const ready = Promise.race([once(child, 'message'), once(child, 'exit')])
    return { roles, child, ready }
  }
  const kill = async (member: Member) => {
    const { child } = member
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The bot ended by itself with ${child.exitCode ?? child.signalCode}:\n${complaints.slice(-5).join('')}`)
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  return {
    complaints,
    get killed() { return killed },
    said: () => [...moments].map(([moment, times]) => `${times} ${moment}`).join(', '),
    async enter(fleet: string[][]) {
      for (const roles of fleet) members.push(start(roles))
      await Promise.all(members.map(({ ready }) => ready))
    },
    allReady: () => Promise.all(members.map(({ ready }) => ready)),
    async killOne() {
      const index = Math.floor(roll.next() * members.length)
      const member = members[index]!
      const moment = momentOf(roll.next())
      moments.set(moment, (moments.get(moment) ?? 0) + 1)
      if (moment === 'while starting') await wait(roll.next() * 400)
      else {
        await member.ready
        // the effect is there, its answer never comes
        if (moment === 'at a message') await atMessage(small, 1 + Math.floor(roll.next() * 4), () => { member.child.kill('SIGKILL') })
        else await wait(roll.next() * roll.next() * 900)
      }
      if (moment !== 'at a message') await kill(member)
      else if (member.child.signalCode === null) await once(member.child, 'exit')
      killed++
      members[index] = start(member.roles)
    },
    async leave() {
      for (const { child } of members.splice(0)) {
        if (child.exitCode !== null || child.signalCode !== null) continue
        const gone = once(child, 'exit')
        child.kill('SIGKILL')
        await gone
      }
    },
  }
}

type Moment = 'at a message' | 'after a while' | 'while starting'
const momentOf = (roll: number): Moment => roll < 0.45 ? 'at a message' : roll < 0.9 ? 'after a while' : 'while starting'

/** Calls at once when the bot's so-manieth message from now appears or changes; gives up when the bot has nothing to say for a while. */
async function atMessage(small: Stage['small'], count: number, then: () => void) {
  let left = count
  const silence = new AbortController()
  await new Promise<void>((resolve) => {
    const end = () => { deaf(); silence.abort(); resolve() }
    const deaf = small.on((change) => {
      if ((change.kind === 'message create' || change.kind === 'message update') && --left === 0) { then(); end() }
    })
    wait(1500, undefined, { signal: silence.signal }).then(() => { then(); end() }, () => undefined)
  })
}

/** There is always a film being made while somebody is killed. */
async function keepFilming({ small, owner, channel, guild, command }: Stage) {
  if (small.commands().length === 0) return
  const posted = small.threads(guild).filter((thread) => small.messages(thread).some((message) => /film\.mp4/.test(sayingOf(message)))).length
  if (small.threads(guild).length > posted) return
  const asked = command(owner, channel, 'film', { file: { name: 'ferry.md', bytes: Buffer.from(table), contentType: 'text/markdown' }, aspect: '1:1' })
  asked.response.catch(() => undefined)
  await asked.acknowledged.catch(() => undefined)
}

async function finished({ small, guild, base }: Stage, complaints: string[]) {
  const count = async () => (await base('select id, phase from redcliff.productions')) as { id: string; phase: string }[]
  const end = Date.now() + 3 * patience
  for (;;) {
    const films = await count()
    const posted = small.threads(guild).filter((thread) => small.messages(thread).some((message) => /The film · .*film\.mp4/s.test(sayingOf(message)))).length
    if (films.length > 0 && films.every(({ phase }) => phase === 'delivered') && posted === films.length) return
    if (Date.now() > end) {
      const threads = small.threads(guild).map((thread) => small.messages(thread).map((message) => `  - ${sayingOf(message).replaceAll('\n', ' ⏎ ').slice(0, 160)}`).join('\n')).join('\n\n')
      const works = await base(`select craft, label, status, owner, attempts, crashes, error from redcliff.generations where status <> 'done'`)
      throw new Error(`After ${patience / 20_000} minutes ${posted} of ${films.length} films are posted: ${JSON.stringify(films)}\n${threads}\nNot done: ${JSON.stringify(works)}\n${complaints.slice(-5).join('')}`)
    }
    await wait(100)
  }
}

async function wholeAndOnce(stage: Stage, shop: Shop) {
  const { small, guild, base } = stage
  // the last answers and edits
  const settled = Date.now() + patience
  for (;;) {
    const [row] = await base<{ owed: number }>(`select (select count(*) from redcliff.cards where posted is distinct from revision and slot not like 'said%')::int + (select count(*) from redcliff.posts where slot = 'progress' or message is null)::int as owed`)
    if (row?.owed === 0) break
    if (Date.now() > settled) throw new Error(`Something is still owed: ${JSON.stringify(await base(`select production, slot, message, attempted_at from redcliff.posts where message is null or slot = 'progress'`))}`)
    await wait(50)
  }
  // every message of the bot in a thread is the one of its card
  const posts = await base<{ thread: string; message: string; slot: string }>('select t.thread, p.message, p.slot from redcliff.posts p join redcliff.threads t using (production)')
  for (const thread of small.threads(guild)) {
    const own = small.messages(thread).filter(({ author, type }) => author.id === small.botUser.id && (type === 0 || type === 19))
    const known = posts.filter((post) => post.thread === thread.id)
    expect(own.map((message) => known.find((post) => post.message === message.id)?.slot ?? `doubled: ${sayingOf(message).slice(0, 120)}`).sort())
      .toEqual(['board', 'cut', 'film', 'shot:1', 'shot:2', 'shot:3'])
  }
  const [films] = await base<{ count: number }>('select count(*)::int as count from redcliff.threads')
  expect(small.threads(guild), 'one thread for each film').toHaveLength(films?.count ?? 0)

  // nothing was made twice
  const works = await base<{ craft: string; status: string; attempts: number; owner: number | null; bought: number }>(
    `select craft, status, attempts, owner, (select count(*)::int from redcliff.purchases p where p.generation = g.key) as bought from redcliff.generations g`)
  expect(works.filter(({ status, attempts, owner }) => status !== 'done' || attempts !== 1 || owner !== null)).toEqual([])
  expect(works.filter(({ craft, bought }) => bought !== (['draw', 'animate', 'titles'].includes(craft) ? 1 : 0))).toEqual([])
  expect(works.filter(({ craft }) => craft === 'animate')).toHaveLength(3 * (films?.count ?? 0))
  expect([...shop.orders.values()].filter((times) => times !== 1), 'each order came to the shop once').toEqual([])
  expect(shop.orders.size).toBe(works.filter(({ bought }) => bought > 0).length)
  expect(await base('select kind, count(*) from (select body->>\'kind\' as kind from redcliff.events where handled_at is null or dead_at is not null) as lost group by kind')).toEqual([])
  expect(violationsOf(small.violations)).toEqual([])

  for (const thread of small.threads(guild)) {
    const film = small.messages(thread).find((message) => /film\.mp4/.test(sayingOf(message)))
    const bytes = film && stage.files(film).find(({ name }) => name === 'film.mp4')?.bytes
    await writeFile(join(stage.folder, `${thread.id}.mp4`), bytes ?? '')
    const { streams } = await probe(stage.ffmpeg, join(stage.folder, `${thread.id}.mp4`))
    expect(streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac', 'bin_data'])
  }
}

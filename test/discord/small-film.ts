import { expect } from 'vitest'
import { sayingOf, until, violationsOf, type Stage } from './stage.ts'

/** A storyboard of so many shots, as short as they may be. */
export const smallTable = (shots: number, title = 'The ferry') =>
  `# ${title}\n\n|shot|size|move|scene|seconds|\n|-|-|-|-|-|\n${Array.from({ length: shots }, (_, index) => `|${index + 1}|wide|static|A boat on the river, number ${index + 1}|0.8|`).join('\n')}\n`

/** Opens a silent film of a table; resolves with its thread. */
export async function openSmallFilm(stage: Stage, { shots = 1, title = 'The ferry', by = stage.owner, where = stage.channel }: { shots?: number; title?: string; by?: { id: string }; where?: { id: string } } = {}) {
  const { small, guild } = stage
  const before = small.threads(guild).map(({ id }) => id)
  const given = stage.command(by, where, 'film', { file: { name: 'table.md', bytes: Buffer.from(smallTable(shots, title)) }, aspect: '1:1', music: 'off', voice: 'off' })
  await given.response
  return small.waitFor(() => small.threads(guild).find(({ id }) => !before.includes(id)), { milliseconds: 60_000, what: `a thread for «${title}»` })
}

/** The messages of the bot in a thread are those of its cards, each once; everything that stands was posted. */
export async function eachOnce(stage: Stage, thread: { id: string }) {
  await until('every card posted', async () => {
    const [row] = await stage.base<{ owed: number }>('select count(*)::int as owed from redcliff.cards c join redcliff.threads t using (production) where t.thread = $1 and posted is distinct from revision', [thread.id])
    return row?.owed === 0
  })
  const posts = await stage.base<{ slot: string; message: string }>('select p.slot, p.message from redcliff.posts p join redcliff.threads t using (production) where t.thread = $1', [thread.id])
  const own = stage.small.messages(thread).filter(({ author, type, visibleTo }) => author.id === stage.small.botUser.id && (type === 0 || type === 19) && visibleTo === undefined)
  expect(own.filter(({ id }) => !posts.some(({ message }) => message === id)).map(sayingOf), 'messages that belong to no card').toEqual([])
  expect(violationsOf(stage.small.violations)).toEqual([])
}

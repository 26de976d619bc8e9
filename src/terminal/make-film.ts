import { appendFileSync, mkdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { beginCrew } from '../begin-crew.ts'
import type { Crew } from '../crew.ts'
import { Brief } from '../film/brief.ts'
import { watch } from '../mailbox/watch.ts'
import type { Card } from '../mailbox/card.ts'
import { ReadingError } from '../reading/reading-error.ts'
import { converse } from './conversation.ts'
import { explain } from './explain.ts'
import { fillFolder, freeFolder, readyFolder } from './film-folder.ts'
import type { FilmCommand, FilmOptions } from './read-arguments.ts'
import { productionId, readInput, slug } from './read-input.ts'
import { openScreen } from './screen.ts'

/** One film from one command. Resolves to the exit code: 0 a film, 1 something failed, 2 what was brought cannot be used, 130 stopped. */
export async function makeFilm({ input, options }: FilmCommand): Promise<number> {
  const leaving = new AbortController()
  const leave = () => leaving.abort()
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
  let crew: Crew | undefined
  try {
    const config = readConfig(process.env, process.cwd())
    const log = logFile(config.home)
    const brief = input === undefined ? undefined : await readInput(input, options, process.stdin)
    const begun = beginCrew(config, { signal: leaving.signal, onError: log })
    // the graph and the clients of the providers take half a second to load: meanwhile the database comes
    const { openCrew } = await import('../crew.ts')
    crew = await openCrew(config, { signal: leaving.signal, onError: log, begun })
    checkVoice(options.voice, crew.voices)
    const film = options.resume === undefined && brief ? { id: productionId(brief), brief } : await findProduction(crew, options.resume ?? '')
    await crew.open(film.id, film.brief, 'terminal', options.budget)
    return await follow(crew, film, options, leaving, log)
  } catch (error) {
    if (leaving.signal.aborted) return 130
    process.stderr.write(`${explain(error)}\n`)
    return error instanceof ReadingError ? 2 : 1
  } finally {
    await crew?.close().catch((error) => process.stderr.write(`${explain(error)}\n`))
  }
}

type Film = { id: string; brief: Brief }

/** Follows a production to its end, in conversation or by itself. */
async function follow(crew: Crew, { id, brief }: Film, options: FilmOptions, leaving: AbortController, log: (error: unknown) => void): Promise<number> {
  const auto = options.yes || !process.stdin.isTTY || !process.stdout.isTTY
  const folder = options.out ?? await freeFolder(join('films', slug(brief.title)), brief)
  await readyFolder(folder)
  const ended = new AbortController()
  let exitCode = 130
  const end = (code: number) => { exitCode = code; ended.abort() }
  const screen = openScreen({
    input: process.stdin, output: process.stdout, onInterrupt: () => leaving.abort(),
    onLine: auto ? null : (line) => conversation.onLine(line),
  })
  const conversation = converse({
    screen, auto,
    send: (key, event) => crew.send(id, key, event),
    async onFilm(card) {
      await fillFolder(folder, card.media, crew.assets)
      screen.print(`\n${card.media.map(({ name }) => `  ${join(folder, name)}`).join('\n')}`)
      exitCode = 0
      if (auto) end(0)
    },
    onTrouble(card) {
      screen.print(`Nothing that was made is lost. Go on with: npm run film -- --resume ${id}`)
      // at a cap the film waits for money: it is not made
      end(card.slot.startsWith('trouble') || card.slot.startsWith('cap:') ? 1 : 0)
    },
    onQuit: () => end(exitCode),
    picture: (card) => lookAt(card, folder, crew),
    onError: log,
  })
  const signal = AbortSignal.any([ended.signal, leaving.signal])
  try {
    await watch(crew.store, id, { onCard: conversation.onCard, onProgress: conversation.onProgress, onError: (error) => { screen.print(explain(error)); log(error); end(1) }, signal })
    if (leaving.signal.aborted) screen.print(`Stopped. Go on with the same command, or: npm run film -- --resume ${id}`)
    return leaving.signal.aborted ? 130 : exitCode
  } finally {
    screen.close()
  }
}

/** The candidates of a shot on one lettered sheet, where a person can open it; a clip as it is. */
async function lookAt(card: Card, folder: string, { assets }: Crew): Promise<string | null> {
  const [first] = card.media
  if (!first) return null
  if (first.kind === 'video') {
    await fillFolder(join(folder, 'takes'), card.media, assets)
    return join(folder, 'takes', first.name)
  }
  const { drawCandidates } = await import('../edit/contact-sheet.ts')
  const pictures = await Promise.all(card.media.map(({ hash }) => assets.read(hash)))
  const path = join(folder, 'panels', `${card.slot.slice(5)}.png`)
  await mkdir(join(folder, 'panels'), { recursive: true })
  await writeFile(path, await drawCandidates(pictures))
  return path
}

function checkVoice(voice: string | null, voices: readonly string[]) {
  if (voice === null || voice === 'off' || voices.length === 0 || voices.includes(voice)) return
  throw new ReadingError(`There is no voice ${voice} here. There are ${voices.join(', ')}, and off.`)
}

async function findProduction({ store, assets }: Crew, id: string): Promise<Film> {
  const { rows: [found] } = await store.pool.query('select brief from redcliff.productions where id = $1', [id])
  if (found) return { id, brief: Brief.parse(await assets.readJson(found.brief)) }
  const { rows } = await store.pool.query('select id from redcliff.productions where finished_at is null order by created_at desc limit 10')
  throw new ReadingError(`There is no film ${id} here. ${rows.length > 0 ? `Not finished yet: ${rows.map((row) => row.id).join(', ')}.` : 'None is waiting to be finished.'}`)
}

/** What went wrong in the background, for whoever looks into it; the person sees the trouble card. */
function logFile(home: string) {
  return (error: unknown) => {
    try {
      mkdirSync(home, { recursive: true })
      appendFileSync(join(home, 'redcliff.log'), `${new Date().toISOString()} ${error instanceof Error ? error.stack : String(error)}\n`)
    } catch {
      // a full disk must not stop the one who tells of it
    }
  }
}

import { forChildren } from './for-children.ts'

Object.assign(process.env, forChildren())
process.exitCode = await film(process.argv.slice(2))
// pools and workers are closed by now; a library's idle timer must not keep the shell waiting
process.exit()

/** Loads no more than the answer needs: `--help` must not wait for a database and a graph. */
async function film(words: string[]): Promise<number> {
  if (words.includes('--help') || words.includes('-h')) return say(process.stdout, (await import('./terminal/help.ts')).help, 0)
  const { readArguments } = await import('./terminal/read-arguments.ts')
  const asked = readArguments(words)
  if (asked.kind === 'say') return say(asked.exitCode === 0 ? process.stdout : process.stderr, asked.text, asked.exitCode)
  const { makeFilm } = await import('./terminal/make-film.ts')
  return makeFilm(asked.command)
}

function say(stream: NodeJS.WriteStream, text: string, exitCode: number) {
  stream.write(`${text}\n`)
  return exitCode
}

import { forChildren } from './for-children.ts'

Object.assign(process.env, forChildren())
process.exitCode = await main(process.argv.slice(2))
// a library's idle timer must not keep the shell waiting
process.exit()

/** Loads no more than the answer needs. */
async function main(words: string[]): Promise<number> {
  const { mainHelp, readRoles } = await import('./discord/run/read-roles.ts')
  const asked = readRoles(words)
  if (asked.kind === 'say') return say(asked.exitCode === 0 ? process.stdout : process.stderr, asked.text ?? mainHelp, asked.exitCode)
  const { readConfig } = await import('./config.ts')
  const { explainStart, runMain } = await import('./discord/run/run-main.ts')
  try {
    return await runMain(readConfig(process.env, process.cwd()), asked.roles, { stop: stopSignal(), entry: new URL(import.meta.url) })
  } catch (error) {
    return say(process.stderr, explainStart(error), 1)
  }
}

/** Ctrl-C, a service manager, or the parent of a shard asks us to end. The second time, at once. */
function stopSignal(): AbortSignal {
  const leaving = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (leaving.signal.aborted) process.exit(130)
      leaving.abort()
    })
  }
  return leaving.signal
}

function say(stream: NodeJS.WriteStream, text: string, exitCode: number) {
  stream.write(`${text}\n`)
  return exitCode
}

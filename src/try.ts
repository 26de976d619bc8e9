import { forChildren } from './for-children.ts'

Object.assign(process.env, forChildren())
const { parseArgs } = await import('node:util')
const leaving = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => leaving.signal.aborted ? process.exit(130) : leaving.abort())
process.exitCode = await run()
// a library's idle timer must not keep the shell waiting
process.exit()

async function run(): Promise<number> {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '4180' }, with: { type: 'string', default: '' }, help: { type: 'boolean', short: 'h' } } })
    if (values.help) return say('npm run try [-- --port 4180] [--with openai,replicate,comfyui]\n\nOpens the bot in a small Discord of our own, and a page in which to use it. No token, no network.\n--with rehearses a paid film: these providers are played on this machine, prices and caps are as they would be, and nothing costs anything.', 0)
    const { readConfig } = await import('./config.ts')
    const { openTry } = await import('./try/open-try.ts')
    const { readRehearsed } = await import('./try/rehearse.ts')
    const opened = await openTry(readConfig(process.env, process.cwd()), { port: Number(values.port), rehearsed: readRehearsed(values.with), signal: leaving.signal })
    if (opened.played.length > 0) say(`This is a rehearsal: ${opened.played.join(', ')} are played on this machine. Prices are shown as they would be; nothing costs anything.`, 0)
    say(`Redcliff is at ${opened.url}\nOpen it in a browser, and type /film. Ctrl-C ends it.`, 0)
    if (!leaving.signal.aborted) await new Promise((resolve) => leaving.signal.addEventListener('abort', resolve, { once: true }))
    await opened.close()
    return 0
  } catch (error) {
    if (leaving.signal.aborted) return 130
    const { explainStart } = await import('./discord/run/run-main.ts')
    return say(explainStart(error), 1)
  }
}

function say(text: string, exitCode: number) {
  (exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`)
  return exitCode
}

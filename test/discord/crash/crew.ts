// The bot in a process of its own, to be killed: what src/main.ts opens, with a crew that is quick and buys what it draws and films.
import { flushCompileCache } from 'node:module'
import { destination } from 'pino'
import { readConfig } from '../../../src/config.ts'
import { openBot } from '../../../src/discord/run/open-bot.ts'
import { readRoles } from '../../../src/discord/run/read-roles.ts'
import { openLog } from '../../../src/log.ts'
import type { PaidWork } from '../../../src/lab/work.ts'
import { quickCrew } from '../quick-crew.ts'

const [shop = '', nonce = '120000', ffmpeg = 'ffmpeg', ...words] = process.argv.slice(2)
const asked = readRoles(words)
const config = readConfig(process.env, process.cwd())
process.once('disconnect', () => process.exit())
const crew = quickCrew({ ffmpeg })
await openBot(config, {
  token: config.discord.token ?? '',
  roles: asked.kind === 'run' ? asked.roles : [],
  providers: [{ ...crew, draw: bought('draw', crew.draw), animate: bought('animate', crew.animate) }],
  log: openLog({ level: 'warn', name: 'crew' }, destination({ fd: 2, sync: true })),
  times: { starter: 1500, order: 300, progressAfter: 300, nonce: Number(nonce), retry: [50, 100, 200, 500] },
})
process.send?.('ready')
// what is killed keeps nothing for the next one by itself
flushCompileCache()

/** The same, for money. */
function bought<Request, Result>(step: string, make: ((request: Request, work: PaidWork) => Promise<Result>) | undefined): (request: Request, work: PaidWork) => Promise<Result> {
  return async (request, work) => await work.buy({
    step, provider: 'shop', model: step, price: 0.01,
    async submit(key) {
      await fetch(`${shop}/${key}`, { method: 'POST', signal: work.signal })
      return { job: key }
    },
    find: async (key) => (await fetch(`${shop}/${key}`)).ok ? { job: key } : 'never came',
    collect: async () => ({ result: await make?.(request, work), cost: 0.01 }),
  }) as Result // what `make` gave is kept as JSON and comes back as it was
}

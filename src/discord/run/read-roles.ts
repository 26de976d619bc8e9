import { parseArgs } from 'node:util'

export type Role = 'gateway' | 'worker'
export type Asked = { kind: 'run'; roles: Role[] } | { kind: 'say'; text?: string; exitCode: number }

export const mainHelp = `Redcliff's Discord bot.

  npm start                         gateway and worker in one process
  npm start -- --role gateway       only listens to Discord and writes down what happens
  npm start -- --role worker        only makes films and posts them; run as many as you like on one DATABASE_URL
                                    (they share REDCLIFF_HOME too: what is made is kept there as files)

Settings come from the environment or the file .env: see .env.example.
DISCORD_TOKEN is the one it cannot do without; README.md, «Put it in your server», says where to get it.
Without a token: npm run try opens the same bot in a Discord of our own, in your browser.`

/** What the command line of `npm start` asks for. */
export function readRoles(words: string[]): Asked {
  try {
    const { values } = parseArgs({ args: words, options: { role: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } } })
    if (values.help) return { kind: 'say', exitCode: 0 }
    const roles = values.role ?? ['gateway', 'worker']
    const unknown = roles.find((role) => !isRole(role))
    if (unknown !== undefined) return { kind: 'say', text: `There is no role «${unknown}». There are gateway and worker; without --role one process is both.`, exitCode: 2 }
    return { kind: 'run', roles: roles.filter(isRole) }
  } catch (error) {
    return { kind: 'say', text: `${error instanceof Error ? error.message : String(error)}\n\n${mainHelp}`, exitCode: 2 }
  }
}

const isRole = (word: string): word is Role => word === 'gateway' || word === 'worker'

import { ConfigError } from '../config-error.ts'

/** A database's refusal as a sentence for a person, or the error itself when it is not theirs to mend. */
export function explainRefusal(error: unknown, url: string): unknown {
  if (error instanceof ConfigError || !(error instanceof Error)) return error
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const sentence = sentences.find(([codes]) => codes.includes(code))?.[1] ?? (/timeout/i.test(error.message) ? unreachable : undefined)
  return sentence ? new ConfigError(sentence(place(url)), { cause: error }) : error
}

const unreachable = (at: string) => `The database at ${at} cannot be reached. Is it running, and is DATABASE_URL right?`

const sentences: [string[], (at: string) => string][] = [
  [['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET', 'ENOENT'], unreachable],
  [['28P01', '28000'], (at) => `The database at ${at} refuses the user or the password of DATABASE_URL.`],
  [['3D000'], (at) => `There is no such database at ${at}. Create it (createdb), or correct DATABASE_URL.`],
  [['42501'], (at) => `The user of DATABASE_URL may not create the schemas redcliff and redcliff_boss at ${at}. Grant CREATE on the database.`],
  [['53300'], (at) => `The database at ${at} has no connection left. Close some, or raise its max_connections.`],
  [['53100', 'ENOSPC'], (at) => `The disk of the database at ${at} is full. Free some space, then try again.`],
]

/** Without user and password: this is shown. */
function place(url: string) {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch { return 'the given address' }
}

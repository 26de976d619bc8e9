import pino from 'pino'
import { scrub } from './safety/scrub.ts'

export type Log = pino.Logger

/** One line of JSON for each thing worth knowing, on standard output. Never a word that a person wrote, never a secret. */
export const openLog = ({ level, name }: { level: pino.LevelWithSilent; name: string }, to: pino.DestinationStream = pino.destination({ fd: 1, sync: false })): Log =>
  pino({
    level,
    name,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => error instanceof Error ? withoutSecrets(error) : { message: scrub(String(error)) } },
    redact: { paths: ['token', '*.token', 'authorization', '*.authorization', 'content', '*.content'], censor: '[left out]' },
  }, to)

function withoutSecrets(error: Error): object {
  const { name, message, stack } = error
  // a request's body is what people wrote; its route and status are enough to find it
  const { code, status, method, url } = error as { code?: unknown; status?: unknown; method?: unknown; url?: unknown }
  return {
    type: name,
    message: scrub(message),
    stack: scrub(stack ?? ''),
    ...Object.fromEntries(Object.entries({ code, status, method, url: typeof url === 'string' ? scrub(url) : undefined }).filter(([, value]) => value !== undefined)),
    ...(error.cause instanceof Error ? { cause: withoutSecrets(error.cause) } : {}),
  }
}

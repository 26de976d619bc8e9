import type { Limits } from './interface.ts'

const MiB = 2 ** 20
const minutes = 60_000

/** Discord's own. https://docs.discord.com/developers/topics/rate-limits */
export const discordLimits: Limits = {
  answerMilliseconds: 3000,
  tokenMilliseconds: 15 * minutes,
  nonceMilliseconds: 3 * minutes,
  globalPerSecond: 50,
  bucketFactor: 1,
  requestBytes: 25 * MiB,
  fileBytes: 10 * MiB,
  linkMilliseconds: 24 * 60 * minutes,
  resumeMilliseconds: 3 * minutes,
  heartbeatMilliseconds: 41_250,
  identifies: 1000,
  maxConcurrency: 1,
  gatewaySendsPerMinute: 120,
  oldEditsPerHour: 30,
}

/** For the bench and for tests of other things: nobody waits for a bucket. */
export const generousLimits: Partial<Limits> = { globalPerSecond: Infinity, bucketFactor: Infinity, maxConcurrency: 16 }

import { join, resolve } from 'node:path'
import { z } from 'zod'
import { ConfigError } from './config-error.ts'

const Environment = z.object({
  REDCLIFF_HOME: z.string().min(1).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  FFMPEG_PATH: z.string().min(1).optional(),
  FFPROBE_PATH: z.string().min(1).optional(),
  PATH: z.string().optional(),
  REDCLIFF_WORKERS: z.coerce.number().int().min(1).max(64).optional(),
})

export type Config = {
  /** Where the database and what was made are kept. */
  home: string
  databaseUrl: string | undefined
  ffmpegPath: string | undefined
  ffprobePath: string | undefined
  path: string | undefined
  /** Places for drawing and rendering; undefined: one for each core. */
  workers: number | undefined
}

/** The environment, parsed once. An empty variable counts as left out. */
export function readConfig(environment: NodeJS.ProcessEnv, folder: string): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}. See .env.example.`).join(' '))
  }
  const { REDCLIFF_HOME, DATABASE_URL, FFMPEG_PATH, FFPROBE_PATH, PATH, REDCLIFF_WORKERS } = parsed.data
  return {
    home: resolve(folder, REDCLIFF_HOME ?? join(folder, '.redcliff')),
    databaseUrl: DATABASE_URL,
    ffmpegPath: FFMPEG_PATH,
    ffprobePath: FFPROBE_PATH,
    path: PATH,
    workers: REDCLIFF_WORKERS,
  }
}

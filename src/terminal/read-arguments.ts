import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Language } from '../film/brief.ts'
import { Aspect, Definition } from '../film/frame-size.ts'
import { Look, Mood } from '../film/look.ts'
import { version } from '../version.ts'
import { help } from './help.ts'

const whole = (name: string, from: number, to: number) =>
  z.string().regex(/^\d+$/, `--${name} is a whole number from ${from} to ${to}.`).transform(Number)
    .refine((value) => value >= from && value <= to, `--${name} goes from ${from} to ${to}.`)

const oneOf = <Schema extends z.ZodEnum>(name: string, schema: Schema) =>
  z.string().refine((value) => schema.options.includes(value), `--${name} is one of ${schema.options.join(', ')}.`).transform((value) => schema.parse(value))

const Options = z.object({
  'out': z.string().min(1, '--out needs the name of a folder.').optional(),
  'aspect': oneOf('aspect', Aspect).default('16:9'),
  'size': oneOf('size', Definition).default('720p'),
  'fps': z.enum(['24', '25', '30'], { error: '--fps is one of 24, 25, 30.' }).default('24').transform((fps) => Number(fps) as 24 | 25 | 30),
  'seconds': z.string().transform(Number).refine((seconds) => seconds >= 3 && seconds <= 1800,
    '--seconds goes from 3 to 1800 (half an hour). For more, make the film in parts, one act at a time.').nullable().default(null),
  'language': oneOf('language', z.enum([...Language.options, 'auto'])).default('auto'),
  'look': oneOf('look', Look).nullable().default(null),
  'voice': z.string().regex(/^[a-z0-9-]{1,40}$/, '--voice is a name such as narrator, man-1 or off.').nullable().default(null),
  'music': oneOf('music', z.enum([...Mood.options, 'off'])).nullable().default(null),
  'candidates': whole('candidates', 1, 4).nullable().default(null),
  'budget': z.string().regex(/^\d{1,6}(\.\d{1,2})?$/, '--budget is an amount in US dollars, such as 5 or 7.50.').transform(Number).nullable().default(null),
  'seed': whole('seed', 0, 2_000_000_000).default(1),
  'yes': z.boolean().default(false),
  'resume': z.string().min(1).optional(),
})
export type FilmOptions = z.infer<typeof Options>

export type FilmCommand = { input: string | undefined; options: FilmOptions }

/** A command to carry out, or words to say and an exit code: 0 for what was asked for, 2 for what cannot be understood. */
export type Asked = { kind: 'command'; command: FilmCommand } | { kind: 'say'; text: string; exitCode: number }

export function readArguments(words: string[]): Asked {
  const say = (text: string, exitCode = 2): Asked => ({ kind: 'say', text, exitCode })
  try {
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: known })
    if (values.version) return say(version, 0)
    const parsed = Options.safeParse(values)
    if (!parsed.success) return say(parsed.error.issues.map(({ message }) => message).join('\n'))
    if (positionals.length === 0 && parsed.data.resume === undefined) return say(`${help}\n\nNothing was brought. Give a text, a file, or - for standard input.`)
    return { kind: 'command', command: { input: positionals.length > 0 ? positionals.join(' ') : undefined, options: parsed.data } }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return say(`${error.message.replace(/\. To specify a positional argument.*/s, '.')}\nSee npm run film -- --help`)
  }
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const known = {
  out: text, aspect: text, size: text, fps: text, seconds: text, language: text, look: text, voice: text, music: text,
  candidates: text, budget: text, seed: text, resume: text, yes: { ...flag, short: 'y' }, help: { ...flag, short: 'h' }, version: flag,
} as const

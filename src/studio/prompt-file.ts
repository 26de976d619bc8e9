import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A file of `prompts/`: its front matter by name, and its text. */
export type PromptFile = { name: string; head: Record<string, string>; body: string }

export type Prompts = (name: string) => Promise<PromptFile>

/** Reads each file once. */
export function openPrompts(folder: string): Prompts {
  const read = new Map<string, Promise<PromptFile>>()
  return (name) => {
    if (!/^[\w-]+(\/[\w-]+)?$/.test(name)) return Promise.reject(new Error(`«${name}» is no name of a prompt.`))
    const known = read.get(name) ?? load(folder, name)
    read.set(name, known)
    known.catch(() => read.delete(name))
    return known
  }
}

async function load(folder: string, name: string): Promise<PromptFile> {
  const text = await readFile(join(folder, `${name}.md`), 'utf8').catch((cause: unknown) => { throw new Error(`There is no prompt «${name}» in ${folder}.`, { cause }) })
  const [, head = '', body = text] = /^---\r?\n([^]*?)\r?\n---\r?\n([^]*)$/.exec(text) ?? []
  const lines = [...head.matchAll(/^(\w[\w-]*):[ \t]*(.*)$/gm)].map(([, key = '', value = '']) => [key, unquoted(value.trim())])
  return { name, head: Object.fromEntries(lines), body: body.trim() }
}

const unquoted = (value: string) => /^"(.*)"$/.exec(value)?.[1]?.replaceAll('\\"', '"') ?? value

/** `{{name}}` by its value; null says so. */
export const filled = (text: string, values: Record<string, unknown>) =>
  text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => spelled(values[name]))

const spelled = (value: unknown) => value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/**
 * A prompt in its two halves: what is the same every time, for the provider's cache, and what is asked now.
 * In the first each `{{name}}` is written ‹name›; the second gives every name its value.
 */
export function halves({ body }: PromptFile, inputs: Record<string, unknown>): { stable: string; live: string } {
  return {
    stable: body.replace(/\{\{\s*(\w+)\s*\}\}/g, '‹$1›'),
    live: Object.entries(inputs).map(([name, value]) => block(name, value)).join('\n\n'),
  }
}

/** A value under its name. What people wrote cannot end its own block. */
const block = (name: string, value: unknown) => typeof value === 'string'
  ? `<${name}>\n${value.replaceAll(`</${name}>`, `< /${name}>`)}\n</${name}>`
  : `<${name} json>\n${JSON.stringify(value ?? null).replaceAll('</', '<\\/')}\n</${name}>`

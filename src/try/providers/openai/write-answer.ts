import { anyAnswer, fitAnswer } from './fit-answer.ts'
import { readInputs, type Asked } from './read-conversation.ts'
import type { ServerFault } from './server-fault.ts'
import { writeLikeAModel } from './write-like-a-model.ts'

/** Who answers a prompt; undefined leaves it to the rules. */
export type Answerer = (prompt: string, inputs: Record<string, unknown>, schema: Record<string, unknown> | null, asked: Asked) => unknown

export type Written = { kind: 'text' | 'refusal' | 'cut'; text: string; tokens: { in: number; cached: number; out: number } }

/**
 * What the model writes. Our own prompts are answered by the rules of the animatic, so that whole films come out; words in
 * what was asked make it misbehave: «refuse me», «cut me off», «garble me» (once, or with «always»).
 */
export async function writeAnswer(asked: Asked, fault: ServerFault | null, answerer: Answerer, seen: Set<string>): Promise<Written> {
  const told = (words: string) => new RegExp(`\\b${words} always\\b`, 'i').test(asked.text) || (asked.again === 0 && new RegExp(`\\b${words}\\b`, 'i').test(asked.text))
  const tokens = (text: string) => ({ in: count(asked.stable) + count(JSON.stringify(asked.schema ?? '')) + count(asked.text) + asked.pictures * 765, cached: cachedPart(asked, seen), out: count(text) })
  if (fault?.kind === 'refuse' || told('refuse me')) {
    const text = 'I’m sorry, but I can’t help with that.'
    return { kind: 'refusal', text, tokens: tokens(text) }
  }
  const text = await answerOf(asked, answerer)
  if (fault?.kind === 'cut' || told('cut me off') || count(text) > asked.maxTokens) {
    const part = text.slice(0, Math.min(text.length / 2, asked.maxTokens * 4))
    return { kind: 'cut', text: part, tokens: tokens(part) }
  }
  const garbled = fault?.kind === 'malformed' || told('garble me') ? `Here you are!\n${text.slice(0, -3)}` : text
  return { kind: 'text', text: garbled, tokens: tokens(garbled) }
}

async function answerOf(asked: Asked, answerer: Answerer): Promise<string> {
  const inputs = readInputs(asked.text)
  const given = await answerer(asked.name, inputs, asked.schema, asked)
  if (typeof given === 'string') return given
  const answer = given ?? reviewed(asked.name, inputs) ?? await writeLikeAModel(asked.name, inputs)
  if (!asked.schema) return JSON.stringify(answer ?? { answer: 'words' })
  return JSON.stringify(answer === undefined ? anyAnswer(asked.schema) : fitAnswer(asked.schema, answer))
}

const reviewed = (prompt: string, { count: pictures, language }: Record<string, unknown>) => prompt !== 'studio-review' ? undefined : {
  best: 0, remarks: Array.from({ length: Number(pictures ?? 1) }, (_, index) => language === 'zh' ? `第${index + 1}张：构图清楚。` : `Frame ${index + 1}: clear.`),
}

/** As the API has it: what begins like an earlier request is cached, from 1,024 tokens on, in steps of 128. */
function cachedPart({ model, stable, schema }: Asked, seen: Set<string>): number {
  const key = `${model} ${stable} ${JSON.stringify(schema)}`
  const known = seen.has(key)
  seen.add(key)
  const length = count(stable) + count(JSON.stringify(schema ?? ''))
  return known && length >= 1024 ? Math.floor(length / 128) * 128 : 0
}

const count = (text: string) => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return Math.ceil(han + (text.length - han) / 4)
}

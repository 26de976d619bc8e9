import { readFileSync } from 'node:fs'
import type { PaidWork } from '../../src/lab/work.ts'
import { write } from '../../src/studio/animatic/writer/write.ts'
import { ProviderError } from '../../src/studio/provider-error.ts'
import type { Provider, WriteRequest } from '../../src/studio/provider.ts'
import { openStudio } from '../../src/studio/studio.ts'

export type Call = { prompt: string; step: string; inputs: Record<string, unknown>; answer: unknown }
/** What the scripted model answers; thrown text is an answer that nothing can be done with. */
export type Answers = Record<string, (inputs: any, call: number) => unknown>

/** A studio whose writer answers from a list, and is as strict as a real one: declared inputs, answers of the schema. */
export function thinkingStudio(answers: Answers, { buying = false }: { buying?: boolean } = {}) {
  const calls: Call[] = []
  const byRules: string[] = []
  const thinker: Provider = {
    name: 'thinker',
    models: [{ id: 'thinker/one', capability: 'write', label: 'Thinker One', limits: {}, price: [{ dollars: 1, per: '1M tokens in' }, { dollars: 5, per: '1M tokens out' }] }],
    async write(request, work) {
      const answerIt = async () => {
        const declared = inputsOf(request.prompt)
        if (JSON.stringify(Object.keys(request.inputs).sort()) !== JSON.stringify([...declared].sort())) throw new Error(`${request.prompt} declares ${declared.join()} and was given ${Object.keys(request.inputs).join()}.`)
        const answer = answers[request.prompt]?.(structuredClone(request.inputs), calls.filter(({ prompt }) => prompt === request.prompt).length)
        calls.push({ prompt: request.prompt, step: request.step ?? request.prompt, inputs: request.inputs, answer })
        if (answer === undefined) throw new ProviderError('Thinker answered with something that cannot be used.', { provider: 'thinker', retryable: false })
        const read = (request as WriteRequest).answer?.safeParse(answer)
        if (read?.success === false) throw new ProviderError(`Thinker answered with something that cannot be used: ${read.error.message}`, { provider: 'thinker', retryable: false })
        return read?.data ?? answer
      }
      if (!buying) return answerIt()
      return work.buy({ step: request.step ?? request.prompt, provider: 'thinker', model: 'one', price: 0.01, submit: async () => ({ bought: { result: await answerIt(), cost: 0.01 } }) })
    },
    close: async () => undefined,
  }
  const studio = openStudio([thinker, rulesOnly(byRules)])
  return { studio, calls, byRules }
}

/** The writer by rules, with nothing beside it; the rest of a studio is not asked here. */
export const rulesOnly = (asked: string[] = []): Provider => ({
  name: 'rules',
  write: async (request, work) => { asked.push(request.prompt); return write(request, work) },
  ...Object.fromEntries(['draw', 'animate', 'speak', 'compose'].map((each) => [each, () => Promise.reject(new Error('Nobody does this here.'))])),
  close: async () => undefined,
})

export const paperWork: PaidWork = {
  signal: new AbortController().signal,
  assets: new Proxy({} as PaidWork['assets'], { get: () => () => { throw new Error('No asset is needed here.') } }),
  progress: () => undefined,
  buy: () => Promise.reject(new Error('Nothing is bought here.')),
}

const folder = new URL('../../prompts/', import.meta.url)

/** The inputs that a prompt's file declares, in order. */
export const inputsOf = (prompt: string): string[] =>
  [.../^---\n([^]*?)\n---/.exec(readFileSync(new URL(`${prompt}.md`, folder), 'utf8'))?.[1]?.matchAll(/^ {2}(\w+):/gm) ?? []].map(([, name]) => name ?? '')

/** As the provider counts them: one for a Chinese character, one for four letters. */
export const tokensIn = (text: string) => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return Math.ceil(han + (text.length - han) / 4)
}

export const tokensOf = (calls: readonly Call[]) => calls.map(({ prompt, step, inputs, answer }) => ({
  step,
  into: tokensIn(readFileSync(new URL(`${prompt}.md`, folder), 'utf8')) + tokensIn(JSON.stringify(inputs)),
  out: tokensIn(JSON.stringify(answer) ?? ''),
}))

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PaidWork } from '../../src/lab/work.ts'
import { Capability, Model } from '../../src/studio/model.ts'
import type { Provider } from '../../src/studio/provider.ts'
import { openStudio } from '../../src/studio/studio.ts'
import { openDesk, type Desk, type Ended } from './desk.ts'
import { measure, samples } from './samples.ts'

/** What a provider's server does to the next orders that could be charged. Every fault ends by itself after `times` (1). */
export type Fault =
  /** 429 with Retry-After; nothing is bought. */
  | { kind: 'busy'; times?: number; retryAfter?: number }
  /** Refused for what it would show; nothing is bought. */
  | { kind: 'refuse'; times?: number }
  /** The connection breaks, before the order is taken or after. */
  | { kind: 'drop'; after: boolean; times?: number }
  /** 500, before the order is taken or after. */
  | { kind: 'broken'; after: boolean; times?: number }
  /** 200 with something in it that is not what was ordered. */
  | { kind: 'malformed'; times?: number }
  /** Takes the order, and is at it for so long. */
  | { kind: 'slow'; seconds: number; times?: number }

export type Stand = {
  provider: Provider
  /** Whatever is secret: it must never be seen in what is told or written down. */
  secret: string
  /** How many orders the server took that it would charge for. */
  orders(): number
  fault(fault: Fault | null): void
  close(): Promise<void>
}

export type ContractOptions = {
  open: (desk: Pick<Desk, 'assets'>) => Promise<Stand>
  /** An asset with a clip, for those who work on clips. */
  clip?: (desk: Pick<Desk, 'assets'>) => Promise<string>
  /** Capabilities that cost nothing: asked without a purchase, as often as need be. */
  free?: readonly Capability[]
  /** Capabilities to leave out, with the reason. */
  without?: Partial<Record<Capability, string>>
}

/** What every provider owes to those who pay for it. The orders are real purchases in a real lab; only the provider is on loopback. */
export function contract(name: string, capabilities: readonly Capability[], { open, clip, free = [], without = {} }: ContractOptions) {
  describe(`${name} keeps the contract`, () => {
    let desk: Desk
    let stand: Stand
    let asked: Awaited<ReturnType<typeof samples>>

    beforeAll(async () => {
      desk = await openDesk()
      stand = await open(desk)
      asked = await samples(desk.assets, await clip?.(desk))
    })
    afterEach(() => stand.fault(null))
    afterAll(async () => {
      await stand.close()
      await desk.close()
    })

    const run = (capability: Capability) => (work: PaidWork) => {
      const request = asked[capability].request as Record<string, unknown>
      const voiced = capability === 'speak' ? { ...request, voice: stand.provider.castVoice?.(null) ?? stand.provider.voices?.[0] ?? 'narrator' } : request
      // by way of the studio, which names the model
      return (openStudio([stand.provider, mute])[capability] as (request: unknown, work: PaidWork) => Promise<unknown>)(voiced, work)
    }
    const perform = async (capability: Capability) => {
      const order = await desk.place(run(capability))
      return { order, ended: await desk.ended(order), purchases: await desk.purchases(order) }
    }
    /** Done, or told in words; never both paid and silently lost. */
    const told = ({ status, error }: Ended) => {
      expect(['done', 'failed', 'unknown']).toContain(status)
      if (error) {
        expect(error.message).not.toContain(stand.secret)
        expect(error.message).toMatch(/[.。!?？！»]$/)
        expect(error.message).not.toMatch(/^\{|\bat .+:\d+:\d+|undefined|\[object/)
      }
    }

    test('it offers what it is said to offer, and its models say what they can take', () => {
      expect(Capability.options.filter((each) => stand.provider[each] !== undefined).sort()).toEqual([...capabilities].sort())
      for (const model of stand.provider.models ?? []) expect(() => Model.parse(model)).not.toThrow()
      for (const capability of capabilities) {
        expect(stand.provider.models?.filter((model) => model.capability === capability).length, `models that can ${capability}`).toBeGreaterThan(0)
      }
      const ids = (stand.provider.models ?? []).map(({ id, capability }) => `${capability} ${id}`)
      expect(new Set(ids).size).toBe(ids.length)
    })

    describe.each(capabilities.filter((capability) => without[capability] === undefined))('%s', (capability) => {
      const paid = !free.includes(capability)

      test('what is ordered comes, is what it says it is, and is paid once', async () => {
        const before = stand.orders()
        const { ended, purchases } = await perform(capability)
        expect(ended.error).toBeNull()
        expect(ended.status).toBe('done')
        const answer = asked[capability].answer.parse(ended.result)
        await checkMedia(desk, capability, answer, asked[capability].request)
        if (!paid) return
        expect(stand.orders() - before).toBe(purchases.length)
        expect(purchases.length).toBeGreaterThan(0)
        for (const purchase of purchases) expect(purchase).toMatchObject({ status: 'done' })
        expect(ended.cost).toBeCloseTo(purchases.reduce((sum, { cost, reserved }) => sum + (cost ?? reserved ?? 0), 0), 6)
        expect(ended.words.length, 'it says what it is doing').toBeGreaterThan(0)
        expect(ended.fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true)
      })

      test('a provider that is busy is waited for, and paid once', async () => {
        stand.fault({ kind: 'busy', retryAfter: 0.05 })
        const before = stand.orders()
        const { ended, purchases } = await perform(capability)
        expect(ended).toMatchObject({ status: 'done', error: null })
        if (paid) expect(stand.orders() - before).toBe(purchases.filter(({ status }) => status === 'done').length)
      })

      if (!paid) return

      test('what is refused for its content is not paid, not asked again, and told in a sentence', async () => {
        stand.fault({ kind: 'refuse', times: 9 })
        const before = stand.orders()
        const { ended, purchases } = await perform(capability)
        told(ended)
        expect(ended.status).toBe('failed')
        // a model that writes may be asked again, and pays for its refusals; nothing else is tried twice
        if (capability !== 'write' && capability !== 'review') {
          expect(purchases.map(({ status }) => status)).toEqual(['failed'])
          expect(stand.orders() - before).toBe(0)
        }
      })

      test.each([
        { kind: 'drop', after: true }, { kind: 'drop', after: false }, { kind: 'broken', after: true }, { kind: 'broken', after: false },
      ] as const)('an answer that is lost ($kind, order taken: $after) is never bought twice unknown to anybody', async (fault) => {
        stand.fault(fault)
        const before = stand.orders()
        const { ended, purchases } = await perform(capability)
        told(ended)
        // what may be lost (a cent) is bought again by design, and then both are in the books
        const lost = purchases.filter(({ status }) => status === 'given up' || status === 'unknown').length
        expect(stand.orders() - before).toBeLessThanOrEqual(purchases.filter(({ status }) => status === 'done').length + lost)
        if (ended.status === 'unknown') expect(ended.error?.message).toMatch(/may (pay twice|have)/)
        if (ended.status === 'failed') expect(fault.after, 'nothing was bought: it should have been tried again').toBe(true)
      })

      test('an answer that makes no sense is told in a sentence, and what it cost is kept', async () => {
        stand.fault({ kind: 'malformed' })
        const before = stand.orders()
        const { ended, purchases } = await perform(capability)
        told(ended)
        const counted = purchases.filter(({ cost, status }) => status === 'done' || status === 'unknown' || (cost ?? 0) > 0 || status === 'given up').length
        expect(stand.orders() - before).toBeLessThanOrEqual(counted)
      })

      test('a process that stops in the middle leaves nothing to be paid twice', async () => {
        stand.fault({ kind: 'slow', seconds: 0.3 })
        const before = stand.orders()
        const order = await desk.place(run(capability))
        await desk.purchasesOnce(order, (rows) => rows.length > 0)
        await desk.restart()
        const ended = await desk.ended(order)
        told(ended)
        const purchases = await desk.purchases(order)
        // what was stopped before it went out is no purchase
        const stood = purchases.filter(({ status }) => status !== 'failed')
        expect(stand.orders() - before).toBeLessThanOrEqual(stood.length)
        expect(new Set(stood.map(({ step }) => step)).size, 'each step is bought once').toBe(stood.length)
        expect(ended.status).toBe('done')
      })

      test('what nobody wants any more is stopped, and its cost is known or reserved', async () => {
        stand.fault({ kind: 'slow', seconds: 0.3 })
        const order = await desk.place(run(capability))
        await desk.purchasesOnce(order, (rows) => rows.length > 0)
        await desk.cancel(order)
        expect((await desk.ended(order)).status).toBe('cancelled')
        const [purchase] = await desk.purchasesOnce(order, (rows) => rows.every(({ status }) => status !== 'submitting' && status !== 'submitted'))
        expect(['done', 'given up', 'failed']).toContain(purchase?.status)
      })
    })
  })
}

async function checkMedia({ assets }: Desk, capability: Capability, answer: any, request: any) {
  const near = (value: number, wanted: number, tolerance: number) => expect(Math.abs(value / wanted - 1)).toBeLessThanOrEqual(tolerance)
  if (capability === 'draw') {
    expect(answer.pictures).toHaveLength(request.count)
    expect(new Set(answer.pictures.map(({ picture }: any) => picture)).size, 'candidates differ').toBe(request.count)
    for (const { picture, width, height } of answer.pictures) {
      expect(await measure(assets, picture)).toEqual({ kind: 'image', width, height })
      near(width / height, request.width / request.height, 0.05)
    }
  } else if (capability === 'animate') {
    expect((await measure(assets, answer.clip)).kind).toBe('video')
    expect(answer.frames / answer.fps).toBeGreaterThan(0.5)
  } else if (capability === 'speak' || capability === 'compose') {
    const { kind, seconds } = await measure(assets, answer.sound)
    expect(kind).toBe('audio')
    if (seconds !== undefined) near(answer.seconds, seconds, 0.02)
    if (capability === 'compose') expect(answer.seconds).toBeGreaterThanOrEqual(request.seconds * 0.5)
    for (const [index, word] of (answer.words ?? []).entries()) {
      expect(word.at).toBeLessThan(request.text.length)
      expect(word.seconds).toBeLessThan(answer.seconds)
      if (index > 0) expect(word.seconds).toBeGreaterThanOrEqual(answer.words[index - 1].seconds)
    }
    if (capability === 'speak') expect(answer.words.length, 'captions need to know when words begin').toBeGreaterThan(3)
  } else if (answer?.made !== undefined) {
    const { kind, width, height } = await measure(assets, answer.made)
    expect(kind).toBe(request.clip === undefined ? (request.kind ?? 'image') : 'video')
    if (width !== undefined) expect({ width, height }).toEqual({ width: answer.width, height: answer.height })
    if (capability === 'inpaint') expect(await measure(assets, request.picture)).toMatchObject({ width: answer.width, height: answer.height })
  } else if (capability === 'review') {
    expect(answer.best).toBeLessThan(request.pictures.length)
  }
}

/** Does what the provider does not, so that a studio can be opened around it. */
const mute: Provider = {
  name: 'mute',
  ...Object.fromEntries(['write', 'draw', 'animate', 'speak', 'compose'].map((each) => [each, () => Promise.reject(new Error('Nobody does this here.'))])),
  close: async () => undefined,
}

import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PaidWork } from '../../../src/lab/work.ts'
import type { Provider } from '../../../src/studio/provider.ts'
import { compare } from '../../../src/studio/replicate/find-prediction.ts'
import { addressesIn } from '../../../src/studio/replicate/fetch-outputs.ts'
import { Media } from '../../../src/studio/replicate/map-input.ts'
import { openDesk, type Desk } from '../desk.ts'
import { animating, drawing, paint, tone } from '../samples.ts'
import { openStand, smallClip } from './stand.ts'

let desk: Desk
let stand: Awaited<ReturnType<typeof openStand>>
let now = Date.now()
const priced = { 'black-forest-labs/flux-2-pro': { price: [{ dollars: 0.05, per: 'call' }] }, 'nightmareai/real-esrgan': { machineSecond: 0.001 } }
beforeAll(async () => {
  desk = await openDesk()
  stand = await openStand(desk.assets, { registry: priced, server: { clock: () => now + performance.now() } })
})
afterEach(() => stand.server.clearFaults())
afterAll(async () => {
  await stand.close()
  await desk.close()
})

let seed = 1000
const draw = (provider: Provider = stand.provider) => async (work: PaidWork) => provider.draw?.({ ...drawing, count: 1, seed: seed++ }, work)
const perform = async (run: (work: PaidWork) => Promise<unknown> = draw()) => {
  const order = await desk.place(run)
  return { ended: await desk.ended(order), purchases: await desk.purchases(order) }
}

describe('what Replicate says no to', () => {
  test('an account with little credit is told in words only how long to wait, and is waited for', async () => {
    stand.server.fault({ kind: 'busy', lowCredit: true, retryAfter: 0.03, times: 3 })
    const before = stand.server.creates.length
    const { ended, purchases } = await perform()
    expect(ended.status).toBe('done')
    expect(purchases).toHaveLength(1)
    expect(stand.server.creates.length - before).toBe(1)
    expect(ended.words.join()).toContain('too many orders at once')
  })

  test('a picture that was refused after it was begun costs nothing and is not asked for again', async () => {
    stand.server.fault({ kind: 'fail', error: 'The output was flagged as sensitive. (E005) See https://replicate.com/x' })
    const { ended, purchases } = await perform()
    expect(ended.error?.message).toMatch(/FLUX\.2 pro refused this for what it would show.*flagged as sensitive/)
    expect(ended.error?.message).not.toContain('https://')
    expect(purchases).toMatchObject([{ status: 'failed', cost: 0 }])
  })

  test('what was interrupted there is bought anew, and the interruption is free', async () => {
    stand.server.fault({ kind: 'fail', error: 'Prediction interrupted; please retry (code: PA)' })
    const { ended, purchases } = await perform()
    expect(ended.status).toBe('done')
    expect(purchases.map(({ status, cost }) => [status, cost])).toEqual([['failed', 0], ['done', 0.05]])
  })

  test('a queue that was too long (aborted) costs nothing', async () => {
    stand.server.fault({ kind: 'abort', times: 9 })
    const { ended, purchases } = await perform()
    expect(ended.error?.message).toContain('Nothing is charged')
    expect(purchases.every(({ status, cost }) => status === 'failed' && cost === 0)).toBe(true)
  })

  test('a wrong token is told in a sentence, without the token', async () => {
    const { provider, close } = await openStand(desk.assets, { token: 'r8_wrong' })
    const { ended } = await perform(draw(provider))
    expect(ended.error?.message).toMatch(/does not accept this token.*REPLICATE_API_TOKEN/)
    expect(ended.error?.message).not.toContain('r8_wrong')
    await close()
  })

  test('a server that is away is not bought from', async () => {
    const gone = await openStand(desk.assets)
    await gone.close()
    const { ended } = await perform(draw(gone.provider))
    expect(ended.error?.message).toContain('cannot be reached')
  })
})

describe('what was made', () => {
  test('is told to be gone when it was not fetched in its hour, and what it cost stays in the books', async () => {
    stand.server.fault({ kind: 'broken', after: false, on: 'file', times: 9 })
    const order = await desk.place(draw())
    expect((await desk.ended(order)).error?.message).toContain('could not be fetched yet')
    stand.server.clearFaults()
    now += 2 * 3600 * 1000
    await desk.retry(order)
    const [purchase] = await desk.purchasesOnce(order, (rows) => rows[0]?.status === 'failed')
    expect(purchase).toMatchObject({ status: 'failed', cost: 0.05, error: expect.stringContaining('deleted after an hour') })
  })

  test('is collected after a broken download, not bought again', async () => {
    stand.server.fault({ kind: 'drop', after: false, on: 'file' })
    const before = stand.server.creates.length
    expect((await perform()).ended.status).toBe('done')
    expect(stand.server.creates.length - before).toBe(1)
  })

  test.each([
    [{ kind: 'empty' } as const, /gave nothing/],
    [{ kind: 'rubbish' } as const, /is no picture/],
    [{ kind: 'elsewhere', url: 'http://169.254.169.254/latest/meta-data' } as const, /not Replicate's/],
    [{ kind: 'elsewhere', url: 'https://replicate.delivery.evil.example/x.png' } as const, /not Replicate's/],
  ])('is not kept when it is $kind, and what it cost is', async (fault, words) => {
    stand.server.fault(fault)
    const { ended, purchases } = await perform()
    expect(ended.error?.message).toMatch(words)
    expect(purchases).toMatchObject([{ status: 'failed', cost: 0.05 }])
  })

  test('is found in any shape', () => {
    expect(addressesIn('https://a/1')).toEqual(['https://a/1'])
    expect(addressesIn(['https://a/1', 'https://a/2'])).toHaveLength(2)
    expect(addressesIn({ video: 'https://a/1', note: 'done' })).toEqual(['https://a/1'])
    expect(addressesIn({ made: { file: 'https://a/1' }, mask: 'https://a/2' }, 'made.file')).toEqual(['https://a/1'])
    expect(addressesIn(null)).toEqual([])
  })

})

describe('what is sent', () => {
  test('is in the order itself where it is small, and uploaded where it is not', async () => {
    const small = await desk.assets.put(await paint(64, 48, '#123456'))
    await perform(async (work) => stand.provider.restoreFaces?.({ media: small, kind: 'image' }, work))
    expect(String(stand.server.creates.at(-1)?.input['image'])).toMatch(/^data:image\/png;base64,/)
    const clip = Buffer.concat([await desk.assets.read(await smallClip(desk.assets)), randomBytes(9e6)])
    await perform(async (work) => stand.provider.syncLips?.({ clip: await desk.assets.put(clip), sound: await desk.assets.put(tone(1)) }, work))
    const { video, audio } = stand.server.creates.at(-1)?.input ?? {}
    expect(String(video)).toMatch(/\/v1\/files\//)
    expect(String(audio)).toMatch(/^data:audio\//)
    expect([...stand.server.files.values()].at(-1)?.metadata).toMatchObject({ redcliff: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  })

  test('never is the token', async () => {
    await perform()
    expect(JSON.stringify(stand.server.creates.map(({ input }) => input))).not.toContain(stand.server.token)
  })

  test('binds each reference by its place, and says the camera in words where there is none to set', async () => {
    const picture = await desk.assets.put(await paint(32, 32, '#456'))
    await perform(async (work) => stand.provider.draw?.({ ...drawing, count: 1, seed: seed++, references: [{ of: 'cast', name: '苏轼', picture }, { of: 'look', name: '', picture }] }, work))
    expect(stand.server.creates.at(-1)?.input).toMatchObject({ prompt: expect.stringMatching(/Image 1 is 苏轼: keep this face.*Image 2 is the look/s), input_images: [expect.any(String), expect.any(String)] })
    await perform(async (work) => stand.provider.animate?.({ ...animating, picture, seed: seed++ }, work))
    expect(stand.server.creates.at(-1)?.input).toMatchObject({ prompt: 'The boat drifts slowly to the right. The camera tracks to the right, slowly.', duration: 4, generate_audio: false })
  })
})

describe('what is stopped', () => {
  test('is cancelled there; before it began it costs nothing, at work by the machine its time is charged', async () => {
    const { server, provider, close } = await openStand(desk.assets, { registry: priced, server: { starting: 300 } })
    const order = await desk.place(draw(provider))
    await desk.purchasesOnce(order, ([row]) => row?.status === 'submitted')
    await desk.cancel(order)
    expect(await desk.purchasesOnce(order, ([row]) => row?.status === 'given up')).toMatchObject([{ cost: 0 }])
    expect([...server.jobs.values()][0]?.cancelledAt).not.toBeNull()
    await close()
  })
})

describe('a lost order', () => {
  const asset = 'a'.repeat(64)
  test('is known by its whole input; what was deleted meanwhile cannot be told', () => {
    const ours = { prompt: 'a boat', seed: 4, image: new Media(asset) }
    const found = (input: object, removed = false) => compare({ input, data_removed: removed }, ours, new Set(['https://api.replicate.com/v1/files/7']))
    expect(found({ prompt: 'a boat', seed: 4, image: 'https://api.replicate.com/v1/files/7' })).toBe('same')
    expect(found({ prompt: 'a boat', seed: 4, image: 'https://api.replicate.com/v1/files/8' })).toBe('perhaps')
    expect(found({ prompt: 'a boat', seed: 4, image: 'data:image/png;base64,AAAA' })).toBe('other')
    expect(found({ prompt: 'a boat', seed: 5, image: 'https://api.replicate.com/v1/files/7' })).toBe('other')
    expect(found({}, true)).toBe('gone')
  })

  test('that may be one of two is asked of a person, not bought a third time', async () => {
    const clip = await desk.assets.put(Buffer.concat([await desk.assets.read(await smallClip(desk.assets)), randomBytes(9e6)]))
    const sound = await desk.assets.put(tone(1.1))
    const lips = async (work: PaidWork) => stand.provider.syncLips?.({ clip, sound, model: 'replicate/sync/lipsync-2-pro' }, work)
    // two strangers on the same account: the same words, other files
    for (let times = 0; times < 2; times++) await fetch(`${stand.server.baseUrl}/models/sync/lipsync-2-pro/predictions`, {
      method: 'POST', headers: { authorization: `Bearer ${stand.server.token}` },
      body: JSON.stringify({ input: { sync_mode: 'loop', temperature: 0.5, active_speaker: false, video: 'https://example.com/a.mp4', audio: 'https://example.com/a.wav' } }),
    })
    const before = stand.server.creates.length
    stand.server.fault({ kind: 'drop', after: false })
    const { ended, purchases } = await perform(lips)
    expect(ended).toMatchObject({ status: 'unknown', error: { message: expect.stringContaining('may have been charged') } })
    expect(purchases).toMatchObject([{ status: 'unknown' }])
    expect(stand.server.creates.length).toBe(before)
  })

  test('with a webhook is known by its address', async () => {
    const { server, provider, close } = await openStand(desk.assets, { webhook: { url: 'http://127.0.0.1:9/hook?from=redcliff', secret: 'whsec_AAAA' } })
    server.fault({ kind: 'broken', after: true })
    const { ended, purchases } = await perform(draw(provider))
    expect(ended.status).toBe('done')
    expect(purchases).toHaveLength(1)
    expect(server.creates).toHaveLength(1)
    expect([...server.jobs.values()][0]?.webhook).toMatch(/^http:\/\/127\.0\.0\.1:9\/hook\?from=redcliff&purchase=[0-9a-f-]{36}$/)
    await close()
  })
})

import { z } from 'zod'
import { AssetHash } from '../../film/cut.ts'
import type { Craft } from '../../lab/craft.ts'
import { Spoken } from '../../studio/provider.ts'
import type { Studio } from '../../studio/studio.ts'
import { CallSheet } from '../call-sheet.ts'
import { type FixKind, type ShotCall } from '../event.ts'
import { framesFor } from '../keys.ts'
import { type Dollars, type FilmPrices, type ShotPrices, total } from '../prices.ts'

/** What an order of each craft is expected to cost, and whose places it takes where others' machines do it. */
export const priced = (craft: Craft, studio: Studio): Craft => {
  const own = prices[craft.name]
  const capability = capabilities[craft.name]
  return {
    ...craft,
    ...(own ? { price: own(studio) } : {}),
    ...(capability && typeof craft.pool === 'string' ? { pool: poolOf(craft.pool, capability, studio) } : {}),
  }
}

type Capability = Parameters<Studio['price']>[0]

const poolOf = (here: string, capability: Capability, studio: Studio) => (request: unknown) => {
  const { data } = Modelled.safeParse(request)
  return studio.place(capability, data?.model) ?? here
}
const Modelled = z.object({ model: z.string().optional() })

const capabilities: Record<string, Capability> = {
  treatments: 'write', script: 'write', storyboard: 'write', direct: 'write', draw: 'draw', speak: 'speak', compose: 'compose', animate: 'animate',
}

type Price = NonNullable<Craft['price']>

// Notes are not priced: they are understood by patterns where that is possible, and somebody who raises a budget must be heard.
const prices: Record<string, (studio: Studio) => Price> = {
  treatments: (studio) => writing(studio, 1),
  script: (studio) => writing(studio, 1),
  storyboard: (studio) => writing(studio, 2),
  draw: (studio) => (request) => studio.price('draw', asRequest(request)),
  speak: (studio) => (request) => studio.price('speak', asRequest(request)),
  compose: (studio) => (request) => studio.price('compose', asRequest(request)),
  animate: (studio) => async (request, { assets }) => {
    if (free('animate', studio)) return 0
    const asked = z.object({ sheet: AssetHash, spoken: Spoken.nullable(), model: z.string().optional() }).parse(request)
    const sheet = CallSheet.parse(await assets.readJson(asked.sheet))
    return clipPrice(sheet, studio, asked.spoken?.seconds)
  },
  fix: (studio) => (request) => {
    const asked = z.object({ fix: z.string(), prompt: z.string().nullable(), frame: z.unknown(), take: z.object({ frames: z.int() }).nullable() }).parse(request)
    return studio.price(asked.fix as FixKind, asRequest(asked.take && !asked.frame ? { kind: 'video', frames: asked.take.frames, fps: 24 } : { kind: 'image', prompt: asked.prompt ?? '' }))
  },
}

/** All that the order names is what the writer is given; `calls` is how often. */
const writing = (studio: Studio, calls: number): Price => async (request, { assets }) => {
  if (free('write', studio)) return 0
  const named = Object.values(z.record(z.string(), z.unknown()).parse(request)).flatMap((value) => AssetHash.safeParse(value).data ?? [])
  const inputs = await Promise.all(named.map((hash) => assets.readJson(hash)))
  const once = studio.price('write', asRequest({ inputs }))
  return once === null ? null : once * calls
}

const free = (capability: Capability, studio: Studio) => studio.price(capability, {}) === 0

// what measures a request is read from it, whatever else it holds
const asRequest = (request: unknown) => request as { model?: string }

const clipPrice = (sheet: CallSheet, studio: Studio, voiceSeconds = 0): Dollars => {
  const { shot, fps, width, height, model } = sheet
  const frames = framesFor({ ...sheet, timed: shot.timed, frames: shot.frames }, voiceSeconds)
  return studio.price('animate', asRequest({ frames, fps, width, height, prompt: shot.prompt, ...(model ? { model } : {}) }))
}

/** A shot's prices; nothing where this machine makes all of it. */
export function shotPrices(sheet: CallSheet, studio: Studio, fixes: readonly FixKind[] = []): ShotPrices | null {
  const draw = studio.price('draw', sheet.draw)
  const speak = sheet.speak ? studio.price('speak', sheet.speak) : 0
  const animate = clipPrice(sheet, studio)
  const mended = Object.fromEntries(fixes.map((kind) => [kind, studio.price(kind, asRequest({ kind: 'video', frames: sheet.shot.frames, fps: sheet.fps, width: sheet.width, height: sheet.height }))]))
  const all = [draw, speak, animate, ...Object.values(mended)]
  return all.every((price) => price === 0) ? null : { draw, speak, animate, ...(fixes.length > 0 ? { fixes: mended } : {}) }
}

/** What the film will cost by its storyboard: frames, voices and score when it is greenlit, its clips one by one. */
export function filmPrices(calls: readonly ShotCall[], seconds: number, { music }: { music: string | null }, studio: Studio): FilmPrices | null {
  const score = music === 'off' ? 0 : studio.price('compose', asRequest({ seconds }))
  const own = calls.map(({ told, brought }) => told?.price ? { ...told.price, ...(brought ? { draw: 0 } : {}) } : { draw: 0, speak: 0, animate: 0 })
  const shooting = total([...own.flatMap(({ draw, speak }) => [draw, speak]), score])
  const film = total([shooting, ...own.map(({ animate }) => animate)])
  return shooting === 0 && film === 0 ? null : { shooting, film, score }
}

/** The storyboard of a script that has just been written. */
export const boardPrice = (script: unknown, studio: Studio): Dollars => {
  if (free('write', studio)) return 0
  const once = studio.price('write', asRequest({ inputs: script }))
  return once === null ? null : once * 2
}

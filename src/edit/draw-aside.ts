import { Worker } from 'node:worker_threads'
import type { Drawings } from './drawings.ts'

type Told = { id: number; drawn: Uint8Array | Uint8Array[] } | { id: number; why: string; kind: 'range' | 'other' }
type Asked = { what: string; given: unknown[]; resolve(drawn: unknown): void; reject(error: Error): void }

/** A thread with fonts and canvases takes some 60 MB: it goes when nobody has asked for so long. */
const patience = 30_000

/**
 * Draws sheets, captions and cards on a thread of their own: the main thread has presses to answer,
 * and none is heard while a sheet is drawn. Started when first asked, one for the process; it keeps no process alive.
 */
export const drawAside: Drawings = {
  caption: (...given) => ask('caption', given),
  candidates: (...given) => ask('candidates', given),
  sheet: (...given) => ask('sheet', given),
  title: (...given) => ask('title', given),
  credits: (...given) => ask('credits', given),
}

let thread: Worker | null = null
let [lastId, going] = [0, undefined as NodeJS.Timeout | undefined]
const waiting: Asked[] = []
const drawing = new Map<number, Asked>()
/** One is packed while the other is drawn. */
const atOnce = 2

function ask<What extends keyof Drawings>(what: What, given: Parameters<Drawings[What]>): ReturnType<Drawings[What]> {
  const answer = new Promise((resolve, reject) => {
    const asked = { what, given, resolve, reject }
    // an order to a provider waits for its captions, a message for its sheet: money's clock first
    if (what === 'caption') waiting.unshift(asked)
    else waiting.push(asked)
    next()
  })
  return answer as ReturnType<Drawings[What]>
}

function next() {
  while (drawing.size < atOnce) {
    const asked = waiting.shift()
    if (!asked) return
    clearTimeout(going)
    thread ??= start()
    thread.ref()
    drawing.set(++lastId, asked)
    thread.postMessage({ id: lastId, what: asked.what, given: asked.given })
  }
}

function start(): Worker {
  const started = new Worker(new URL('./drawing-thread.ts', import.meta.url), { name: 'drawing' })
  const lose = (cause: unknown) => {
    if (thread !== started) return
    thread = null
    const lost = [...drawing.values()]
    drawing.clear()
    for (const { reject } of lost) reject(new Error('The thread that draws stopped before the picture was done. Try again.', { cause }))
    next()
  }
  started.on('message', (told: Told) => {
    const asked = drawing.get(told.id)
    drawing.delete(told.id)
    if ('why' in told) asked?.reject(told.kind === 'range' ? new RangeError(told.why) : new Error(told.why))
    else asked?.resolve(Array.isArray(told.drawn) ? told.drawn.map(asBuffer) : asBuffer(told.drawn))
    next()
    if (drawing.size === 0) rest(started)
  })
  started.on('error', lose)
  started.on('exit', lose)
  return started
}

function rest(resting: Worker) {
  resting.unref()
  going = setTimeout(() => {
    if (thread === resting) thread = null
    void resting.terminate()
  }, patience).unref()
}

/** Crossing a thread leaves the bytes and takes the class. */
const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

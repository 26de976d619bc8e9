import type { AnimateRequest, DrawRequest } from '../provider.ts'

export type Job =
  | { craft: 'draw'; request: DrawRequest }
  | { craft: 'animate'; request: AnimateRequest; ffmpeg: string }

export type AssetCall = 'put' | 'putFile' | 'read' | 'scratch'

export type ToWorker =
  | { kind: 'job'; id: number; job: Job }
  | { kind: 'abort'; id: number }
  | { kind: 'answer'; id: number; call: number; value: unknown }
  | { kind: 'refusal'; id: number; call: number; message: string }

/** The store lives on the main thread: a worker asks it. */
export type FromWorker =
  | { kind: 'progress'; id: number; fraction: number; doing: string | undefined }
  | { kind: 'call'; id: number; call: number; method: AssetCall; parameters: unknown[] }
  | { kind: 'done'; id: number; value: unknown }
  | { kind: 'failed'; id: number; error: Failure }

/** An error that crosses threads as data: cloning would lose its class and its facts. */
export type Failure = { name: string; message: string; stack: string; facts: Record<string, string | number | boolean | null> }

export function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '', facts: {} }
  const facts = Object.entries(error).filter(([, value]) => value === null || ['string', 'number', 'boolean'].includes(typeof value))
  return { name: error.name, message: error.message, stack: error.stack ?? '', facts: Object.fromEntries(facts) }
}

export const toError = ({ name, message, stack, facts }: Failure): Error =>
  Object.assign(new Error(message), { ...facts, name, stack })

import type { DrawRequest } from '../../../../src/studio/provider.ts'
import { readScene } from '../../../../src/studio/animatic/read-scene/read-scene.ts'

export const drawRequest = (subject: string, changes: Partial<DrawRequest> = {}): DrawRequest => ({
  prompt: '', subject, width: 1280, height: 720, count: 1, seed: 7, look: 'flat', era: 'modern', mood: 'serene', size: 'medium', angle: 'eye', cast: [], references: [], ...changes,
})

export const read = (subject: string, changes: Partial<DrawRequest> = {}) => readScene(drawRequest(subject, changes), 0)
export const kinds = (subject: string, changes: Partial<DrawRequest> = {}) => read(subject, changes).things.map((thing) => thing.kind)
export const old = { era: 'ancient-china', look: 'ink-wash' } as const

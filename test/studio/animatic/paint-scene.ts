import type { Figure, Scene, Thing } from '../../../src/studio/animatic/scene.ts'

/** A calm night on the river, for tests to change. */
export const scene = (change: Partial<Scene> = {}): Scene => ({
  version: 1, look: 'ink-wash', era: 'ancient-china', mood: 'serene', size: 'wide', angle: 'eye', place: 'river', alsoPlaces: [], hour: 'night', weather: 'clear', season: 'autumn',
  sky: { sun: false, moon: true, stars: 'few' }, figures: [], things: [], magic: false, missed: [], seed: 5, variant: 0, ...change,
})

export const figure = (change: Partial<Figure> = {}): Figure => ({
  name: '苏轼', seed: 7, gender: 'man', age: 'adult', costume: ['scholar robe'], posture: 'stand', doing: [], feeling: 'calm', facing: 'camera', main: true, ...change,
})

export const thing = (kind: string, change: Partial<Thing> = {}): Thing => ({ kind, icon: null, count: 1, stands: 'ground', scale: 'normal', main: true, moves: 'still', ...change })

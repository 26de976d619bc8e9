import type { CastMember } from '../../film/script.ts'

/** https://platform.openai.com/docs/guides/text-to-speech#voice-options; who sounds how is our ear's. */
const women = ['coral', 'nova', 'marin', 'sage', 'shimmer']
const men = ['ash', 'cedar', 'echo', 'verse', 'ballad']

export const voiceNames: readonly string[] = ['alloy', 'ash', 'ballad', 'cedar', 'coral', 'echo', 'fable', 'marin', 'nova', 'onyx', 'sage', 'shimmer', 'verse']

/** The same member always has the same voice; the old have the deepest, the narrator one that nobody of the cast has. */
export function castVoice(member: Pick<CastMember, 'gender' | 'age' | 'seed'> | null): string {
  if (member === null) return 'fable'
  const { gender, age, seed } = member
  const woman = gender === 'woman' || (gender === 'unknown' && (age === 'child' || seed % 2 === 0))
  if (age === 'child') return woman ? 'shimmer' : 'alloy'
  if (age === 'old') return woman ? 'sage' : 'onyx'
  const able = woman ? women : men
  return able[seed % able.length] ?? 'alloy'
}

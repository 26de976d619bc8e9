import { z } from 'zod'
import categories from './categories.json' with { type: 'json' }
import { kinds, type RefusedKind } from './refused.ts'

const Kinds = z.record(z.string(), z.enum(kinds).nullable())
const { words, pictures } = z.object({ words: Kinds, pictures: Kinds }).parse(categories)

/** What a moderation said, by the rules of a film: a battle passes. The gravest is told. */
export function judgeCategories({ flagged, reasons }: { flagged: boolean; reasons: readonly string[] }, of: 'words' | 'pictures'): RefusedKind | null {
  if (!flagged) return null
  // flagged for nothing that is named is flagged all the same
  const found = reasons.length === 0 ? ['other' as const] : reasons.map((reason) => (of === 'words' ? words : pictures)[reason] === undefined ? 'other' : (of === 'words' ? words : pictures)[reason])
  return kinds.find((kind) => found.includes(kind)) ?? null
}

import type { Era } from '../../../film/look.ts'
import type { CastMember } from '../../../film/script.ts'

/** A costume for someone of whom the text says nothing, in English: the same words in every shot keep the person the same. */
export function dress(name: string, gender: CastMember['gender'], age: CastMember['age'], era: Era): string {
  const choices = costumes[era]
  const who = gender === 'unknown' ? 'person' : age === 'child' ? (gender === 'woman' ? 'girl' : 'boy') : gender
  let sum = 0
  for (const letter of name) sum += letter.codePointAt(0) ?? 0
  const costume = choices[sum % choices.length] ?? 'plain clothes'
  return `${age === 'adult' ? 'a' : age === 'old' ? 'an old' : age === 'young' ? 'a young' : 'a small'} ${who} in ${costume}`
}

const costumes: Record<Era, string[]> = {
  'ancient-china': ['a pale grey hanfu robe', 'a dark blue robe with wide sleeves', 'a plain hemp robe and a black cloth cap', 'a moss-green robe with a white sash'],
  'ancient-west': ['a brown wool cloak', 'a faded red tunic', 'a linen shirt and a leather belt', 'a long green cloak with a hood'],
  modern: ['a navy coat and a grey scarf', 'a mustard-yellow jacket', 'a dark green sweater', 'a worn brown coat', 'a white shirt and dark trousers'],
  future: ['a white suit with an orange stripe', 'a dark grey jumpsuit', 'a silver coat with a high collar'],
  timeless: ['a long dark coat', 'a cream sweater', 'a rust-red cloak', 'a simple blue coat'],
}

import type { Era } from '../../../film/look.ts'
import type { Figure } from '../scene.ts'
import { forms } from './forms.ts'
import { lexicon, plainKey } from './lexicon.ts'
import type { PersonMeaning } from './meaning.ts'
import { readWords, type Names } from './words.ts'

export type Look = { gender: Figure['gender']; age: Figure['age']; seed: number }

/** What someone wears: as their part or the text says, else as people of that time, age and sex did; in their own colour. */
export function costumeOf(worn: readonly string[], look: Look, era: Era): string[] {
  const base = worn.length > 0 ? [...worn] : ordinary(era, look)
  const hair = look.age === 'old' ? ['silver hair'] : []
  const palette = eras[era]
  const coloured = base.some((word) => colourWords.test(word))
  return [...new Set([...base, ...hair, ...(coloured ? [] : [palette[look.seed % palette.length] ?? 'grey'])])]
}

/** Costume words in a description of someone's looks, verbatim where we have no list for it. */
export function wornIn(appearance: string, era: Era, nobody: Names): string[] {
  const found: string[] = []
  let colour: string | null = null
  for (const word of readWords(appearance, nobody)) {
    for (const meaning of word.meanings) {
      if (meaning.is === 'colour') colour = meaning.colour
      if (meaning.is === 'costume') { found.push(colour && !worn.test(meaning.costume) ? `${meaning.costume} ${colour}` : meaning.costume); colour = null }
      if (meaning.is === 'person' && !meaning.generic) found.push(...wears(meaning, era))
    }
  }
  const phrases = /\p{Script=Han}/u.test(appearance) ? [] : appearance.split(/[,;.]/).map(plainKey).filter((phrase) => phrase !== '' && phrase.length <= 40 && forms(phrase.split(' ').at(-1) ?? '').some((form) => garments.test(form)))
  return [...new Set(found.length > 0 ? found : phrases)].slice(0, 8)
}

export const wears = (person: PersonMeaning, era: Era) => (era === 'ancient-china' || era === 'ancient-west' ? person.ancient : person.costume)

/** True when the appearance calls them by this part: a «fisherman» in the text is the cast's old fisherman. */
export const plays = (appearance: string, role: string) =>
  readWords(appearance, new Map()).some((word) => word.meanings.some((meaning) => meaning.is === 'person' && meaning.role === role)) || lexicon().words.get(plainKey(appearance))?.some((meaning) => meaning.is === 'person' && meaning.role === role) === true

function ordinary(era: Era, { gender, age }: Look): string[] {
  if (era === 'ancient-china') {
    if (age === 'child') return ['short tunic', 'hair buns']
    return gender === 'woman' ? ['flowing robe', 'hair up'] : age === 'old' ? ['plain robe', 'hair bun', 'beard'] : ['plain robe', 'hair bun']
  }
  if (era === 'ancient-west') return gender === 'woman' ? ['long dress', 'shawl'] : ['tunic', 'cloak']
  if (era === 'future') return ['bodysuit']
  if (age === 'child') return gender === 'woman' ? ['dress', 'long hair'] : ['t-shirt', 'shorts']
  if (age === 'old') return gender === 'woman' ? ['cardigan', 'long skirt'] : ['cardigan', 'trousers']
  return gender === 'woman' ? ['coat', 'long hair'] : ['jacket', 'trousers']
}

const colourWords = /\b(?:red|orange|yellow|green|blue|purple|pink|white coat|black|grey|brown|golden|silver|armour|spacesuit)\b/
const garments = /^(?:robe|hat|cap|hair|beard|coat|jacket|dress|armour|armor|cape|cloak|shirt|scarf|glasses|helmet|raincoat|suit|uniform|apron|sweater|skirt|trousers|jeans|boots|crown|moustache|braid|bun|ponytail|gown|tunic|hood|hoodie|vest|kimono|turban)$/

/** A black hat is no black robe: only what covers the body gives them their colour. */
const worn = /hat|cap$|beard|hair|glasses|helmet|crown|boots|cape|armour/

const eras: Record<Era, readonly string[]> = {
  'ancient-china': ['white', 'blue', 'grey', 'brown', 'green', 'black'],
  'ancient-west': ['brown', 'green', 'red', 'blue', 'grey'],
  modern: ['blue', 'red', 'green', 'grey', 'yellow', 'brown', 'black'],
  future: ['white', 'silver', 'blue', 'orange', 'black'],
  timeless: ['blue', 'red', 'green', 'brown', 'grey', 'yellow'],
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Language } from '../../../film/brief.ts'
import type { Thing } from '../scene.ts'

export type NamedIcon = { kind: string; silhouette: string | null; colour: string | null; stands: Thing['stands']; scale: Thing['scale']; mover: boolean }

const require = createRequire(import.meta.url)
const read = (name: string) => readFileSync(require.resolve(name), 'utf8')
const tables = new Map<Language, Map<string, NamedIcon>>()
let english: Map<string, string> | undefined
let colours: Map<string, string> | undefined
let silhouettes: Set<string> | undefined

/**
 * What the emoji of animals, food, travel, games and objects are called in one language: whole names only,
 * for their keywords say «gang» of a bicycle. One language is read when its first strange word comes.
 */
export function iconNames(language: Language): Map<string, NamedIcon> {
  const before = tables.get(language)
  if (before) return before
  const table = new Map<string, NamedIcon>()
  const labels = emojiLabels(language)
  english ??= new Map(language === 'en' ? labels.map(({ hexcode, label }) => [hexcode, label]) : emojiLabels('en').map(({ hexcode, label }) => [hexcode, label]))
  colours ??= notoNames()
  silhouettes ??= silhouetteNames()
  for (const { hexcode, label, group } of labels) {
    const named = colours.get(hexcode.toLowerCase())
    const kind = (english.get(hexcode) ?? label).toLowerCase()
    const name = label.toLowerCase().replace(/[-’]/g, ' ')
    if (!named || group < 3 || group > 7 || denied.has(kind)) continue
    const slug = kind.replace(/[^a-z0-9]+/g, '-')
    const icon = { kind, silhouette: silhouettes.has(slug) ? `game-icons:${slug}` : null, colour: `noto:${named}`, ...groups[group] ?? groups[7] }
    if (!table.has(name)) table.set(name, icon)
  }
  if (language === 'en') for (const name of silhouettes) addSilhouette(name, table)
  tables.set(language, table)
  return table
}

/** A silhouette of two words is a thing (`milk-carton`); of one word it is too often a verb or a country. */
function addSilhouette(name: string, table: Map<string, NamedIcon>) {
  const words = name.replaceAll('-', ' ')
  const single = !name.includes('-')
  if (table.has(words) || (single ? !singles.has(name) : !/^[a-z]+-[a-z]+$/.test(name) || abstractWords.test(name))) return
  table.set(words, { kind: words, silhouette: `game-icons:${name}`, colour: null, ...groups[7] })
}

const groups: Record<number, Pick<NamedIcon, 'stands' | 'scale' | 'mover'>> & { 7: Pick<NamedIcon, 'stands' | 'scale' | 'mover'> } = {
  3: { stands: 'ground', scale: 'small', mover: true },
  4: { stands: 'table', scale: 'small', mover: false },
  5: { stands: 'ground', scale: 'large', mover: false },
  6: { stands: 'ground', scale: 'small', mover: false },
  7: { stands: 'ground', scale: 'small', mover: false },
}

const emojiLabels = (language: Language) =>
  JSON.parse(read(`emojibase-data/${language}/compact.json`)) as { hexcode: string; label: string; group: number }[]

/** `1f98a` → `fox`; the set also lists people in five skins, which we never draw. */
function notoNames(): Map<string, string> {
  const byCode = JSON.parse(read('@iconify-json/noto/chars.json')) as Record<string, string>
  return new Map(Object.entries(byCode).map(([code, name]) => [code.replace(/-fe0f/g, ''), name]).concat(Object.entries(byCode)) as [string, string][])
}

function silhouetteNames(): Set<string> {
  const names = read('@iconify-json/game-icons/icons.json').matchAll(/\n\t\t"([a-z0-9-]+)": \{/g)
  return new Set(Array.from(names, ([, name]) => name ?? ''))
}

/** Emoji that are a sky, a hand, a sign, or a word for something else. */
const denied = new Set(['fly', 'cricket', 'turkey', 'mate', 'ice', 'seal', 'seat', 'wood', 'cooking', 'construction', 'wedding', 'station', 'watch', 'sun', 'star', 'fog', 'fire', 'droplet', 'wing', 'link', 'label', 'memo', 'pick', 'pager', 'knot', 'thread', 'hook', 'clamp', 'ledger', 'package', 'placard', 'locked', 'unlocked', 'razor', 'lotion bottle', 'jeans', 'coat', 'dress', 'scarf', 'gloves', 'socks', 'shorts', 'goggles', 'glasses', 'sunglasses', 'kimono', 'crown', 'bowling', 'boxing glove', 'performing arts', 'bullseye', 'desert', 'mountain', 'house', 'houses', 'hut', 'rock', 'school', 'hospital', 'bank', 'hotel', 'sunrise', 'sunset', 'cityscape', 'beans', 'salt', 'butter', 'custard', 'pie', 'lime', 'pear', 'date', 'joker', 'wind face', 'wheel', 'worm', 'bug'])
const abstractWords = /^(?:abstract|all|evil|bad|dead|eternal|extra|half|hot|broken|flying|falling|love|life|mighty|heavy|fast|quick|self|inner|level|rank|plain|power|health|sound|star|sun|moon|night|fire|ice|water|magic|light|dark|hand|head|eye|body|heart|soul|mind|time|world|person|human|man|woman|old|young|big|small|shadow|blood|bloody|wind|cold|high|low|back|front|flame|energy|electric|double|triple|three|two|one|four|five|six|strong|sad|happy|angry|slow|return|path|direction|position)-|-(?:up|down|in|out|of|on|off|man|female|male|face|head|emblem|flag|aura|spell|strike|shot|wound|blast|heart|skull|eye|eyes|love|run|fall|dash|kick|punch|jump|bite|howl|symbol|button|bar|card|map|point|distance|target|hand|leap|impact|explosion|throw|swing|cut|break|leak|level|game)$/
const singles = new Set('abacus accordion amphora anvil aqueduct aquarium armchair bagpipes banana banjo barn battleship beaver bellows binoculars bison boomerang broccoli bulldozer bunker cabbage cage capybara carousel carrot caterpillar cauldron centaur chainsaw chimney chopsticks cigar cigarette clarinet clown coconuts coffin coral corn corset crossbow dolmen donut dove dragonfly drawbridge dynamite easel eel escalator flamingo forklift gecko giraffe glider goblin gong gorilla granary greenhouse guillotine halberd hammock harp hatchet hedgehog hive horseshoe hourglass igloo incense jeep kangaroo katana koala lantern lyre lizard lobster magnet mammoth marbles megaphone menhir minotaur moai motorbike necklace newspaper ogre olive orange ostrich pegasus pelican periscope pineapple pitchfork plough porcupine pterodactylus pumpkin puppet quill raccoon raft rake raspberry rhinoceros saddle sandwich sarcophagus saxophone scissors scythe seagull seahorse skateboard slingshot sloth snail snowboard sombrero speedometer spaceship stethoscope stopwatch strawberry sundial swan syringe tadpole tambourine tangerine tepee toaster tomato toolbox toothbrush totem tractor troll trombone tuba turbine umbrella unicycle vampire viola vulture werewolf whistle xylophone yarn zebra'.split(' '))

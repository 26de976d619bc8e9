import type { Era } from '../../../../film/look.ts'
import type { Figure } from '../../scene.ts'
import type { Rgb } from '../colour.ts'
import { darker, hex, lighter } from '../colour.ts'
import { seeded } from '../seeded.ts'

/** How someone looks, the same in every shot of the film: it follows from their name and seed alone. */
export type Person = {
  skin: Rgb
  hair: Rgb
  cut: 'short' | 'long' | 'bob' | 'bun' | 'topknot' | 'tail' | 'bald' | 'curly'
  hat: 'none' | 'scholar' | 'straw' | 'helmet' | 'crown' | 'mian' | 'cap' | 'brim' | 'hood' | 'space'
  beard: 'none' | 'goatee' | 'long' | 'full' | 'stubble' | 'moustache'
  dress: 'robe' | 'armour' | 'suit' | 'gown' | 'casual' | 'coat' | 'space'
  main: Rgb
  second: Rgb
  /** A cloak over all, in its own colour. */
  cape: Rgb | null
  /** The garment by name where its cut differs: `pea coat`, `raincoat`, `jacket`. */
  wear: 'pea coat' | 'raincoat' | 'trench coat' | 'jacket' | 'modern' | null
  sash: Rgb
  /** 0.85 … 1.15: breadth of body and face. */
  broad: number
  /** 0…1: how square the jaw is. */
  jaw: number
  /** Distance and size of the eyes, weight of the brows, length of the nose. */
  eyes: number
  brow: number
  nose: number
  woman: boolean
  age: Figure['age']
}

export const personOf = (figure: Figure, era: Era): Person => {
  const random = seeded('person', figure.name ?? '', figure.seed)
  const words = figure.costume.join(' ').toLowerCase()
  const says = (...list: string[]) => list.some((word) => words.includes(word))
  const woman = figure.gender === 'woman' || (figure.gender === 'unknown' && random.chance(0.4))
  const ancient = era === 'ancient-china'
  const longAgo = ancient || era === 'ancient-west'
  const cloak = /(\w+ )?(?:cape|cloak)/.exec(words)
  const wear = says('pea coat') ? 'pea coat' as const : says('raincoat') ? 'raincoat' as const : says('trench') ? 'trench coat' as const : says('jacket', 'hoodie') ? 'jacket' as const : longAgo ? null : 'modern' as const
  const old = figure.age === 'old'
  const child = figure.age === 'child'
  const dress = says('armour', 'armor', 'soldier', 'general', 'warrior', 'knight') ? 'armour'
    : says('space', 'astronaut', 'bodysuit') ? 'space' : ancient && says('cloak', 'cape') ? 'robe' : says('coat', 'cloak', 'raincoat', 'fur') || (era === 'ancient-west' && says('cape')) ? 'coat'
    : says('robe', 'hanfu', 'monk', 'scholar', 'kimono', 'taoist') ? 'robe' : says('suit', 'uniform', 'tie', 'tuxedo') ? 'suit' : !longAgo && says('jacket', 'sweater', 'shirt', 'hoodie', 'cardigan', 'overalls', 'jersey', 'tunic', 'vest') ? 'casual'
    : says('gown', 'dress', 'skirt') ? 'gown' : ancient ? 'robe' : era === 'ancient-west' ? (woman ? 'gown' : 'coat') : era === 'future' ? 'coat' : woman && random.chance(0.35) ? 'gown' : random.chance(0.3) ? 'coat' : 'casual'
  const palette = ancient ? robes : modern
  const named = colourIn(cloak === null ? words : words.replace(cloak[0], '')) ?? (wear === 'raincoat' ? colours.yellow : undefined)
  const drawn = named ?? random.pick(palette)
  // A keeper's coat is navy, whatever lot fell to him.
  const main = wear === 'pea coat' ? hex('#2b3a52') : dress === 'armour' ? hex('#4a4038') : drawn
  const second = random.chance(0.5) ? lighter(main, 0.34) : random.pick(palette)
  const hat = says('straw', 'fisher', 'farmer') ? 'straw' : says('helmet') || (dress === 'armour') ? 'helmet' : dress === 'space' ? 'space' : says('crown', 'king', 'queen', 'emperor') ? (ancient && !woman ? 'mian' : 'crown')
    : says('hood') ? 'hood' : says('brim', 'fedora', 'detective') ? 'brim' : says('cap', 'courier', 'baseball') ? 'cap'
    : says('scholar', 'official', 'poet') && !woman ? 'scholar' : says('hat') ? 'brim' : 'none'
  const cut = says('bald', 'monk') ? 'bald' : !ancient && says('long hair') ? 'long' : !ancient && says('ponytail', 'braid') ? 'tail' : !ancient && says('short hair', 'bob') ? (woman ? 'bob' : 'short') : ancient ? (woman ? 'bun' : child ? 'bun' : 'topknot') : woman ? random.pick(['long', 'bob', 'tail', 'bun', 'curly'] as const) : random.pick(['short', 'short', 'curly', 'short'] as const)
  const beard = woman || child ? 'none' : says('beard') ? (ancient && (says('scholar', 'robe') || old) ? 'long' : 'full') : dress === 'armour' && ancient ? 'full' : old ? (longAgo ? 'long' : random.pick(['none', 'full', 'moustache'] as const)) : ancient && figure.age === 'adult' ? random.pick(['goatee', 'goatee', 'moustache', 'long'] as const)
    : figure.age === 'adult' ? random.pick(['none', 'none', 'stubble', 'full'] as const) : 'none'
  const hair = old ? random.pick([hex('#c9c6bf'), hex('#a7a4a0')]) : ancient ? hex('#1b1716') : random.pick([hex('#1f1815'), hex('#3a261b'), hex('#5c3a22'), hex('#8a5a2e'), hex('#17171b')])
  return {
    skin: ancient ? random.pick([hex('#e6bd98'), hex('#d9aa82'), hex('#ecc9a8')]) : random.pick([hex('#e9bf9c'), hex('#c98f66'), hex('#8f5d3f'), hex('#f0cdb0'), hex('#b0764d')]),
    hair, cut, hat, beard, dress, main, second, cape: cloak === null ? null : colourIn(cloak[0]) ?? (words.includes('straw') ? hex('#a88b52') : hex('#5a3a34')), wear, sash: random.pick([hex('#8c2f25'), hex('#3a2f2a'), darker(main, 0.45), hex('#b08a3c')]),
    broad: random.range(0.92, 1.1) * (woman ? 0.94 : dress === 'armour' ? 1.1 : 1), jaw: woman ? random.range(0.05, 0.35) : random.range(0.35, 0.9),
    eyes: random.range(0.9, 1.14) * (child ? 1.2 : woman ? 1.08 : 1), brow: random.range(0.7, 1.4) * (woman ? 0.55 : 1), nose: random.range(0.85, 1.15), woman, age: figure.age,
  }
}

const colourIn = (words: string): Rgb | undefined => Object.entries(colours).find(([word]) => words.includes(word))?.[1]

const robes = ['#d9d2c0', '#8fa3a6', '#5f7480', '#a8936b', '#6b5b73', '#7d8b6a', '#b9a58c', '#3f5064', '#93543f'].map(hex)
const modern = ['#3c4a5c', '#a8402f', '#4d6b57', '#c49a3f', '#6d5a7a', '#2f6f80', '#8a6a4f', '#d8cfc0', '#b3654a'].map(hex)
const colours: Record<string, Rgb> = {
  red: hex('#b3322a'), crimson: hex('#9c2230'), yellow: hex('#e0b02f'), gold: hex('#c99a2e'), orange: hex('#d9732b'), green: hex('#4f7a4a'), blue: hex('#35608f'), navy: hex('#26344f'),
  purple: hex('#6a4a80'), pink: hex('#d98aa0'), white: hex('#e9e6de'), black: hex('#26262a'), grey: hex('#7c7f84'), gray: hex('#7c7f84'), brown: hex('#6e4c34'), teal: hex('#2b7d7a'),
}

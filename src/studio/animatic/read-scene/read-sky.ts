import type { Scene } from '../scene.ts'
import type { Meaning } from './meaning.ts'
import type { Word } from './words.ts'

export type Sky = Pick<Scene, 'hour' | 'weather' | 'season' | 'sky' | 'magic'>

/** The strongest weather wins: in a storm the breeze does not matter. */
const strength: readonly Scene['weather'][] = ['storm', 'snow', 'rain', 'fog', 'wind', 'cloud', 'clear']

/** Hour, weather, season and what hangs above. */
export function readSky(subject: readonly Word[], setting: readonly Word[], prompt: readonly Word[]): Sky {
  const said = collect(subject)
  const held = collect(setting)
  const told = collect(prompt)
  const all = [...said, ...held, ...told]
  const moon = all.some((meaning) => meaning.is === 'sky' && meaning.moon === true)
  const stars = all.find((meaning) => meaning.is === 'sky' && meaning.stars !== undefined && meaning.stars === 'few') ?? all.find((meaning) => meaning.is === 'sky' && meaning.stars !== undefined)
  const hour = hourOf(said) ?? hourOf(held) ?? hourOf(told) ?? (moon || stars ? 'night' : 'day')
  const sun = hour !== 'night' && all.some((meaning) => meaning.is === 'sky' && meaning.sun === true)
  const weather = weatherOf(said) ?? weatherOf(held) ?? weatherOf(told) ?? 'clear'
  return {
    hour,
    weather,
    season: seasonOf(said) ?? seasonOf(held) ?? seasonOf(told) ?? (weather === 'snow' ? 'winter' : null),
    sky: { sun, moon: moon && hour !== 'day', stars: starsOf(stars, hour, weather, moon) },
    magic: all.some((meaning) => meaning.is === 'magic'),
  }
}

const collect = (words: readonly Word[]) => words.filter((word) => !word.denied).flatMap((word) => word.meanings)

/** Night and dusk outdo a plain day: «noon» is said seldom, «light» often. */
function hourOf(meanings: Meaning[]): Scene['hour'] | undefined {
  const hours = meanings.flatMap((meaning) => (meaning.is === 'hour' ? [meaning.hour] : []))
  const [first] = hours
  return first === 'day' ? (hours.find((hour) => hour !== 'day') ?? 'day') : first
}

function weatherOf(meanings: Meaning[]): Scene['weather'] | undefined {
  const weathers = new Set(meanings.flatMap((meaning) => (meaning.is === 'weather' ? [meaning.weather] : [])))
  return strength.find((weather) => weathers.has(weather))
}

const seasonOf = (meanings: Meaning[]) => meanings.flatMap((meaning) => (meaning.is === 'season' ? [meaning.season] : []))[0]

function starsOf(said: Meaning | undefined, hour: Scene['hour'], weather: Scene['weather'], moon: boolean): Scene['sky']['stars'] {
  if (hour === 'day' || weather === 'storm' || weather === 'rain' || weather === 'snow') return 'none'
  if (said?.is === 'sky' && said.stars) return said.stars
  // A bright moon leaves few stars; a clear night without one has many.
  return hour === 'night' ? (moon || weather !== 'clear' ? 'few' : 'many') : 'none'
}

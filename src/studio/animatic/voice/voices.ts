import type { CastMember } from '../../../film/script.ts'

/** A character made of eSpeak's variants: pitch and range 0…100, rate in words a minute, tilt in dB of brightness. */
export type VoiceSetting = { name: string; variant: string; pitch: number; range: number; rate: number; tilt: number }

export const voiceSettings: readonly VoiceSetting[] = [
  { name: 'narrator', variant: 'm3', pitch: 34, range: 46, rate: 154, tilt: 1 },
  { name: 'narrator-woman', variant: 'f2', pitch: 46, range: 44, rate: 154, tilt: 0 },
  { name: 'man-1', variant: 'm7', pitch: 50, range: 62, rate: 164, tilt: 2 },
  { name: 'man-2', variant: 'm1', pitch: 32, range: 55, rate: 156, tilt: 0 },
  { name: 'man-3', variant: 'm5', pitch: 60, range: 58, rate: 172, tilt: 3 },
  { name: 'woman-1', variant: 'f4', pitch: 58, range: 60, rate: 164, tilt: 0 },
  { name: 'woman-2', variant: 'f1', pitch: 44, range: 55, rate: 156, tilt: 2 },
  { name: 'woman-3', variant: 'f3', pitch: 70, range: 64, rate: 174, tilt: 1 },
  { name: 'old-man', variant: 'grandpa', pitch: 28, range: 40, rate: 132, tilt: 0 },
  { name: 'old-woman', variant: 'grandma', pitch: 44, range: 44, rate: 136, tilt: 0 },
  { name: 'child-1', variant: 'f5', pitch: 92, range: 70, rate: 172, tilt: 2 },
  { name: 'child-2', variant: 'f4', pitch: 96, range: 72, rate: 166, tilt: 2 },
]

export const voiceNames = voiceSettings.map(({ name }) => name)

/** The same person has the same voice in every shot; the narrator's is nobody else's. */
export function castVoice({ gender, age, seed }: Pick<CastMember, 'gender' | 'age' | 'seed'>): string {
  const choices = gender === 'unknown' ? [...byAge(age, 'man'), ...byAge(age, 'woman')] : byAge(age, gender)
  return choices[Math.abs(Math.trunc(seed)) % choices.length] ?? 'man-1'
}

export function voiceSetting(name: string): VoiceSetting {
  const setting = voiceSettings.find((voice) => voice.name === name)
  if (!setting) throw new Error(`There is no voice «${name}» on this machine. There are: ${voiceNames.join(', ')}.`)
  return setting
}

function byAge(age: CastMember['age'], gender: 'man' | 'woman') {
  if (age === 'child') return ['child-1', 'child-2']
  if (age === 'old') return [`old-${gender}`]
  return [1, 2, 3].map((number) => `${gender}-${number}`)
}

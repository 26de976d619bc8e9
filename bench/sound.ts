import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFfmpeg } from '../src/edit/find-ffmpeg.ts'
import { mixSound } from '../src/edit/sound/mix-sound.ts'
import { cutFrames, type Cut } from '../src/film/cut.ts'
import { openAssets } from '../src/lab/assets.ts'
import type { Work } from '../src/lab/work.ts'
import { composeScore } from '../src/studio/animatic/score/compose-score.ts'
import { openVoice } from '../src/studio/animatic/voice/open-voice.ts'

const line = '壬戌之秋，七月既望，苏子与客泛舟游于赤壁之下。'

/** Fifteen shots of five seconds with twelve lines and a score: how fast each is made, and how loud the film is. */
export async function benchSound() {
  const folder = await mkdtemp(join(tmpdir(), 'bench-sound-'))
  const voice = openVoice()
  try {
    const assets = openAssets(folder)
    const work: Work = { signal: new AbortController().signal, assets, progress() {} }
    const ffmpeg = await findFfmpeg({ folder })
    await voice.speak({ text: '一', language: 'zh', voice: 'narrator' }, work)
    const speaking = await timed(() => Promise.all(['narrator', 'man-1', 'woman-1', 'old-man'].map((name) => voice.speak({ text: line, language: 'zh', voice: name }, work))))
    const scoring = await timed(() => composeScore({ mood: 'serene', era: 'ancient-china', seconds: 75, seed: 1 }, work))
    const cut: Cut = {
      title: 'bench', author: null, language: 'zh', width: 1280, height: 720, fps: 24, score: scoring.made.sound, fadeOut: 24,
      items: Array.from({ length: 15 }, (_, index) => ({
        name: `${index + 1}`, clip: '0'.repeat(64), frames: 120, transition: { name: 'cut', frames: 0 }, captions: [], chapter: null,
        voice: index % 5 === 4 ? null : { sound: speaking.made[index % 4]?.sound ?? '', at: 8 },
      })),
    }
    const mixing = await timed(() => mixSound(cut, { ffmpeg, assets, signal: work.signal }))
    return {
      voiceTimesRealTime: speaking.made.reduce((sum, { seconds }) => sum + seconds, 0) / speaking.seconds,
      scoreTimesRealTime: 75 / scoring.seconds,
      mixSeconds: mixing.seconds,
      filmSeconds: cutFrames(cut.items) / cut.fps,
      loudness: mixing.made.loudness,
      truePeak: mixing.made.truePeak,
    }
  } finally {
    await voice.close()
    await rm(folder, { recursive: true })
  }
}

async function timed<T>(make: () => Promise<T>) {
  const from = performance.now()
  const made = await make()
  return { made, seconds: (performance.now() - from) / 1000 }
}

import { readFile } from 'node:fs/promises'
import { readConfig } from '../../src/config.ts'
import { openCrew } from '../../src/crew.ts'
import type { Brief } from '../../src/film/brief.ts'
import { Storyboard } from '../../src/film/storyboard.ts'
import { watch } from '../../src/mailbox/watch.ts'
import { readSource } from '../../src/reading/read-source.ts'
import { fillFolder } from '../../src/terminal/film-folder.ts'
import type { Answerer } from '../../src/try/providers/openai/write-answer.ts'

export type Mixed = { number: string; draw: string; animate: string }

const draw = ['openai/gpt-image-2.6-flare', 'replicate/black-forest-labs/flux-2-pro', 'comfyui/sd15']
const animate = ['replicate/kwaivgi/kling-v2.5-turbo-pro', 'comfyui/svd', 'replicate/bytedance/seedance-2.0', 'replicate/minimax/hailuo-2.3']

/** A film whose director says at the storyboard, in words, which model is to make which shot; everything else goes as it is offered. */
export async function makeMixedFilm(file: string, { home, out, env }: { home: string; out: string; env: Record<string, string> }): Promise<{ wanted: Mixed[]; troubles: string[] }> {
  const source = readSource(await readFile(file), file)
  const brief: Brief = { title: source.title, kind: source.kind, text: source.text, language: source.language, aspect: '16:9', definition: '720p', fps: 24, seconds: null, look: null, voice: null, music: null, candidates: 1, seed: 1 }
  const crew = await openCrew(readConfig({ ...env, REDCLIFF_HOME: home, PATH: process.env['PATH'] }, home), { onError: () => undefined })
  const troubles: string[] = []
  let wanted: Mixed[] = []
  try {
    await crew.open('mixed', brief, 'test')
    const ended = new AbortController()
    await watch(crew.store, 'mixed', {
      signal: ended.signal,
      onError: (error) => { troubles.push(String(error)); ended.abort() },
      async onCard({ card, revision }) {
        if (card.slot === 'film' && card.media.length > 0) {
          await fillFolder(out, card.media, crew.assets)
          return ended.abort()
        }
        const choice = card.choices.find((each) => each.standard)
        if (card.slot.startsWith('trouble:') || (card.asks && !choice)) { troubles.push(card.text); return ended.abort() }
        if (!card.asks || !choice) return
        const board = choice.event['board']
        if (typeof board === 'string' && wanted.length === 0) {
          const { shots } = Storyboard.parse(await crew.assets.readJson(board))
          wanted = shots.map(({ number }, index) => ({ number, draw: draw[index % draw.length] ?? '', animate: animate[index % animate.length] ?? '' }))
          const text = wanted.map((shot) => `Have ${shot.number} drawn with ${shot.draw} and filmed with ${shot.animate}.`).join('\n')
          return void await crew.send('mixed', 'note:mixed', { kind: 'noted', id: 'mixed', text })
        }
        await crew.send('mixed', `${card.slot}@${revision}`, choice.event)
      },
    })
    return { wanted, troubles }
  } finally {
    await crew.close()
  }
}

/** What a language model makes of such words: the loopback's writer knows no models. */
export const understandsModels: Answerer = (prompt, { note }) => {
  const said = prompt === 'direct' ? [...String(note).matchAll(/^Have (\S+) drawn with (\S+) and filmed with (\S+)\.$/gm)] : []
  if (said.length === 0) return undefined
  return { directions: said.map(([, number, draw, animate]) => ({ kind: 'shots', numbers: [number], change: { models: { draw, animate } } })), missed: [] }
}

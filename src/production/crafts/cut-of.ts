import { z } from 'zod'
import { Brief } from '../../film/brief.ts'
import { AssetHash, type Cut, type CutItem } from '../../film/cut.ts'
import { frameSize } from '../../film/frame-size.ts'
import { Storyboard } from '../../film/storyboard.ts'
import type { Work } from '../../lab/work.ts'
import { Composed } from '../../studio/provider.ts'
import { CallSheet, creditsJoins, titleJoins } from '../call-sheet.ts'
import { TakeMade, TitlesMade } from '../event.ts'
import { ShotMakers } from './made-by.ts'
import { read } from './writing.ts'

/** What a cut is made of. Before the last take is circled some have none. */
export const CutRequest = z.object({
  brief: AssetHash,
  board: AssetHash,
  title: z.string().nullable(),
  titles: TitlesMade.nullable(),
  score: Composed.nullable(),
  shots: z.array(z.object({ number: z.string(), sheet: AssetHash, take: TakeMade.nullable(), voice: AssetHash.nullable(), by: ShotMakers.optional() })),
})

/** The cut of these takes between titles and credits; null stands where a clip is still to come. */
export async function cutOf(asked: z.infer<typeof CutRequest>, work: Work): Promise<Omit<Cut, 'items'> & { items: (CutItem | null)[] }> {
  const board = await read(work, Storyboard, asked.board)
  const brief = await read(work, Brief, asked.brief)
  const sheets = await Promise.all(asked.shots.map(({ sheet }) => read(work, CallSheet, sheet)))
  const shots = asked.shots.map(({ number, take, voice }, index): CutItem | null => {
    const sheet = sheets[index]
    if (!sheet) throw new Error(`Shot ${number} has no call sheet.`)
    return take && {
      name: number,
      clip: take.clip,
      frames: take.frames,
      transition: sheet.into,
      voice: voice !== null && take.voiceAt !== null ? { sound: voice, at: take.voiceAt } : null,
      captions: take.captions,
      chapter: [number, sheet.shot.scene || sheet.shot.picture].filter(Boolean).join(' ').slice(0, 80),
    }
  })
  const card = (name: 'title' | 'credits', joins: typeof titleJoins): CutItem | null => asked.titles && {
    name, clip: asked.titles[name].clip, frames: asked.titles[name].frames, transition: joins(board).into,
    voice: null, captions: [], chapter: name === 'title' ? asked.title ?? board.title : board.language === 'zh' ? '片尾' : 'Credits',
  }
  return {
    title: asked.title ?? board.title,
    author: board.author,
    language: board.language,
    ...frameSize(brief.aspect, brief.definition),
    fps: board.fps,
    items: [card('title', titleJoins), ...shots, card('credits', creditsJoins)],
    score: asked.score?.sound ?? null,
    fadeOut: creditsJoins(board).fadeOut,
  }
}

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Brief } from '../../film/brief.ts'
import { frameSize } from '../../film/frame-size.ts'
import { looks } from '../../film/look.ts'
import { shotSizes } from '../../film/shot-size.ts'
import type { Shot, Storyboard } from '../../film/storyboard.ts'
import type { Work } from '../../lab/work.ts'
import type { DrawRequest } from '../../studio/provider.ts'
import type { Studio } from '../../studio/studio.ts'
import type { CastCall, SheetCall } from '../cast-call.ts'
import { sheetId } from '../cast-sheets.ts'
import type { ShotCall } from '../event.ts'
import type { Terms } from '../state.ts'

/** One sheet for each member who is seen, and one frame for the look: only where whoever draws can keep to pictures, all of it or some shot. */
export async function castCalls(board: Storyboard, brief: Brief, terms: Terms, studio: Pick<Studio, 'model'>, { assets }: Pick<Work, 'assets'>): Promise<CastCall | null> {
  const model = [undefined, ...board.shots.map((shot) => shot.models?.draw)]
    .map((own) => studio.model('draw', own ?? terms.models?.draw)).find((each) => (each?.limits.references ?? 0) > 0)
  const most = model?.limits.references ?? 0
  if (!model) return null
  const look = looks.find(({ name }) => name === board.look)?.en ?? board.look
  const plain = { ...frameSize(brief.aspect, brief.definition), count: 1, look: board.look, era: board.era, mood: board.mood, angle: 'eye' as const, references: [], model: model.id }
  const keep = async (of: SheetCall['of'], name: string, request: DrawRequest): Promise<SheetCall> =>
    ({ id: sheetId(of, name), of, name, draw: createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 16), request: await assets.putJson(request) })
  const seen = board.cast.filter(({ name }) => board.shots.some(({ cast }) => cast.includes(name)))
  const sheets = await Promise.all(seen.map(async (member) => keep('cast', member.name, {
    ...plain, size: 'full', seed: member.seed, cast: [member], subject: [member.name, member.appearance].join('\n'),
    prompt: await filled('cast-sheet', { appearance: member.appearance || `${member.age} ${member.gender === 'unknown' ? 'person' : member.gender}`, look, era: board.era }),
  })))
  const widest = board.shots.toSorted((a, b) => width(a) - width(b))[0] ?? board.shots[0]
  if (!widest) return null
  const style = await keep('look', look, {
    ...plain, size: 'extreme-wide', seed: brief.seed, cast: [], subject: [widest.scene, widest.picture].filter(Boolean).join('\n'),
    prompt: await filled('look-frame', { place: widest.prompt, look, mood: board.mood, era: board.era }),
  })
  return { most, asks: [...sheets, style] }
}

const width = ({ size }: Shot) => shotSizes.findIndex(({ name }) => name === size)

/** What each shot keeps to, and which one it continues: a deeper number, or the same scene, where nothing passes between them. */
export function castFor(shot: Shot, index: number, { shots }: Storyboard, { asks }: CastCall, keeps: (shot: Shot) => number): Pick<ShotCall, 'sheets' | 'follows' | 'followedBy'> {
  const sheets = asks.filter(({ of, name }) => of === 'look' || shot.cast.includes(name)).map(({ id }) => id)
  const room = (each: Shot) => each.cast.length < keeps(each)
  const before = shots[index - 1]
  const after = shots[index + 1]
  return {
    sheets,
    ...(before && room(shot) && continues(before, shot) ? { follows: before.number } : {}),
    ...(after && room(after) && continues(shot, after) ? { followedBy: after.number } : {}),
  }
}

function continues(before: Shot, shot: Shot): boolean {
  if (['dip-to-black', 'fade'].includes(shot.transition.name)) return false
  const [one, other] = [before.number.split('.'), shot.number.split('.')]
  const nested = shot.number.startsWith(`${before.number}.`) || (one.length > 2 && other.length > 2 && one.slice(0, -1).join('.') === other.slice(0, -1).join('.'))
  return nested || (shot.scene !== '' && shot.scene === before.scene)
}

const folder = new URL('../../../prompts/', import.meta.url)

/** A prompt file's text with its inputs in it. */
async function filled(name: string, inputs: Record<string, string>): Promise<string> {
  const text = await readFile(new URL(`${name}.md`, folder), 'utf8')
  return text.replace(/^---\r?\n[^]*?\r?\n---\r?\n/, '').trim().replace(/\{\{(\w+)\}\}/g, (_, input: string) => inputs[input] ?? '')
}

import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import { drawAside } from '../../edit/draw-aside.ts'
import { Brief } from '../../film/brief.ts'
import { AssetHash } from '../../film/cut.ts'
import { Storyboard } from '../../film/storyboard.ts'
import { pictureOf, ShotRecord } from '../../production/shot-record.ts'
import { marksOf, withMarks } from '../../picture/provenance.ts'
import type { MessageFile } from '../cards/message.ts'
import type { Desk } from './desk.ts'

/** What a file of a message holds. Drawn only when it is sent. `film` says which file a film was found to fit as. */
export async function fileBytes(desk: Pick<Desk, 'store' | 'assets'>, production: string, file: MessageFile, film: (hash: string) => string | null): Promise<Buffer> {
  const { assets } = desk
  if ('text' in file) return Buffer.from(file.text)
  if ('hash' in file) return readFile(film(file.hash) ?? assets.path(file.hash))
  if ('film' in file) return readFile(film(file.film) ?? assets.path(file.film))
  if ('sheet' in file) {
    const [first] = file.sheet
    const marks = first === undefined ? null : marksOf(await assets.read(first))
    const sheet = await drawAside.candidates(file.sheet.map((hash) => assets.path(hash)))
    return marks === null ? sheet : withMarks(sheet, marks)
  }
  return drawBoard(desk, production, file.board, file.page)
}

/** The bytes of what is not a film, without drawing. Drawn pictures are counted at their usual largest. */
export async function guessBytes(desk: Desk, file: MessageFile): Promise<number> {
  if ('text' in file) return Buffer.byteLength(file.text)
  if ('hash' in file) return stat(desk.assets.path(file.hash)).then(({ size }) => size, () => 0)
  return 'film' in file ? 0 : 4_000_000
}

async function drawBoard({ store: { pool }, assets }: Pick<Desk, 'store' | 'assets'>, production: string, hash: string, page: number): Promise<Buffer> {
  const board = Storyboard.parse(await assets.readJson(hash))
  const { rows } = await pool.query('select body from redcliff.shots where production = $1', [production])
  const panels = await Promise.all(rows.map(async ({ body }) => {
    const shot = ShotRecord.parse(body)
    const picture = pictureOf(shot)?.picture
    return { number: shot.number, picture: picture && await assets.has(picture) ? assets.path(picture) : null }
  }))
  const { rows: [found] } = await pool.query('select brief from redcliff.productions where id = $1', [production])
  const brief = AssetHash.safeParse(found?.brief)
  const aspect = brief.success ? z.object({ aspect: Brief.shape.aspect }).parse(await assets.readJson(brief.data)).aspect : '16:9'
  const sheets = await drawAside.sheet(board, panels, { aspect })
  const sheet = sheets[page]
  if (!sheet) throw new RangeError(`The storyboard's sheet has ${sheets.length} pages, not ${page + 1}.`)
  return sheet
}

import { at } from '../pen.ts'
import type { Pen } from '../pen.ts'
import { buildings } from './buildings.ts'
import { creatures } from './creatures.ts'
import type { Drawing } from './drawing.ts'
import { effects } from './effects.ts'
import { icon } from './icon.ts'
import { nature } from './nature.ts'
import { objects } from './objects.ts'
import { vehicles } from './vehicles.ts'

/** Everything that we draw ourselves, by its noun. */
export const drawings: Record<string, Drawing> = { ...nature, ...buildings, ...objects, ...creatures, ...vehicles, ...effects }

export const drawnKinds: string[] = Object.keys(drawings)

/** How tall a thing is beside a person, and how wide for its height. */
export const measure = (kind: string, fromIcon: boolean): { tall: number; wide: number; air: boolean } => {
  const drawing = fromIcon ? undefined : drawings[kind]
  return drawing === undefined ? { tall: 0.5, wide: 1, air: false } : { tall: drawing.tall, wide: drawing.wide, air: drawing.air ?? false }
}

/** Draw a thing `high` tall, standing on (x, y) or, in the air, centred there. */
export const thing = (pen: Pen, kind: string, id: string | null, x: number, y: number, high: number, mirror = false): void =>
  at(pen, x, y, high, (local) => {
    if (id !== null && icon(local, id)) return
    const drawing = drawings[kind]
    if (drawing !== undefined) drawing.draw(local, kind)
  }, 0, mirror)

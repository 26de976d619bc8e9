import type { z } from 'zod'
import { Brief } from '../../film/brief.ts'
import type { Card } from '../../mailbox/card.ts'
import type { Effects } from '../../mailbox/effects.ts'
import type { Order } from '../../lab/order.ts'
import type { ProductionEvent } from '../event.ts'
import type { Proposal } from '../prices.ts'
import type { ProductionState, ShotPatch, Shots, Stale } from '../state.ts'

/** What a node may look at beside the state: assets, which never change. */
export type Desk = { readJson(hash: string): Promise<unknown> }

/** What a node is handed. */
export type Seat = {
  production: ProductionState
  event: ProductionEvent
  /** The shots as they are after the event. */
  shots: Shots
  patch: ShotPatch
  said: string | null
  stale: Stale | null
  gone: Proposal | null
  effects: Effects
}

/** A room orders work, then the show puts up the cards. */
export type Node = (desk: Desk) => (seat: Seat) => Promise<Effects>

export const noEffects: Effects = { orders: [], cards: [], cancels: [], mails: [] }

export const ordering = (...orders: Order[]): Effects => ({ ...noEffects, orders })
export const showing = (...cards: Card[]): Effects => ({ ...noEffects, cards })

export const readBrief = async (desk: Desk, production: ProductionState): Promise<Brief> => {
  if (production.brief === null) throw new Error('This production has no brief yet; it must be opened first.')
  return readAsset(desk, Brief, production.brief)
}

export const readAsset = async <Schema extends z.ZodType>(desk: Desk, schema: Schema, hash: string): Promise<z.infer<Schema>> =>
  schema.parse(await desk.readJson(hash))

import type { FilmModels } from '../film/direction.ts'
import type { Brief } from '../film/brief.ts'
import type { Card } from '../mailbox/card.ts'
import type { Assets } from '../lab/assets.ts'
import type { CallSheet } from '../production/call-sheet.ts'
import type { CrewPlace, Person, Right, Speaker } from '../production/rights.ts'
import type { ShotRecord } from '../production/shot-record.ts'
import type { Phase } from '../production/state.ts'
import type { SingleRequest } from '../single/single-request.ts'
import type { SingleState } from '../single/single-state.ts'
import type { Store } from '../store/open-store.ts'
import { deleteProduction } from './office/delete-production.ts'
import { type Consents, keepConsents } from './office/keep-consents.ts'
import { keepSettings } from './office/keep-settings.ts'
import { noteLosses } from './office/note-losses.ts'
import { openFilms } from './office/open-films.ts'
import { readProductions } from './office/read-productions.ts'
import { sendEvent } from './office/send-event.ts'
import type { GuildSettings } from './settings.ts'

export const openOffice = ({ store, assets }: { store: Store; assets: Assets }): Office => ({
  store,
  assets,
  ...openFilms(store, assets),
  ...readProductions(store, assets),
  ...sendEvent(store),
  ...keepSettings(store),
  ...keepConsents(store),
  ...noteLosses(store),
  ...deleteProduction(store, assets),
})

/** Where a film is to live: a thread on the command's answer, a forum post, a private thread, or the place itself (a thread, a DM). */
export type Place = { guild: string | null; channel: string; kind: 'message' | 'forum' | 'private' | 'here'; locale: string }

export type Production = {
  id: string
  kind: 'film' | 'single'
  title: string
  phase: Phase | 'new'
  guild: string | null
  channel: string
  thread: string | null
  owner: string
  crew: CrewPlace[]
  locale: string
  createdAt: Date
}

/** What the gateway can do about productions: read and write rows, mail events. Nothing here waits for work to be done. */
export type Office = Consents & {
  store: Store
  assets: Assets
  /** `id` comes from the interaction: the same interaction again is the same film. `starter` is the message that the thread is to hang on. */
  openFilm(film: { id: string; brief: Brief; place: Place; owner: string; starter: string | null; budget?: number | null; /** What the server has settled on. */ models?: FilmModels }): Promise<void>
  openSingle(single: { id: string; request: SingleRequest; place: Place; owner: string }): Promise<void>
  /** The starter message became known after the film was opened. */
  setStarter(production: string, message: string): Promise<void>
  production(id: string): Promise<Production | null>
  /** The newest film that lives in this thread, post or DM. A single shot lives in a channel and does not own it. */
  productionIn(channel: string): Promise<Production | null>
  /** Whose message this is; the slot of the one that the thread hangs on is `starter`. */
  productionOf(message: string): Promise<{ production: Production; slot: string } | null>
  productions(where: { guild?: string; owner?: string; alive?: boolean }): Promise<Production[]>
  card(production: string, slot: string): Promise<Card | null>
  cards(production: string): Promise<Card[]>
  /** Where a single shot stands; null before its first event was heard. */
  single(production: string): Promise<SingleState | null>
  shots(production: string): Promise<ShotRecord[]>
  shot(production: string, number: string): Promise<{ record: ShotRecord; sheet: CallSheet } | null>
  /** The link to a card's message. */
  posted(production: string, slot: string): Promise<string | null>
  /** False when this key was sent before. `reply` lets what the production says about it find the person who pressed. */
  send(production: string, key: string, event: Record<string, unknown>, options?: { by?: Speaker; reply?: Reply }): Promise<boolean>
  rights(person: Person, production: Production): Promise<Right[]>
  /** The roles somebody has now: a cap may hang on them. */
  meet(guild: string, person: Person): Promise<void>
  settings(guild: string | null): Promise<GuildSettings>
  saveSettings(guild: string, change: Partial<GuildSettings>): Promise<GuildSettings>
  saveUploadLimit(guild: string, bytes: number): Promise<void>
  setCrew(production: string, crew: CrewPlace[]): Promise<void>
  /** The film is handed over, with the crew as it is then. */
  setOwner(production: string, owner: string, crew: CrewPlace[]): Promise<void>
  /** The message or thread is gone: the poster makes the message again, or stops posting there. */
  messageGone(message: string): Promise<void>
  threadGone(thread: string, why: string): Promise<void>
  guildGone(guild: string, why: string): Promise<void>
  /** Invited again: what was lost with the server goes on. */
  guildBack(guild: string): Promise<void>
  /** All of it: rows, and every asset that nothing else uses. */
  deleteProduction(id: string): Promise<{ posts: { channel: string; message: string }[]; files: number }>
}

/** An interaction that can still be answered, for 15 minutes. */
export type Reply = { id: string; application: string; token: string; locale: string }

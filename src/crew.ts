import { join } from 'node:path'
import { type Begun, beginCrew } from './begin-crew.ts'
import type { Config } from './config.ts'
import { openCutCache } from './edit/cut-cache.ts'
import type { Ffmpeg } from './edit/find-ffmpeg.ts'
import type { Brief } from './film/brief.ts'
import type { Assets } from './lab/assets.ts'
import { openLab } from './lab/lab.ts'
import { openMailbox } from './mailbox.ts'
import { openProduction } from './mailbox/open-production.ts'
import { setBudget } from './mailbox/raise-cap.ts'
import { stepOfKind } from './mailbox/step-of-kind.ts'
import { takeUp } from './mailbox/take-up.ts'
import { inTheirServer } from './production/crafts/in-their-server.ts'
import { productionCrafts } from './production/crafts/index.ts'
import { productionGraph } from './production/graph.ts'
import { productionStep } from './production/step.ts'
import { singleCrafts } from './single/single-crafts.ts'
import { singleStep } from './single/single-step.ts'
import type { ComfyUi } from './studio/comfyui/open-comfyui.ts'
import { type OfferedTool, Tool } from './studio/comfyui/tool.ts'
import { type Hear, openProviders } from './providers.ts'
import type { Store } from './store/open-store.ts'
import { openSaver } from './store/saver.ts'
import { transaction } from './store/transaction.ts'
import type { Provider } from './studio/provider.ts'
import { guarded } from './studio/guarded/guarded.ts'
import { openStudio, type Studio } from './studio/studio.ts'
import { version } from './version.ts'

export type Crew = {
  /** Names of the voices there are; empty where any name may be tried. */
  voices: readonly string[]
  /** Who does what. */
  studio: Studio
  ffmpeg: Ffmpeg
  /** Where it is configured. */
  comfyui: ComfyUi | undefined
  /** What Replicate sends to the public address. */
  hear: Hear | undefined
  store: Store
  assets: Assets
  /** Opens a production, once: the same id again is the same production, and what failed in it is tried again. `budget`: US dollars, from now on; null leaves it as it is. */
  open(id: string, brief: Brief, surface: string, budget?: number | null): Promise<void>
  /** Something happened. False when this key was sent before. */
  send(production: string, key: string, event: Record<string, unknown>): Promise<boolean>
  close(): Promise<void>
}

export type CrewOptions = {
  signal?: AbortSignal
  onError: (error: unknown) => void
  /** Work is certain to come: its threads start while the database does. */
  eager?: boolean
  /** What was begun before this file was loaded. */
  begun?: Begun
  /** Asked before the animatic, which does what they cannot. */
  providers?: readonly Provider[]
  /** Places in the lab, by pool. */
  concurrency?: Record<string, number>
}

/** Everybody who makes the film, at work: database, mailbox, lab, studio. */
export async function openCrew(config: Config, { signal, onError, eager = true, providers = [], concurrency = places, begun = beginCrew(config, { signal, onError, eager }) }: CrewOptions): Promise<Crew> {
  const { assets, animatic } = begun
  const undone = async (error: unknown) => {
    await begun.leave()
    throw error
  }
  const ffmpeg = await begun.ffmpeg.catch(undone)
  const opened = await openProviders(config.providers, { assets, ffmpeg, tools: () => begun.store.then(readTools), say: (words) => onError(new Error(words)) }).catch(undone)
  const studio = guarded(openStudio([...providers, ...opened.list, animatic], config.providers.choices), ffmpeg)
  const store = await begun.store.catch(async (error: unknown) => {
    await studio.close()
    throw error
  })
  const cache = openCutCache(join(config.home, 'cuts'))
  const crafts = inTheirServer((seen) => ({ ...productionCrafts({ studio: seen, ffmpeg, cache, version }), ...singleCrafts({ studio: seen, ffmpeg }) }), studio)
  const lab = await openLab({ store, assets, crafts, concurrency, onError })
  // somebody brought a workflow, or took one away, maybe by another process
  const { comfyui } = opened
  const reread = () => void comfyui?.refresh().catch(onError)
  if (comfyui) await store.listener.listen('redcliff_tools', reread, reread)
  const graph = productionGraph(assets, openSaver(store))
  const mailbox = await openMailbox({ store, lab, step: stepOfKind({ film: productionStep(graph), single: singleStep }), onError })
  return {
    studio,
    ffmpeg,
    comfyui,
    hear: opened.hear,
    voices: studio.voices,
    store,
    assets,
    send: mailbox.send,
    async open(id, brief, surface, budget = null) {
      const hash = await assets.putJson(brief)
      await transaction(store.pool, async (client) => {
        await openProduction(store, client, { id, kind: 'film', title: brief.title, brief: hash, surface, opened: { kind: 'opened', brief: hash, source: brief.kind } })
        if (budget !== null) await setBudget(store, client, id, budget)
      })
      await takeUp(store, id, signal)
    },
    async close() {
      await mailbox.close()
      await lab.close()
      await studio.close()
      await store.close()
    },
  }
}

/** Places in the lab. Rendering saturates two cores by itself; others' machines take a whole film's frames and clips at once. */
const places = { write: 2, speak: 1, draw: 2, animate: 2, compose: 1, edit: 1, openai: 16, replicate: 32 }

/** Workflows that people brought; one that no longer is what a tool must be is passed over. */
export async function readTools({ pool }: Pick<Store, 'pool'>): Promise<OfferedTool[]> {
  const { rows } = await pool.query<{ body: unknown; guild: string }>('select body, guild from redcliff.tools order by at')
  return rows.flatMap(({ body, guild }) => {
    const { data } = Tool.safeParse(body)
    return data ? [{ ...data, ...(guild === '' ? {} : { server: guild }) }] : []
  })
}

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { openCrew } from '../../src/crew.ts'
import { Brief } from '../../src/film/brief.ts'
import { findFfmpeg } from '../../src/edit/find-ffmpeg.ts'
import { openAssets } from '../../src/lab/assets.ts'
import { watch } from '../../src/mailbox/watch.ts'
import { openOpenAi } from '../../src/studio/openai/open-openai.ts'
import { openReplicate } from '../../src/studio/replicate/open-replicate.ts'
import { table } from '../discord/stage.ts'

/** Seconds that a frame and a clip take in earnest. */
const realistic = { draw: 40, animate: 150 }

/** From the greenlight to the last clip fetched, beside the longest chain of orders that wait for each other. */
export async function benchMakespan(seconds = realistic): Promise<{ makespan: number; critical: number; chain: number }> {
  const home = await mkdtemp(join(tmpdir(), 'redcliff-bench-paid-'))
  await chmod(home, 0o755)
  const assets = openAssets(join(home, 'assets'))
  const ffmpeg = await findFfmpeg({ path: process.env['PATH'] })
  const others = fork(join(import.meta.dirname, 'provider-process.ts'), [String(seconds.draw), String(seconds.animate)], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [{ pictures, clips }] = await once(others, 'message') as [{ pictures: { url: string; key: string }; clips: { baseUrl: string; token: string } }]
  const crew = await openCrew(readConfig({ REDCLIFF_HOME: home, PATH: process.env['PATH'] }, home), {
    onError: () => undefined,
    providers: [
      openOpenAi({ apiKey: pictures.key, baseURL: pictures.url, assets, bearable: 0, offers: ['draw'] }),
      // only clips: whoever speaks and composes here is this machine
      Object.fromEntries(Object.entries(await openReplicate({ token: clips.token, baseUrl: clips.baseUrl, assets, ffmpeg })).filter(([name]) => !['draw', 'speak', 'compose', 'castVoice', 'voices'].includes(name))) as Awaited<ReturnType<typeof openReplicate>>,
    ],
  })
  try {
    const brief = Brief.parse({ kind: 'table', text: table(15, 'The ferry'), title: 'The ferry', language: 'en', seconds: null, look: null, aspect: '16:9', definition: '720p', fps: 24, voice: 'off', music: 'off', candidates: 1, seed: 1, subtitles: true })
    await crew.open('bench', brief, 'bench')
    const over = new AbortController()
    let begun = 0
    const took = async () => Number((await crew.store.pool.query(`select count(*) as n from redcliff.purchases p join redcliff.generations g on g.key = p.generation where g.craft = 'animate' and p.status = 'done'`)).rows[0].n)
    const looking = setInterval(() => void took().then((n) => { if (n === 15) over.abort() }), 500)
    await watch(crew.store, 'bench', {
      signal: over.signal, onError: (error) => { throw error },
      async onCard({ card, revision }) {
        const choice = card.choices.find((each) => each.standard)
        if (!card.asks || !choice) return
        if (choice.event['kind'] === 'greenlit') begun = Date.now()
        await crew.send('bench', `${card.slot}@${revision}`, choice.event)
      },
    })
    clearInterval(looking)
    const { rows: [{ last }] } = await crew.store.pool.query(`select extract(epoch from max(p.ended_at)) * 1000 as last from redcliff.purchases p join redcliff.generations g on g.key = p.generation where g.craft = 'animate'`)
    const { rows: sheets } = await crew.store.pool.query(`select 1 from redcliff.generations where craft = 'draw' and label like '%sheet'`)
    const { rows: shots } = await crew.store.pool.query<{ number: string; follows: string | null }>(`select number, body->>'follows' as follows from redcliff.shots where production = 'bench'`)
    const depth = (number: string | null): number => number === null ? 0 : 1 + depth(shots.find((shot) => shot.number === number)?.follows ?? null)
    const chain = Math.max(...shots.map(({ number }) => depth(number))) + Math.min(1, sheets.length)
    return { makespan: (Number(last) - begun) / 1000, critical: chain * seconds.draw + seconds.animate, chain }
  } finally {
    await crew.close()
    others.disconnect()
    await rm(home, { recursive: true, force: true })
  }
}

import { availableParallelism, cpus, loadavg } from 'node:os'
import { findFfmpeg } from '../src/edit/find-ffmpeg.ts'

/**
 * The figures we hold ourselves to, beside what this machine reaches: `npm run bench`, or `npm run bench -- film cut`.
 * Nothing fails here: a busy machine is not a fault.
 */
const benches: Record<string, () => Promise<void>> = {
  async start() {
    const { help, firstGate } = await (await import('./start.ts')).benchStart()
    figure('start: --help', help, { most: 0.5 }, 's')
    figure('start: first gate on the screen, warm install', firstGate, { most: 5 }, 's')
  },
  async mailbox() {
    const { msPerStep, idle, openSeconds } = await (await import('./mailbox.ts')).benchMailbox()
    figure('mailbox: a durable step, 4 workers', msPerStep, { most: 12 }, 'ms')
    figure('mailbox: press → done when idle, p95', idle.p95, { most: 40 }, `ms (p50 ${round(idle.p50)}; the database opened in ${round(openSeconds)} s)`)
  },
  async store() {
    const [short, long] = await (await import('./store.ts')).benchStore()
    if (!short || !long) return
    figure('store: bytes, event of a 600-shot film ÷ of a 15-shot film', long.bytes / short.bytes, { most: 1.2 }, `(${round(long.bytes)} ÷ ${round(short.bytes)} bytes)`)
    figure('store: time, the same', long.milliseconds / short.milliseconds, { most: 2 }, `(${round(long.milliseconds)} ÷ ${round(short.milliseconds)} ms)`)
  },
  async fair() {
    const { each, single, turns, claimMilliseconds, orders } = await (await import('./fair.ts')).benchFair()
    figure('fair: who waits longest ÷ the mean, 100 people with a film each', each, { most: 2 }, `(${orders} orders; ${round(claimMilliseconds)} ms of ours an order)`)
    figure('fair: who waits longest with one film ÷ the mean, where 5 people have 60 films', single, { most: 2 }, '')
    figure('fair: longest from turn to turn ÷ the mean, the same', turns, { most: 2 }, '')
  },
  async sound() {
    const { voiceTimesRealTime, scoreTimesRealTime, mixSeconds, filmSeconds } = await (await import('./sound.ts')).benchSound()
    say(`sound: voice ${round(voiceTimesRealTime)} × real time, score ${round(scoreTimesRealTime)} ×, mix of ${round(filmSeconds)} s in ${round(mixSeconds)} s`)
  },
  async render() {
    const { ffmpeg } = await findFfmpeg({ path: process.env['PATH'] })
    const { render, encode } = await (await import('./render.ts')).benchRender(ffmpeg)
    say(`render: ${round(render)} frames a second at 720p, all told; x264 alone with the same frames ${round(encode)}`)
  },
  async cut() {
    const { firstWall, againWall, rawWall, first, again, ssim } = await (await import('./cut.ts')).benchCut()
    figure('cut: lock → film ÷ raw ffmpeg pass', first, { most: 0.45 }, `(${round(firstWall)} ÷ ${round(rawWall)} s)`)
    figure('cut: again after one shot ÷ raw pass', again, { most: 0.15 }, `(${round(againWall)} ÷ ${round(rawWall)} s)`)
    figure('cut: SSIM against the raw pass', ssim, { least: 0.98 }, '')
  },
  async discord() {
    const { coldStart, idleMegabytes } = await (await import('./discord/start.ts')).benchBotStart()
    figure('discord: cold start to ready, warm install', coldStart, { most: 3 }, 's')
    figure('discord: idle memory, the database included', idleMegabytes, { most: 300 }, 'MB')
    const { presses, p50, p95, makespan, critical } = await (await import('./discord/orders.ts')).benchOrders()
    figure('discord: press → next order leaves, p95', p95, { most: 100 }, `ms (p50 ${round(p50)}, ${presses} presses)`)
    figure('discord: makespan of 15 shots ÷ critical path', makespan / critical, { most: 1.05 }, `(${round(makespan)} ÷ ${round(critical)} s)`)
    const asked = await (await import('./discord/acknowledge.ts')).benchAcknowledge()
    figure('discord: acknowledged, p99', asked.p99, { most: 1000 }, `ms (p50 ${round(asked.p50)}, slowest ${round(asked.slowest)}; ${asked.sent} interactions, ${asked.films} productions alive)`)
    figure('discord: interactions lost or later than 3 s', asked.lost, { most: 0 }, '')
    figure('discord: events still waiting at the end', asked.waiting, { most: 0 }, '')
  },
  async kills() {
    const { benchKills, killPlans } = await import('./paid/kills.ts')
    const { kills, orders, asked, steps, faults, twice, twiceUnasked, lost, ends, secondsPerKill } = await benchKills(200)
    figure('kills: of a worker with three providers at work', kills, { least: 200 }, `(${round(secondsPerKill)} s each, ${orders} orders)`)
    const least = killPlans.map((plan) => steps[plan] ?? 0)
    figure('kills: at each step of submit, poll and download of each provider', Math.min(...least), { least: 1 }, `(${least.filter(Boolean).length} of ${least.length} steps)`)
    for (const [what, times] of Object.entries({ ...steps, ...faults }).sort()) say(`  ${times} × ${what}`)
    figure('kills: orders that a provider took twice before anybody was asked', twice.length, { most: 0 }, twice.join(', '))
    figure('kills: orders taken again that nobody was asked about', twiceUnasked.length, { most: 0 }, twiceUnasked.join(', '))
    figure('kills: what was bought and is lost', lost.length, { most: 0 }, lost.join(', '))
    figure('kills: orders that have not ended', orders - (ends['done'] ?? 0), { most: 0 }, `(${asked} were asked about, and bought again by a press)`)
  },
  async paid() {
    const { makespan, critical, chain } = await (await import('./paid/makespan.ts')).benchMakespan()
    figure('paid: makespan of 15 shots ÷ critical path', makespan / critical, { most: 1.05 }, `(${round(makespan)} ÷ ${round(critical)} s; ${chain} frames wait for each other before the last clip)`)
    const { early, late, seconds } = await (await import('./paid/memory.ts')).benchMemory()
    figure('paid: memory after 1,000 generations ÷ after 200', late.held / early.held, { most: 1.15 }, `(held ${round(late.held)} ÷ ${round(early.held)} MB, resident ${round(late.resident)} ÷ ${round(early.resident)} MB, in ${round(seconds)} s)`)
  },
  async film() {
    const { filmSeconds, wallSeconds, cpuSeconds, crafts, timeline, machine } = await (await import('./film.ts')).benchFilm()
    figure('film: film seconds ÷ wall seconds, the Red Cliff at 720p24', filmSeconds / wallSeconds, { least: 2.5 },
      `(${round(filmSeconds)} ÷ ${round(wallSeconds)} s; CPU ${cpuSeconds === null ? 'not told here' : `${round(cpuSeconds)} s`})`)
    say(`  the machine: a plain x264 veryfast pass over that film runs at ${round(machine.encode)} frames a second`)
    const all = Object.values(crafts).reduce((sum, seconds) => sum + seconds, 0)
    say(`  shares of the lab's time: ${Object.entries(crafts).map(([craft, seconds]) => `${craft} ${Math.round(100 * seconds / all)} %`).join(', ')}`)
    say(`  first clip begun at ${round(timeline.firstClip)} s, last ended at ${round(timeline.lastClip)}, cut at ${round(timeline.cut)}, papers at ${round(timeline.end)}`)
  },
}

function figure(name: string, value: number, { least, most }: { least?: number; most?: number }, unit: string) {
  const met = (least === undefined || value >= least) && (most === undefined || value <= most)
  say(`${met ? 'met    ' : 'NOT MET'} ${name}: ${round(value)} ${unit}, wanted ${least === undefined ? `≤ ${most}` : `≥ ${least}`}`)
}

const round = (value: number) => String(Number(value.toPrecision(3)))
const load = () => loadavg().map((each) => each.toFixed(1)).join(' ')
const say = (line: string) => { process.stdout.write(`${line}\n`) }

const unknown = process.argv.slice(2).filter((name) => !(name in benches))
if (unknown.length > 0) {
  process.stderr.write(`There is no bench called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.\n`)
  process.exit(2)
}
say(`${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}; Node ${process.versions.node}; load before ${load()}`)
for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(benches)) await benches[name]?.()
say(`load after ${load()}`)
process.exit()

import { readConfig } from '../../src/config.ts'
import { openBot } from '../../src/discord/run/open-bot.ts'
import { openLog } from '../../src/log.ts'
import { patientStudio } from './patient-studio.ts'

// The bot as `npm start` runs it, with a studio that takes its time: a process of its own, like the real one.
const seconds = Number(process.env['PATIENCE'] ?? '1')
const bot = await openBot(readConfig(process.env, process.cwd()), {
  token: process.env['DISCORD_TOKEN'] ?? '', roles: ['gateway', 'worker'], log: openLog({ level: 'error', name: 'patient' }),
  providers: [patientStudio({
    draw: (seed) => seconds * (2 + (seed % 5) * 0.4),
    animate: (seed) => seconds * (5 + (seed % 7) * 0.5),
    speak: (text) => seconds * (0.5 + (text.length % 5) * 0.1),
  }, (craft, label, taking) => process.send?.({ craft, label, seconds: taking, at: Date.now() }))],
  concurrency: { write: 4, draw: 400, animate: 400, speak: 400, compose: 1, edit: 1 },
})
process.send?.({ ready: true })
process.on('disconnect', () => process.exit())
process.on('SIGTERM', () => { void bot.close().then(() => process.exit()) })

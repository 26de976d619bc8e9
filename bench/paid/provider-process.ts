// Others' machines: OpenAI and Replicate on loopback in a process of their own, for what they do is not to be counted as ours.
import { findFfmpeg } from '../../src/edit/find-ffmpeg.ts'
import { openOpenAiServer } from '../../src/try/providers/openai/open-openai-server.ts'
import { openReplicateServer } from '../../src/try/providers/replicate/server.ts'

const [draw = 5, animate = 20] = process.argv.slice(2).map(Number)
const { ffmpeg } = await findFfmpeg({ path: process.env['PATH'] })
const pictures = await openOpenAiServer({ latency: draw, onOrder: () => undefined })
const clips = await openReplicateServer({ ffmpeg, starting: animate * 25, working: animate * 975 })
process.once('disconnect', () => process.exit())
process.send?.({ pictures: { url: pictures.url, key: pictures.key }, clips: { baseUrl: clips.baseUrl, token: clips.token } })

import { parentPort, workerData } from 'node:worker_threads'
import { writeWav } from '../../../sound/wav.ts'
import type { ComposeRequest } from '../../provider.ts'
import { play } from './play.ts'
import { writeMusic } from './write-music.ts'

// checked before it was sent; zod would take longer to load than the music's first bars to play
const request: ComposeRequest = workerData
parentPort?.postMessage(writeWav(play(writeMusic(request), request.seconds, request.seed)))

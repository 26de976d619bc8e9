import { parentPort, workerData } from 'node:worker_threads'
import { writeWav } from '../../../sound/wav.ts'
import { ComposeRequest } from '../../provider.ts'
import { play } from './play.ts'
import { writeMusic } from './write-music.ts'

const request = ComposeRequest.parse(workerData)
parentPort?.postMessage(writeWav(play(writeMusic(request), request.seconds, request.seed)))

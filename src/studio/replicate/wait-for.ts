import { parseProgressFromLogs } from 'replicate'
import { ProviderError } from '../provider-error.ts'
import type { Desk, Prediction } from './desk.ts'
import type { Entry } from './entry.ts'
import { detail, isForContent, provider, toProviderError } from './to-provider-error.ts'

type Waiting = { entry: Entry; price: number | null; tell: (fraction: number, doing: string) => void; signal: AbortSignal }

/** Looks at the job until it has ended well; slower the longer it takes, and as slowly as it is asked to. */
export async function waitFor(desk: Desk, job: string, { entry, price, tell, signal }: Waiting): Promise<Prediction> {
  const began = performance.now()
  let pause = desk.pollSeconds
  let troubles = 0
  for (;;) {
    signal.throwIfAborted()
    let wait = pause
    try {
      const prediction = await look(desk, job, entry)
      troubles = 0
      if (prediction.status === 'succeeded') return prediction
      if (prediction.status !== 'starting' && prediction.status !== 'processing') throw ended(prediction, entry, price, desk.token)
      tell(...progressOf(prediction, entry))
    } catch (error) {
      const told = toProviderError(error, { asked: `the question about a job of ${entry.id}`, token: desk.token })
      // the job itself is untouched: a look that failed is looked again
      if (told.ended || !told.retryable || ++troubles > 8) throw told
      wait = Math.max(pause, told.retryAfter ?? 0)
    }
    if (performance.now() - began > desk.patience.job * 1000) {
      throw new ProviderError(`${entry.label} has not finished in ${Math.round(desk.patience.job / 60)} minutes. The job is kept: «try again» asks for it once more, and buys nothing.`, { provider, retryable: false, zh: `${entry.label} ${Math.round(desk.patience.job / 60)} 分钟还没有做完。任务还留着：「再试一次」会再去问，不会重复购买。` })
    }
    await desk.wakers.sleep(job, wait, signal)
    pause = Math.min(pause * 1.3, desk.pollSeconds * 2)
  }
}

async function look({ client }: Desk, job: string, entry: Entry): Promise<Prediction> {
  const prediction = await client.predictions.get(job)
  // an old status word, or a page of a proxy
  if (!['starting', 'processing', 'succeeded', 'failed', 'canceled', 'aborted'].includes(prediction.status)) {
    throw new ProviderError(`Replicate's answer about a job of ${entry.id} made no sense.`, { provider, retryable: true, zh: `Replicate 关于 ${entry.id} 的答复读不懂。` })
  }
  return prediction
}

function progressOf(prediction: Prediction, { label }: Entry): [number, string] {
  if (prediction.status === 'starting') return [0.02, `waiting for ${label} to begin`]
  const read = typeof prediction.logs === 'string' ? parseProgressFromLogs(prediction.logs) : null
  if (read) return [0.1 + read.percentage * 0.8, `${label} is at ${Math.round(read.percentage * 100)} %`]
  const seconds = prediction.started_at ? (Date.now() - Date.parse(prediction.started_at)) / 1000 : 0
  // nobody says how far it is: nearer and nearer, never there
  return [0.1 + 0.7 * (1 - Math.exp(-Math.max(0, seconds) / 60)), `${label} is at work`]
}

/** A job that has ended badly. It is not asked for again under the same purchase. */
function ended({ status, error, metrics, started_at: started }: Prediction, { label, machineSecond }: Entry, price: number | null, token: string): ProviderError {
  if (status === 'aborted') return new ProviderError(`${label} was not free in time. Nothing is charged.`, { provider, retryable: true, ended: true, charged: 0, zh: `${label} 一直没有空位，没有计费。` })
  // paid by the piece: nothing was made; paid by the machine's time: the time counts
  const charged = machineSecond === null ? 0 : (metrics?.predict_time ?? 0) * machineSecond
  if (status === 'canceled') {
    return new ProviderError(`This order to ${label} was cancelled at Replicate, by somebody else or by its deadline.`, { provider, retryable: false, ended: true, charged: machineSecond === null && started ? price : charged, zh: `给 ${label} 的这一单在 Replicate 那边被取消了：有人取消，或者到了期限。` })
  }
  const said = typeof error === 'string' ? error : ''
  if (isForContent(said)) return new ProviderError(`${label} refused this for what it would show. Change the words or the pictures.${detail(said, token)}`, { provider, retryable: false, ended: true, charged, zh: `${label} 因为画面内容拒绝了，请改一改文字或图片。` })
  const passing = /please retry|interrupted|temporar|try again|unexpected error|code: PA|E6716|E9243|overloaded/i.test(said)
  return new ProviderError(`${label} failed.${detail(said, token)}`, { provider, retryable: passing, ended: true, charged, zh: `${label} 没有做成。${detail(said, token).replace(/^ It says: «(.*)»\.$/s, '它说：「$1」')}` })
}

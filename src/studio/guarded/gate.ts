import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { PaidWork } from '../../lab/work.ts'
import { brokenRule } from '../../safety/broken-rule.ts'
import { judgeCategories } from '../../safety/judge-categories.ts'
import { namedPeople } from '../../safety/real-people.ts'
import { type Refused, type RefusedKind, sayRefused } from '../../safety/refused.ts'
import { ProviderError } from '../provider-error.ts'
import type { Studio } from '../studio.ts'

/** Looks at words and pictures, and throws where they may not pass. The same is looked at once. */
export function openGate(studio: Pick<Studio, 'can' | 'moderate'>) {
  const known = new Map<string, Promise<RefusedKind | null>>()
  const once = (what: string, work: PaidWork, look: () => Promise<RefusedKind | null>): Promise<RefusedKind | null> => {
    const key = createHash('sha256').update(what).digest('base64')
    const before = known.get(key)
    if (before !== undefined) return before.catch((error: unknown) => {
      // whoever looked for us was stopped; we were not
      if (work.signal.aborted) throw error
      return once(what, work, look)
    })
    // a look that fails is no verdict: it is thrown, and nothing is made without one
    const found = look()
    known.set(key, found)
    found.catch(() => { if (known.get(key) === found) known.delete(key) })
    for (const oldest of known.keys()) if (known.size > 4000) known.delete(oldest); else break
    return found
  }
  const moderates = studio.can('moderate')
  const ofWords = (text: string, work: PaidWork) => once(`words:${text}`, work, async () =>
    moderates && text.trim() !== '' ? judgeCategories(await studio.moderate({ text }, quiet(work)), 'words') : null)
  const ofPicture = (picture: string, work: PaidWork) => once(`picture:${picture}`, work, async () =>
    moderates ? judgeCategories(await studio.moderate({ pictures: [picture] }, quiet(work)), 'pictures') : null)

  return {
    async words(text: string, where: 'words' | 'written', work: PaidWork) {
      const [name] = namedPeople(text)
      if (name) throw refusal({ kind: 'person', where, name })
      const kind = brokenRule(text) ?? await ofWords(text, work)
      if (kind) throw refusal({ kind, where })
    },
    async brought(pictures: readonly string[], work: PaidWork) {
      for (const kind of await Promise.all(pictures.map((picture) => ofPicture(picture, work)))) if (kind) throw refusal({ kind, where: 'picture' })
    },
    /** `samples` stand for what was made, of which all is deleted where one of them may not be seen. */
    async made(made: Iterable<string>, samples: readonly string[], work: PaidWork) {
      for (const kind of await Promise.all(samples.map((sample) => ofPicture(sample, work)))) {
        if (!kind) continue
        await Promise.all([...made, ...samples].map((hash) => rm(work.assets.path(hash), { force: true })))
        throw refusal({ kind, where: 'made' }, { made: true })
      }
    },
  }
}

/** `made`: it was paid, and asking again gives the same. */
export const refusal = (refused: Refused, { made = false } = {}) =>
  new ProviderError(sayRefused(refused, 'en'), { provider: 'studio', retryable: false, refused, ...(made ? { ended: true } : { bought: false }) })

/** The progress is of the work itself. */
const quiet = (work: PaidWork): PaidWork => ({ ...work, progress: () => undefined })

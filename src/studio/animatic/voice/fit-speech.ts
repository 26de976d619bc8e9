import type { Speech } from './finish-speech.ts'

/** Faster than this is no longer a person speaking. */
const fastest = 1.35

/** Says a line again, faster, until it fits into its seconds; a line that cannot is said as fast as may be, with a remark of how much is cut off. */
export async function fitSpeech(say: (faster: number) => Promise<Speech>, within: number | null): Promise<{ speech: Speech; remark: string | null }> {
  let speech = await say(1)
  if (within === null) return { speech, remark: null }
  let faster = 1
  // Rate and length are not quite inverse: a second step closes what the first left over.
  for (let tries = 0; tries < 2 && speech.seconds > within && faster < fastest; tries++) {
    faster = Math.min(fastest, faster * (speech.seconds / within) * 1.02)
    speech = await say(faster)
  }
  if (speech.seconds <= within) return { speech, remark: null }
  return { speech, remark: `the line takes ${speech.seconds.toFixed(1)} s even when said ${fastest} times as fast, and the shot has room for ${within.toFixed(1)} s: its end is cut off. Make the shot longer, or the line shorter.` }
}

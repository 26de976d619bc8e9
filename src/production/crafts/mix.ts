import type { CutCache } from '../../edit/cut-cache.ts'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
import { Heard, mixHeard } from '../../edit/sound/mix-sound.ts'
import type { Craft } from '../../lab/craft.ts'

/**
 * The film's sound, while its shots are still being rendered: voices, lengths and score are known long before the last clip.
 * The cut finds it by what is heard; if something is heard otherwise there, it is mixed again.
 */
export const mix = ({ ffmpeg, cache }: { ffmpeg: Ffmpeg; cache: CutCache }): Craft => ({
  name: 'mix',
  pool: 'edit',
  async run(request, { assets, signal }) {
    const made = await mixHeard(Heard.parse(request), { ffmpeg, assets, cache, signal }).catch(() => null)
    signal.throwIfAborted()
    // A failure is told once, by the cut, which meets it too.
    return { mixed: made !== null }
  },
})

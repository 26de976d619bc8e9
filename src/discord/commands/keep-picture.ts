import type { Desk } from '../../../commands/index.ts'
import { takePicture, type TakenPicture } from '../incoming/take-picture.ts'
import { languageOf } from './language.ts'
import { type Bringer, mayUsePicture } from './may-use-picture.ts'

/** A person's own picture, as an asset. */
export async function keepPicture(attachment: { url: string; name: string; size: number }, { fetchAttachment, office }: Desk, asked: Bringer, as: { mask?: boolean } = {}): Promise<TakenPicture> {
  // a mask shows nobody
  if (!as.mask) await mayUsePicture(asked, { office })
  const language = languageOf(asked.locale)
  return takePicture(await fetchAttachment(attachment, { limit: largest, language }), office.assets, language, as)
}

/** A phone's photograph; Discord itself takes 10 MiB from most people. */
const largest = 25 * 1024 * 1024

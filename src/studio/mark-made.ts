import type { Assets } from '../lab/assets.ts'
import { marked, type Provenance } from '../picture/provenance.ts'

/** Whatever pictures and clips a model gave back are kept with the mark of how they came to be. The animatic marks its own. */
export async function markMade(result: unknown, provenance: Provenance, assets: Pick<Assets, 'read' | 'put'>): Promise<unknown> {
  const again = async (hash: string) => assets.put(marked(await assets.read(hash), provenance))
  if (typeof result !== 'object' || result === null) return result
  if ('pictures' in result && Array.isArray(result.pictures)) {
    return { ...result, pictures: await Promise.all(result.pictures.map(async (each: { picture: string }) => ({ ...each, picture: await again(each.picture) }))) }
  }
  if ('clip' in result && typeof result.clip === 'string') return { ...result, clip: await again(result.clip) }
  if ('made' in result && typeof result.made === 'string') return { ...result, made: await again(result.made) }
  return result
}

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/store/open-store.ts'
import { killMany, killPlans, type Killed } from '../../test/paid/kill-many.ts'

export { killPlans }

/** What the test does some of, in full. */
export async function benchKills(kills: number): Promise<Killed> {
  const home = await mkdtemp(join(tmpdir(), 'redcliff-bench-kills-'))
  await chmod(home, 0o755)
  const store = await openStore({ home })
  try {
    return await killMany(store, { home, kills })
  } finally {
    await store.close()
    await rm(home, { recursive: true, force: true })
  }
}

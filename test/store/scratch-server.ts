import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { stopServer } from '../../src/store/embedded-server.ts'
import { findPlace } from '../../src/store/server-place.ts'

/** One folder for the databases of a whole run. The server starts with the first test that needs it. */
export default async function setup(project: TestProject) {
  const home = await mkdtemp(join(tmpdir(), 'redcliff-test-'))
  // Else root's server could not enter it, and its data would go to /var/lib and stay there.
  await chmod(home, 0o755)
  project.provide('scratchHome', home)
  return async () => {
    await stopServer(await findPlace(home))
    await rm(home, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  interface ProvidedContext { scratchHome: string }
}

import type { Crafts } from '../../lab/craft.ts'
import type { Studio } from '../../studio/studio.ts'

/** The crafts, each run with the studio of the Discord server whose production ordered it: what another server brought is not there. */
export function inTheirServer(craftsOf: (studio: Studio) => Crafts, studio: Studio): Crafts {
  return Object.fromEntries(Object.entries(craftsOf(studio)).map(([name, craft]) => [name, {
    ...craft,
    run: (request: unknown, work: Parameters<typeof craft.run>[1]) => (craftsOf(studio.seenIn(work.server ?? null))[name] ?? craft).run(request, work),
  }]))
}

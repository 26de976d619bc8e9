import { expect, test } from 'vitest'
import type { Craft } from '../../src/lab/craft.ts'
import type { PaidWork } from '../../src/lab/work.ts'
import { inTheirServer } from '../../src/production/crafts/in-their-server.ts'
import type { Model } from '../../src/studio/model.ts'
import type { Provider } from '../../src/studio/provider.ts'
import { guarded } from '../../src/studio/guarded/guarded.ts'
import { openStudio, type Studio } from '../../src/studio/studio.ts'

const asked: (string | undefined)[] = []
const made = { made: 'f'.repeat(64), width: 1, height: 1, remarks: [] }
const model = (id: string, capability: Model['capability'], server?: string): Model => ({ id, capability, label: id, limits: {}, price: [], ...(server === undefined ? {} : { server }) })
const tools: Provider = {
  name: 'tools', close: async () => undefined,
  draw: async ({ model }) => { asked.push(model); return { pictures: [], missed: [] } },
  upscale: async ({ model }) => { asked.push(model); return made },
  models: [model('tools/inks', 'draw', 'A'), model('tools/plain', 'draw'), model('tools/bigger', 'upscale', 'A')],
}
const here: Provider = {
  name: 'here', close: async () => undefined, write: async () => '', draw: async () => ({ pictures: [], missed: [] }),
  animate: async () => { throw new Error('never') }, speak: async () => { throw new Error('never') }, compose: async () => { throw new Error('never') },
}
const studio = openStudio([tools, here])
const work = (server: string | null) => ({ server, assets: { read: async () => Buffer.alloc(0), put: async () => 'f'.repeat(64) } }) as unknown as PaidWork
const ids = (seen: Studio) => seen.models('draw').map(({ id }) => id)

test('what a server brought is offered in it, and in no other', () => {
  expect(ids(studio.seenIn('A'))).toEqual(['tools/inks', 'tools/plain'])
  for (const other of [studio.seenIn('B'), studio.seenIn(null), studio]) expect(ids(other)).toEqual(['tools/plain'])
  expect([studio.seenIn('A').can('upscale'), studio.seenIn('B').can('upscale'), studio.can('upscale')]).toEqual([true, false, false])
  expect(ids(guarded(studio, {} as never).seenIn('A'))).toEqual(['tools/inks', 'tools/plain'])
})

test('it is a default for its own server only, and nobody else can order it by its name', async () => {
  expect(['A', 'B', null].map((server) => studio.seenIn(server).model('draw')?.id)).toEqual(['tools/inks', 'tools/plain', 'tools/plain'])
  expect(studio.seenIn('B').model('draw', 'tools/inks')).toBeUndefined()
  const request = { model: 'tools/inks' } as Parameters<Studio['draw']>[0]
  expect(() => studio.seenIn('B').draw(request, work('B'))).toThrow('There is no model tools/inks here that can draw. There are: tools/plain.')
  expect(() => studio.seenIn(null).upscale({ media: made.made, kind: 'image', factor: 2 }, work(null))).toThrow('Nobody in this studio can upscale.')
})

test('an order that names it is still priced and placed by whoever sees to all servers', () => {
  expect(studio.price('draw', { model: 'tools/inks' })).toBe(0)
  expect(studio.place('draw', 'tools/inks')).toBe('tools')
})

test('a craft is run with the studio of the server that it is ordered for', async () => {
  const draw = (seen: Studio): Craft => ({ name: 'draw', pool: 'draw', run: async (request, work) => seen.draw(request as Parameters<Studio['draw']>[0], work) })
  const crafts = inTheirServer((seen) => ({ draw: draw(seen) }), studio)
  asked.length = 0
  for (const server of ['A', 'B', null]) await crafts['draw']?.run({}, work(server))
  await crafts['draw']?.run({ model: 'tools/inks' }, work('A'))
  expect(asked).toEqual(['tools/inks', 'tools/plain', 'tools/plain', 'tools/inks'])
  await expect(crafts['draw']?.run({ model: 'tools/inks' }, work('B'))).rejects.toThrow('There is no model tools/inks')
})

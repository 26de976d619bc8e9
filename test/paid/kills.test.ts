import { expect, inject, test } from 'vitest'
import { scratchStore } from '../store/scratch-store.ts'
import { killMany } from './kill-many.ts'

// `npm run bench -- kills` does it two hundred times
const kills = 60

// minutes, not seconds: REDCLIFF_LONG=1 npx vitest run test/paid
test.skipIf(!process.env['REDCLIFF_LONG'])(`killed ${kills} times with three providers at work, in bad weather and with every press doubled: nothing is bought twice, nothing that was bought is lost, and every order ends`, async () => {
  const store = await scratchStore()
  try {
    const { twice, twiceUnasked, lost, ends, orders, steps, ...rest } = await killMany(store, { home: inject('scratchHome'), kills })
    expect(twice).toEqual([])
    expect(twiceUnasked).toEqual([])
    expect(lost).toEqual([])
    expect(ends).toEqual({ done: orders })
    expect(rest.kills).toBeGreaterThanOrEqual(kills)
    expect(orders).toBeGreaterThan(kills / 4)
    // named steps, not only chance
    expect(Object.keys(steps).length).toBeGreaterThan(10)
  } finally {
    await store.close()
  }
}, 400_000)

import { expect, inject, test } from 'vitest'
import { scratchStore } from '../store/scratch-store.ts'
import { killMany, killPlans } from './kill-many.ts'

const promised = 'times with three providers at work, in bad weather and with every press doubled: nothing is bought twice, nothing that was bought is lost, and every order ends'

test(`killed 5 ${promised}`, async () => {
  const { steps } = await killed(5)
  // at steps that were chosen, not only by chance
  expect(Object.keys(steps).filter((step) => killPlans.includes(step)).length).toBeGreaterThan(0)
}, 90_000)

// minutes, not seconds: REDCLIFF_LONG=1 npx vitest run test/paid; `npm run bench -- kills` does it two hundred times
test.skipIf(!process.env['REDCLIFF_LONG'])(`killed 60 ${promised}`, async () => {
  const { steps, orders } = await killed(60)
  expect(orders).toBeGreaterThan(15)
  expect(Object.keys(steps).length).toBeGreaterThan(20)
}, 600_000)

async function killed(kills: number) {
  const store = await scratchStore()
  try {
    const { twice, twiceUnasked, lost, ends, orders, ...rest } = await killMany(store, { home: inject('scratchHome'), kills, minutes: Math.max(0.5, kills / 15), lanes: Math.min(4, Math.ceil(kills / 3)) })
    expect(twice).toEqual([])
    expect(twiceUnasked).toEqual([])
    expect(lost).toEqual([])
    expect(ends).toEqual({ done: orders })
    expect(rest.kills).toBe(kills)
    return { ...rest, orders }
  } finally {
    await store.close()
  }
}

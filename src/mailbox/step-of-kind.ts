import type { Step } from './handle-next.ts'

/** Each kind of production has its own step. */
export const stepOfKind = (steps: Record<'film' | 'single', Step>): Step => async (client, production, event) => {
  const { rows: [row] } = await client.query('select kind from redcliff.productions where id = $1', [production])
  return steps[row?.kind === 'single' ? 'single' : 'film'](client, production, event)
}

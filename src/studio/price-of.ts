import type { Price } from './model.ts'

/** What an order measures, in the units that models are paid by. */
export type Measure = Partial<Record<Price[number]['per'], number>> & { when?: string }

/** US dollars for an order; null where the model's price is not known, or a part of it cannot be measured before. */
export function priceOf(price: Price | null, measure: Measure): number | null {
  if (price === null) return null
  const parts = price.filter(({ when }) => when === undefined || when === measure.when)
  if (parts.length === 0 && price.length > 0) return null
  let dollars = 0
  for (const part of parts) {
    const units = part.per === 'call' ? measure.call ?? 1 : measure[part.per]
    if (units === undefined) return null
    dollars += part.dollars * (part.per === '1k characters' ? units / 1000 : part.per.startsWith('1M') ? units / 1e6 : units)
  }
  return dollars
}

import { createHash } from 'node:crypto'

/** JSON that PostgreSQL takes: jsonb refuses NUL and half surrogate pairs, which people's texts may hold. */
export const toJsonb = (value: unknown) =>
  JSON.stringify(value, (_, each) => typeof each === 'string' ? each.toWellFormed().replaceAll('\0', '') : each)

/** The same text for the same value, whatever the order of its fields. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, (_, each) =>
  each && typeof each === 'object' && !Array.isArray(each)
    ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => a < b ? -1 : 1))
    : each)

export const hashJson = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex')

import { expect, test } from 'vitest'
import { fit } from '../../src/terminal/screen.ts'

test.each([
  ['short', 10, 'short'], ['exactly ten', 11, 'exactly ten'], ['one too many', 11, 'one too ma…'], ['赤壁之下', 8, '赤壁之下'], ['赤壁之下泛舟', 8, '赤壁之…'], ['', 5, ''],
])('%j fits into %i columns as %j', (line, columns, shown) => {
  expect(fit(line, columns)).toBe(shown)
})

/** What was made, with the name of whoever made it: what a film's credits and its recipe go by, whatever was chosen since. */
export function credited(result: unknown, by: string): unknown {
  if (typeof result !== 'object' || result === null) return result
  if ('pictures' in result && Array.isArray(result.pictures)) return { ...result, pictures: result.pictures.map((each: object) => ({ ...each, by: [by] })) }
  return 'clip' in result || 'sound' in result || 'made' in result ? { ...result, by: [by] } : result
}

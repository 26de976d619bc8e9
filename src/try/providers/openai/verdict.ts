const categories = ['harassment', 'harassment/threatening', 'hate', 'hate/threatening', 'illicit', 'illicit/violent', 'self-harm', 'self-harm/instructions', 'self-harm/intent', 'sexual', 'sexual/minors', 'violence', 'violence/graphic'] as const

/** What the moderation endpoint answers: flagged where the words say «flag me», or who opened the server says so. */
export function verdict(input: any, flag: (text: string, pictures: number) => string | null) {
  const parts: any[] = [input].flat().map((part) => typeof part === 'string' ? { type: 'text', text: part } : part)
  const text = parts.map((part) => part.text ?? '').join('\n')
  const broken = /\bflag me\b/i.test(text) ? 'violence' : flag(text, parts.filter(({ type }) => type === 'image_url').length)
  const kinds = [...new Set(parts.map(({ type }) => type === 'text' ? 'text' : 'image'))]
  const all = <Value>(value: (category: string) => Value) => Object.fromEntries(categories.map((category) => [category, value(category)]))
  return {
    id: 'modr-1', model: 'omni-moderation-latest',
    results: [{
      flagged: broken !== null, categories: all((category) => category === broken), category_scores: all((category) => category === broken ? 0.97 : 0.0001),
      category_applied_input_types: all(() => kinds),
    }],
  }
}

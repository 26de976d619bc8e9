/** Models and the dates they end on, as the API knows them in November 2026. */
const ends: Record<string, string | null> = {
  'gpt-6.1-sol': null, 'gpt-6.1-terra': null, 'gpt-6-luna': null, 'gpt-5': '2026-12-11', 'gpt-4o': '2027-01-14',
  'gpt-image-2.6-flare': null, 'gpt-image-2.6-sunburst': null, 'gpt-image-2.5-flare': null, 'gpt-image-2.5-sunburst': null, 'gpt-image-1.5': '2026-12-01',
  'gpt-4o-mini-tts': '2027-01-06', 'tts-1': '2027-01-06', 'tts-1-hd': '2027-01-06', 'omni-moderation-latest': null, 'sora-2': '2026-09-24', 'sora-2-pro': '2026-09-24',
}

export const offeredModel = (id: string) => ends[id] === undefined ? null : { id, object: 'model', created: 1_780_000_000, owned_by: 'openai', shutdown_date: ends[id] }

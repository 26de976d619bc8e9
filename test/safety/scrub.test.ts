import { expect, test } from 'vitest'
import { scrub } from '../../src/safety/scrub.ts'
import { ProviderError } from '../../src/studio/provider-error.ts'

test.each([
  ['Incorrect API key provided: sk-proj-abcDEF123456. You can find it …', 'abcDEF123456'],
  ['Incorrect API key provided: sk-ab*********wxyz.', 'wxyz'],
  ['Authorization: Bearer r8_marker0123456789', 'marker'],
  ['token r8_0123456789abcdef is wrong', '0123456789abcdef'],
  ['{"authorization":"Basic dXNlcjpwYXNzd29yZA=="}', 'dXNlcjpwYXNzd29yZA'],
  ['{"headers":{"x-api-key":"0f9e8d7c6b5a"}}', '0f9e8d7c6b5a'],
  ['https://user:passw0rd@comfy.example/prompt failed', 'passw0rd'],
  ['postgres://redcliff:hunter2@db/films', 'hunter2'],
  ['?api_key=abcdef123456&x=1', 'abcdef123456'],
  ['comfyui-0123456789abcdef0123456789abcdef was refused', '0123456789abcdef'],
  ['whsec_dGhpcyBpcyBhIHNlY3JldA==', 'dGhpcyBpcyBh'],
  ['MTIzNDU2Nzg5MDEyMzQ1Njc4OTA.GabcdE.abcdefghijklmnopqrstuvwxyz0123', 'abcdefghijklmnop'],
  ['/webhooks/123/aW50ZXJhY3Rpb246/messages', 'aW50ZXJhY3Rpb246'],
])('%s is told without its key', (text, key) => {
  expect(scrub(text)).not.toContain(key)
  expect(scrub(scrub(text))).toBe(scrub(text))
  expect(new ProviderError(text, { provider: 'openai', retryable: false }).message).not.toContain(key)
})

test.each([
  'OpenAI does not accept the key in OPENAI_API_KEY. Look whether it is still valid, and whole.',
  'ComfyUI studio wants a password or a key, and ours is not taken.',
  'Basic lighting, a bearer token economy, a task-force-like sketch by ComfyUI-VideoHelperSuite',
  'Make a new one at replicate.com/account/api-tokens and set it as REPLICATE_API_TOKEN.',
  '乌台诗案之后，苏子愀然，正襟危坐：「何为其然也？」',
  'shot 1.2: https://example.org/a:b/c, 12:30',
])('%s is left as it is', (text) => expect(scrub(text)).toBe(text))

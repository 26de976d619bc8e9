import { expect, test } from 'vitest'
import { readCommandId } from '../../../src/discord/commands/command-id.ts'
import { readExample, startingPoints, welcomeMessage } from '../../../src/discord/commands/starting-points.ts'
import { readSource } from '../../../src/reading/read-source.ts'

test('every example that can be pressed is a text that a film can be made of', async () => {
  const said = (startingPoints('en')?.components ?? []).flatMap((button) => 'custom_id' in button ? readCommandId(button.custom_id)?.said ?? [] : [])
  expect(said).toEqual(['start', 'example', 'red-cliff', 'example', 'lighthouse', 'example', 'courier'])
  const kinds = await Promise.all(['red-cliff', 'lighthouse', 'courier'].map(async (name) => readSource(await readExample(name) ?? '').kind))
  expect(kinds).toEqual(['table', 'text', 'script'])
})

test('a forged name opens no file', async () => {
  for (const name of ['../package', 'red-cliff.md', '', undefined]) expect(await readExample(name)).toBeNull()
})

test('the welcome says how to begin, in the language of the server', () => {
  expect(JSON.stringify(welcomeMessage('en'))).toContain('**/film**')
  expect(JSON.stringify(welcomeMessage('zh'))).toContain('剧组到了')
})

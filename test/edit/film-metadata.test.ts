import fc from 'fast-check'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filmMetadata, storable } from '../../src/edit/film-metadata.ts'
import { run } from '../../src/edit/ffmpeg.ts'
import { probe } from '../../src/edit/probe.ts'
import { openEditingRoom, size } from './clips.ts'

const { ffmpeg, folder } = await openEditingRoom()

test('whatever a person writes comes back from the film as written', async () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.string({ unit: fc.constantFrom('=', ';', '#', '\\', '\n', '[', ']', "'", 'a', '赋'), minLength: 1, maxLength: 30 }))
  await fc.assert(fc.asyncProperty(fc.array(text, { minLength: 20, maxLength: 20 }), text, async (titles, title) => {
    const items = titles.map((chapter, index) => ({ name: String(index), clip: '', frames: 24, transition: { name: 'cut' as const, frames: 0 }, voice: null, captions: [], chapter }))
    const [meta, film] = [join(folder, 'a.meta'), join(folder, 'a.mp4')]
    await writeFile(meta, filmMetadata({ title, author: null, language: 'en', ...size, items, score: null, fadeOut: 0 }, 'by rules'))
    await run(ffmpeg, { inputs: [{ options: ['-f', 'lavfi'], file: 'sine=duration=20' }, { options: ['-f', 'ffmetadata'], file: meta }], options: ['-map', '0', '-map_metadata', '1', '-map_chapters', '1', '-c:a', 'aac'], output: film })
    const { chapters, format } = await probe(ffmpeg, film)
    expect(chapters.map(({ tags }) => tags['title'] ?? '')).toEqual(titles.map(storable))
    expect([format.tags['title'], format.tags['comment']]).toEqual([storable(title), 'by rules'])
  }), { numRuns: 8 })
})

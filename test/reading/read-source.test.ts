import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSource } from '../../src/reading/read-source.ts'
import { ReadingError } from '../../src/reading/reading-error.ts'
import { readScript } from '../../src/reading/read-script.ts'
import { readTable } from '../../src/reading/read-table.ts'
import { redCliffScript, redCliffTable } from './red-cliff-table.ts'

const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const refusal = (bytes: Uint8Array | string, name?: string) => {
  try {
    readSource(bytes, name)
  } catch (error) {
    expect(error).toBeInstanceOf(ReadingError)
    return (error as ReadingError).message
  }
  return 'not refused'
}

describe('what a person brings is told apart', () => {
  test.each([
    ['我想要一些对人生、历史、宇宙的思考，且描述了自然风光、画面感强烈的诗词歌赋，只输出名称和作者，不少于10个。', 'wish', 'zh'],
    ['a noir about a lighthouse keeper', 'wish', 'en'],
    ['Make a 30 second film of my cat. It should be funny.', 'wish', 'en'],
    ['two robots fall in love on the moon', 'wish', 'en'],
    ['帮我做一个关于外婆的短片', 'wish', 'zh'],
    ['《登高》短片', 'wish', 'zh'],
    ['床前明月光，疑是地上霜。举头望明月，低头思故乡。', 'text', 'zh'],
    ['清风徐来，水波不兴。', 'text', 'zh'],
    ['The fog comes\non little cat feet.', 'text', 'en'],
    ['A man walked into the bar. He sat down and said nothing.', 'text', 'en'],
    ['我想起了那年夏天。外婆坐在门口剥豆子，蝉声一阵一阵的。', 'text', 'zh'],
    ['苏子愀然，正襟危坐，而问客曰：“何为其然也？”客曰：“月明星稀，乌鹊南飞，此非曹孟德之诗乎？”', 'text', 'zh'],
    ['Dear Ann: it rained.\nThe list was short: bread, salt.\nNothing more was said that day, and nobody wrote.', 'text', 'en'],
    [redCliffScript, 'script', 'zh'],
    ['ANN: Hi. (waves)\nBOB: Hello there.\nANN: Bye.', 'script', 'en'],
    ['INT. KITCHEN - NIGHT\n\nRain.\n\nMARY\nHello.', 'script', 'en'],
    ['Act One: Home\n\nMary: I am leaving.\n[She goes.]', 'script', 'en'],
    [redCliffTable, 'table', 'zh'],
    [`# Notes\n\nSome prose.\n\n${redCliffTable}\nAnd after.`, 'table', 'zh'],
    ['shot,size,move,description\n1,wide,static,"A field, empty"', 'table', 'en'],
    ['| Name | Age |\n|---|---|\n| Ann | 7 |\n\nThis is an ordinary page. It has a table of people.', 'text', 'en'],
  ])('%s', (text, kind, language) => {
    expect(readSource(text)).toMatchObject({ kind, language })
  })
})

describe('bytes', () => {
  test('UTF-8 and UTF-16 with and without a mark, GB18030, Big5 and Windows-1252 are read', () => {
    const poem = '壬戌之秋，七月既望，苏子与客泛舟游于赤壁之下。\n清风徐来，水波不兴。'
    expect(readSource(Buffer.from(`\ufeff${poem}`)).text).toBe(poem)
    expect(readSource(utf16(`\ufeff${poem}`)).text).toBe(poem)
    expect(readSource(utf16(`\ufeff${poem}`).swap16()).text).toBe(poem)
    expect(readSource(utf16('A boat on the river.\nIt is night.')).text).toBe('A boat on the river.\nIt is night.')
    const gb = Buffer.from('c8c9d0e7d6aec7efa3acc6dfd4c2bcc8cdfba3acb4f3bdadb6abc8a5a1a3', 'hex')
    expect(readSource(gb).text).toBe(new TextDecoder('gb18030').decode(gb))
    expect(readSource(gb).text).toContain('七月既望，大江东去。')
    const big5 = Buffer.from('a46aa6bfaa46a568a141aef6b2d6a4a3a9eaa143', 'hex')
    expect(readSource(big5).text).toBe(new TextDecoder('big5').decode(big5))
    expect(readSource(Buffer.from('It\x92s a caf\xe9 by the river. Nobody came that night.', 'latin1')).text).toBe('It’s a café by the river. Nobody came that night.')
  })

  test('a picture, a Word file, a PDF and other binaries are named, with what to do', () => {
    expect(refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toMatch(/picture \(PNG\).*paste/)
    expect(refusal(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from('…word/document.xml')]))).toMatch(/Word document.*plain text/)
    expect(refusal(Buffer.from('%PDF-1.7'))).toMatch(/PDF/)
    expect(refusal(Buffer.from([1, 0, 2, 0, 0, 7, 0xff, 3]))).toMatch(/binary/)
  })

  test('nothing, white space, marks without words and two megabytes are refused in a sentence', () => {
    expect(refusal('')).toMatch(/empty/)
    expect(refusal(' \n\t\ufeff\u200b', 'notes/poem.txt')).toMatch(/poem\.txt is empty/)
    expect(refusal('— … 🎬')).toMatch(/no words/)
    expect(refusal('river '.repeat(350_000))).toMatch(/2,100 kB.*200 kB/)
    expect(refusal('name,age\nAnn,7', 'people.csv')).toMatch(/people\.csv has no storyboard columns/)
  })

  test('control characters, bidi overrides and invisible tags are gone; emoji, right-to-left text and lines stay', () => {
    const { text } = readSource('a\u0007 \u202enoir\u202c film\r\nabout 👩‍👩‍👧 and שלום\u{e0041}\u{e0042}\r')
    expect(text).toBe('a noir film\nabout 👩‍👩‍👧 and שלום')
    expect(readSource('cafe\u0301 life').text).toBe('caf\u00e9 life')
  })

  test('whatever the bytes, the answer is a source or a ReadingError, and reading is idempotent', () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 }).map((text) => Buffer.from(text)))
    fc.assert(
      fc.property(bytes, (each) => {
        try {
          const { text, title } = readSource(each)
          expect(readSource(text).text).toBe(text)
          expect(title).not.toMatch(/[\n/]/)
        } catch (error) {
          if (!(error instanceof ReadingError)) throw error
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('the title', () => {
  test.each([
    ['# The Lamp\n\nIt was dark. Nobody came.', undefined, 'The Lamp'],
    ['- **标题**：赤壁赋\n- **第一幕：夜**\n  - 旁白：夜。', undefined, '赤壁赋'],
    ['《登高》\n风急天高猿啸哀，渚清沙白鸟飞回。', undefined, '登高'],
    ['静夜思\n床前明月光，疑是地上霜。', 'x.txt', '静夜思'],
    ['It was a dark night. The rain fell, and nobody came.', '../../my_story.txt', 'my story'],
    ['It was a dark night. The rain fell, and nobody came to the house on the hill.', undefined, 'It was a dark night. The rain fell, and nobody came to the…'],
    [redCliffTable, '/tmp/赤壁赋.md', '赤壁赋'],
    ['MARY: Hi.\nTOM: Hello.\nMARY: Bye.', undefined, 'Untitled'],
  ])('of %s', (text, name, title) => {
    expect(readSource(text, name).title).toBe(title)
  })
})

test('reading any text as a table gives rows or a ReadingError', () => {
  const cell = fc.oneof(fc.constantFrom('1', '1.2', '全景', 'pan', '|', '\\|', '"', '', '-', '第一幕', 'x'), fc.string({ maxLength: 5 }))
  const header = fc.constantFrom('|分镜|景别|运镜|场景描述|画面描述|', 'shot,size,move,description', 'no\tsize\tpicture')
  fc.assert(
    fc.property(header, fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 5 }), fc.constantFrom('|', ',', '\t'), (head, rows, divider) => {
      try {
        expect(readTable([head, ...rows.map((row) => row.join(divider))].join('\n')).rows.length).toBeGreaterThan(0)
      } catch (error) {
        if (!(error instanceof ReadingError)) throw error
      }
    }),
    { numRuns: 200 },
  )
})

test('two hundred kilobytes of one mark take no more than a moment', () => {
  for (const mark of ['*', ' ', '(', '|', '- ', '第', 'a:', '<br', '"']) {
    const text = `x${mark.repeat(Math.floor(190_000 / Buffer.byteLength(mark)))}x`
    const before = performance.now()
    readScript(text)
    expect(readSource(text).text).not.toBe('')
    // A quadratic expression takes minutes here; the bound is loose for a busy machine.
    expect([mark, performance.now() - before < 5000]).toEqual([mark, true])
  }
})

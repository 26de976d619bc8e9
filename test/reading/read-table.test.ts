import { describe, expect, test } from 'vitest'
import { ReadingError } from '../../src/reading/reading-error.ts'
import { readTable, type TableRow } from '../../src/reading/read-table.ts'
import { redCliffTable } from './red-cliff-table.ts'

const head = '|分镜|景别|运镜|场景描述|画面描述|\n|---|---|---|---|---|\n'
const refusal = (text: string) => {
  try {
    readTable(text)
  } catch (error) {
    expect(error).toBeInstanceOf(ReadingError)
    return (error as ReadingError).message
  }
  return 'not refused'
}

describe('the Red Cliff’s own table', () => {
  const table = readTable(redCliffTable)
  const shot = (number: string) => table.rows.find((row) => row.number === number) as TableRow

  test('has its fifteen shots in the order written, nested four levels deep', () => {
    expect(table.rows.map(({ number }) => number)).toEqual(['1.1', '1.2', '1.2.1', '1.2.1.1', '1.2.1.2', '1.2.2', '1.3', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.8'])
    expect(table.language).toBe('zh')
    expect(table.remarks).toEqual([])
  })

  test('sizes are as written and the written cells are kept', () => {
    expect(shot('1.2')).toMatchObject({ size: 'medium', written: { size: '中景', move: '跟随移动' } })
    expect(shot('2.1')).toMatchObject({ size: 'full', written: { size: '全景', move: '静态特写' } })
    expect(shot('1.2.1').written).toEqual({ size: '中景', move: null })
  })

  test('a size in the move column is where the shot ends, and that is remarked', () => {
    expect(shot('1.1').move).toMatchObject({ name: 'static' })
    expect(shot('1.1').remarks[0]).toMatch(/全景.*固定机位/)
    expect(shot('2.3').move).toMatchObject({ name: 'pull-out' })
    expect(shot('2.3').remarks[0]).toMatch(/从特写到中景，拉/)
  })

  test('a static close-up stands still, and the size column wins', () => {
    expect(shot('1.3')).toMatchObject({ size: 'close-up', move: { name: 'static' }, remarks: [] })
    expect(shot('2.4')).toMatchObject({ size: 'medium', move: { name: 'static' } })
    expect(shot('2.4').remarks[0]).toMatch(/按中景、固定机位/)
  })

  test('following, a slow push, and a move left to the writer', () => {
    expect(shot('2.7').move).toEqual({ name: 'follow', direction: null, speed: 'normal' })
    expect(shot('2.2').move).toEqual({ name: 'push-in', direction: null, speed: 'slow' })
    expect(shot('1.2.2').move).toBeNull()
  })

  test('the poem is spoken, the plain descriptions are not, and the guest keeps speaking to the end of his act', () => {
    const spoken = table.rows.map(({ number, line }) => [number, line && `${line.speaker ?? ''}:${line.text}`])
    expect(Object.fromEntries(spoken)).toEqual({
      '1.1': ':壬戌之秋，七月既望', '1.2': ':苏子与客泛舟游于赤壁之下', '1.2.1': null, '1.2.1.1': null, '1.2.1.2': null, '1.2.2': null, '1.3': ':清风徐来，水波不兴',
      '2.1': '客:月明星稀', '2.2': '客:乌鹊南飞', '2.3': '客:此非曹孟德之诗乎', '2.4': '客:舳舻千里，旌旗蔽空', '2.5': '客:酾酒临江，横槊赋诗',
      '2.6': '客:固一世之雄也，而今安在哉', '2.7': '客:寄蜉蝣于天地', '2.8': '客:渺沧海之一粟',
    })
  })
})

describe('what is spoken without a column for it', () => {
  const lines = (...scenes: string[]) => readTable(head + scenes.map((scene, index) => `|1.${index + 1}|全景||${scene}||`).join('\n')).rows.map(({ line }) => line && `${line.speaker ?? ''}:${line.text}`)

  test('quoted speech is, and a closing quote ends it', () => {
    expect(lines('王说：“走吧。”', '“我们回家。”', '两人走进房间')).toEqual(['王:走吧。', ':我们回家。', null])
    expect(lines('客曰：「月明星稀', '乌鹊南飞」', '江面上的船')).toEqual(['客:月明星稀', '客:乌鹊南飞', null])
  })

  test('regulated verse is, short notes of place are not', () => {
    expect(lines('床前明月光，疑是地上霜', '举头望明月，低头思故乡')).toEqual([':床前明月光，疑是地上霜', ':举头望明月，低头思故乡'])
    expect(lines('夜，江边', '城市街道', '她看着窗外的雨', '清晨的房间里')).toEqual([null, null, null, null])
  })

  test('a column of lines decides alone', () => {
    const { rows } = readTable('shot|size|scene|dialogue\n---|---|---|---\n1|WS|清风徐来，水波不兴|\n2|CU|x|MARA (V.O.): One more night.\n3|CU|x|**Tom:** Mother?\n4|MS|x|Just the wind.')
    expect(rows.map(({ line }) => line)).toEqual([null, { speaker: 'MARA', text: 'One more night.', language: 'en' }, { speaker: 'Tom', text: 'Mother?', language: 'en' }, { speaker: null, text: 'Just the wind.', language: 'en' }])
  })
})

describe('tables as real people have them', () => {
  test('CSV with quotes, commas and line ends inside cells, a BOM and trailing empty rows', () => {
    const { rows } = readTable('\ufeffShot No.,Shot Size,Camera Movement,Description,Voice-over,Duration,Transition\r\n1,EWS,slow push in,"A field, ""wide""\nand empty",,4s,\r\n2,OTS,pan left,Ann,Ann: hi,0:06,cross dissolve 0.5s\r\n,,,,,,\r\n,,,,,,\r\n')
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ number: '1', size: 'extreme-wide', move: { name: 'push-in', speed: 'slow' }, picture: 'A field, "wide"\nand empty', seconds: 4, transition: null })
    expect(rows[1]).toMatchObject({ size: 'medium', angle: 'over-shoulder', move: { name: 'pan', direction: 'left' }, seconds: 6, transition: { name: 'dissolve', seconds: 0.5 }, line: { speaker: 'Ann', text: 'hi' } })
  })

  test('TSV, full-width digits and bars, escaped pipes, <br>, missing cells, ditto marks', () => {
    expect(readTable('镜号\t景别\t画面\n１\t远景\t江\n2\t同上\t月').rows.map(({ number, size }) => [number, size])).toEqual([['1', 'wide'], ['2', 'wide']])
    const { rows } = readTable('｜镜号｜景别｜画面｜\n｜---｜---｜---｜\n｜１．２｜近景｜a｜\n｜1.3｜')
    expect(rows.map(({ number, size }) => [number, size])).toEqual([['1.2', 'medium-close'], ['1.3', null]])
    expect(readTable(`${head}|1|全景|固定|a\\|b<br>c|d|`).rows[0]?.scene).toBe('a|b\nc')
  })

  test('several tables with the same columns are one storyboard; headings between rows are passed over; others are named', () => {
    const page = `# 片\n${head}|1.1|全景||甲||\n|第二幕|||||\n\n文字\n\n${head}|2.1|中景||乙||\n\n|no|prompt|\n|--|--|\n|1.1|x|\n`
    const { rows, remarks } = readTable(page)
    expect(rows.map(({ number }) => number)).toEqual(['1.1', '2.1'])
    expect(remarks).toEqual(['第二张表的栏不一样（no, prompt），没有用。'])
  })

  test.each([
    ['镜1', '1'], ['Shot 03', '3'], ['1-2', '1.2'], ['１．２', '1.2'], ['第三镜', '3'], ['1A', '1.1'], ['**1.2.1.1**', '1.2.1.1'], ['S2-4', '2.4'], ['#7', '7'], ['1.2.', '1.2'], ['十二', '12'],
  ])('%s is shot %s', (written, number) => {
    expect(readTable(`${head}|${written}|全景||x||`).rows[0]?.number).toBe(number)
  })

  test('the order of the rows is kept even where the numbers are not in order', () => {
    const { rows, remarks } = readTable(`${head}|2|全景||a||\n|1|全景||b||`)
    expect(rows.map(({ number }) => number)).toEqual(['2', '1'])
    expect(remarks[0]).toMatch(/按行的先后/)
  })
})

describe('a table that cannot be obeyed is refused in a sentence, in its own language', () => {
  test.each([
    ['a missing number', `${head}|1|全景||a||\n||中景||b||`, /^第 2 行没有镜号（开头是「中景」）/],
    ['a number that is none', `${head}|开头|全景||a||`, /^第 1 行的镜号「开头」看不懂/],
    ['a double number', `${head}|1.1|全景||a||\n|2|全景||b||\n|1-1|全景||c||`, /^第 1 行和第 3 行的镜号都是 1\.1/],
    ['an unknown size', `${head}|1|巨无霸||a||`, /^镜头 1 的景别「巨无霸」不认识.*wide \(WS\) 远景.*extreme close-up \(ECU\) 大特写/],
    ['an unknown move', `${head}|1|全景|teleport|a||`, /^镜头 1 的运镜「teleport」不认识.*push in 推.*handheld 手持/],
    ['too many cells', `${head}|1|全景||a|b|c|`, /^第 1 行（1）有 6 格，而表有 5 栏.*\\\|/],
    ['no shots', head, /没有镜头/],
    ['an unknown size, in English', 'shot,size\n1,gigantic', /^Shot 1 has the shot size «gigantic».*wide \(WS\) 远景/],
    ['a double number, in English', 'shot,size\n1.1,CU\n1-1,WS', /^Rows 1 and 2 both have shot number 1\.1/],
    ['no table', 'just words', /No storyboard table was found/],
    ['no numbers', '|size|move|scene|\n|--|--|--|\n|CU|pan|x|', /no column of shot numbers/],
    ['a bad length', 'shot,size,seconds\n1,CU,soon', /^Shot 1 has the length «soon»/],
    ['a bad transition', 'shot,size,transition\n1,CU,explode', /^Shot 1 has the transition «explode».*dissolve 叠化/],
    ['an open quote', 'shot,size,description\n1,CU,"never closed\n2,WS,x', /quote that is never closed/],
  ])('%s', (_, text, message) => {
    expect(refusal(text)).toMatch(message)
  })
})

test('two sizes in one cell with an empty move are the two ends of a move', () => {
  const { rows } = readTable('| No. | Size | Move | Picture |\n| --- | --- | --- | --- |\n| 1 | wide to close-up |  | A door |\n| 2 | 特写到全景 |  | 一扇门 |\n| 3 | wide to close-up | pan left | A door |')
  expect(rows.map(({ size, move }) => [size, move?.name])).toEqual([['wide', 'push-in'], ['close-up', 'pull-out'], ['wide', 'pan']])
  expect(rows[0]?.remarks[0]).toMatch(/two shot sizes, «wide to close-up»: read as the camera goes from/)
})

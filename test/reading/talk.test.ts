import { describe, expect, test } from 'vitest'
import type { Direction, ShotChange } from '../../src/film/direction.ts'
import type { NoteShot } from '../../src/reading/note-board.ts'
import { readNote } from '../../src/reading/read-note.ts'

const still = { name: 'static', direction: null, speed: 'normal' } as const
const push = { name: 'push-in', direction: null, speed: 'normal' } as const
const slow = { ...push, speed: 'slow' } as const
const shot = (number: string, size: NoteShot['size'], move: NoteShot['move'] = still): NoteShot => ({ number, size, move, seconds: 4 })
const board = { shots: [shot('1.1', 'full'), shot('1.2', 'medium'), shot('1.3', 'close-up'), shot('1.4', 'close-up'), shot('2.1', 'full'), shot('2.3', 'medium', push), shot('2.4', 'medium')] }
const all = board.shots.map(({ number }) => number)
const act2 = ['2.1', '2.3', '2.4']

const shots = (numbers: string | string[], change: ShotChange): Direction => ({ kind: 'shots', numbers: [numbers].flat(), change })
const drop = (...numbers: string[]): Direction => ({ kind: 'drop', numbers })
const circle = (...numbers: string[]): Direction => ({ kind: 'circle', numbers })
const pick = (number: string, frame: number): Direction => ({ kind: 'pick', number, frame })
const move = (number: string, after: string | null): Direction => ({ kind: 'move', numbers: [number], after })
const approve: Direction = { kind: 'approve' }
const undo: Direction = { kind: 'undo' }

describe('what people say in a thread, and what it becomes', () => {
  test.each<[string, ...Direction[]]>([
    // the things seen
    ['2.4: more ships, slower push, dusk', shots('2.4', { add: 'more ships, dusk', move: slow })],
    ['2.4 more ships', shots('2.4', { add: 'more ships' })],
    ['could you make 2.4 darker?', shots('2.4', { add: 'darker' })],
    ['can we get more ships in 2.4?', shots('2.4', { add: 'more ships' })],
    ['please add a lighthouse to 2.4', shots('2.4', { add: 'a lighthouse' })],
    ['add rain and thunder to 2.4', shots('2.4', { add: 'rain, thunder' })],
    ['I think 2.4 should be at night', shots('2.4', { add: 'at night' })],
    ['maybe 2.4 a bit brighter', shots('2.4', { add: 'a bit brighter' })],
    ['every shot at night', shots(all, { add: 'at night' })],
    ['all close-ups warmer', shots(['1.3', '1.4'], { add: 'warmer' })],
    ['close-ups warmer please', shots(['1.3', '1.4'], { add: 'warmer' })],
    ['make all the wide shots foggy'],
    ['all shots except 2.4 darker', shots(all.filter((number) => number !== '2.4'), { add: 'darker' })],
    ['all shots except 1.1 and 2.4 darker', shots(['1.2', '1.3', '1.4', '2.1', '2.3'], { add: 'darker' })],
    ['remove the crow from 2.4', shots('2.4', { remove: 'crow' })],
    ['remove the crow and the tree from 2.4', shots('2.4', { remove: 'crow and the tree' })],
    ['2.4: remove the crow and the tree', shots('2.4', { remove: 'crow and the tree' })],
    ['2.4: remove the crow and closer', shots('2.4', { remove: 'crow', size: 'medium-close' })],
    ['2.4 without the crow', shots('2.4', { remove: 'crow' })],
    ['2.4 多加几艘船，推慢一点，黄昏', shots('2.4', { add: '几艘船，黄昏', move: slow })],
    ['能不能把2.4调暗一点？', shots('2.4', { add: '暗一点' })],
    ['2.4可以再亮一点吗', shots('2.4', { add: '再亮一点' })],
    ['我觉得2.4应该是夜里', shots('2.4', { add: '夜里' })],
    ['麻烦给2.4加一座灯塔', shots('2.4', { add: '一座灯塔' })],
    ['每个镜头都在夜里', shots(all, { add: '夜里' })],
    ['所有镜头改成夜晚', shots(all, { add: '夜晚' })],
    ['所有特写暖一点', shots(['1.3', '1.4'], { add: '暖一点' })],
    ['除了2.4以外所有镜头暗一点', shots(all.filter((number) => number !== '2.4'), { add: '暗一点' })],
    ['2.4 去掉乌鸦和树', shots('2.4', { remove: '乌鸦和树' })],
    ['把2.4的乌鸦和树去掉', shots('2.4', { remove: '乌鸦和树' })],
    // size, camera, length
    ['make 1.1 to 1.3 wider', shots('1.1', { size: 'wide' }), shots('1.2', { size: 'medium-full' }), shots('1.3', { size: 'medium-close' })],
    ['1.2 closer pls', shots('1.2', { size: 'medium-close' })],
    ['1.2 a bit closer', shots('1.2', { size: 'medium-close' })],
    ["let's make 1.2 a close-up", shots('1.2', { size: 'close-up' })],
    ["let's try a close-up for 1.2", shots('1.2', { size: 'close-up' })],
    ['how about a slow push in on 1.2?', shots('1.2', { move: slow })],
    ['1.2 should pan left', shots('1.2', { move: { name: 'pan', direction: 'left', speed: 'normal' } })],
    ['1.2 is too long', shots('1.2', { seconds: 3.2 })],
    ['1.2 6 seconds please', shots('1.2', { seconds: 6 })],
    ['hold 1.2 longer', shots('1.2', { seconds: 5 })],
    ['the second act is too long', shots(act2, { seconds: 3.2 })],
    ['act two drags', shots(act2, { seconds: 3.2 })],
    ['shorten act 2 by 10%', shots(act2, { seconds: 3.6 })],
    ['2.* slower', shots(['2.1', '2.4'], { seconds: 5 }), shots('2.3', { move: slow, seconds: 5 })],
    ['cut the ending shorter', shots('2.4', { seconds: 3.2 })],
    ['the ending is too long', shots('2.4', { seconds: 3.2 })],
    ['the opening longer', shots('1.1', { seconds: 5 })],
    ['把1.1到1.3拉远一点', shots('1.1', { size: 'wide' }), shots('1.2', { size: 'medium-full' }), shots('1.3', { size: 'medium-close' })],
    ['1.2近一点', shots('1.2', { size: 'medium-close' })],
    ['1.2 用特写吧', shots('1.2', { size: 'close-up' })],
    ['第二幕太长', shots(act2, { seconds: 3.2 })],
    ['第二幕有点拖', shots(act2, { seconds: 3.2 })],
    ['第二幕缩短10%', shots(act2, { seconds: 3.6 })],
    ['结尾短一点', shots('2.4', { seconds: 3.2 })],
    ['结尾太长了', shots('2.4', { seconds: 3.2 })],
    ['开头再长一点', shots('1.1', { seconds: 5 })],
    ['1.2 再来一张', shots('1.2', { redraw: true })],
    ['1.2 try again', shots('1.2', { redraw: true })],
    ['2.4 is too dark', shots('2.4', { add: 'brighter' })],
    ['1.2 is a bit too close', shots('1.2', { size: 'medium-full' })],
    ['2.3 is too fast', shots('2.3', { move: slow, seconds: 5 })],
    ['2.4太暗了', shots('2.4', { add: '亮一点' })],
    ['1.2太远', shots('1.2', { size: 'medium-close' })],
    ['make the boat bigger in 2.4', shots('2.4', { add: 'bigger boat' })],
    ['2.4: the boat should be bigger', shots('2.4', { add: 'bigger boat' })],
    ['2.4 bigger boat', shots('2.4', { add: 'bigger boat' })],
    ['2.4的船太小了', shots('2.4', { add: '更大的船' })],
    ['2.4船再大一点', shots('2.4', { add: '更大的船' })],
    ['第一幕所有特写暖一点', shots(['1.3', '1.4'], { add: '暖一点' })],
    ['act 1 close-ups warmer', shots(['1.3', '1.4'], { add: 'warmer' })],
    ['第1.2镜到第1.4镜都改成黄昏', shots(['1.2', '1.3', '1.4'], { add: '黄昏' })],
    ['maybe rain in 2.4?', shots('2.4', { add: 'rain' })],
    ['1.2改成夜里，下雨，慢慢推近', shots('1.2', { add: '夜里，下雨', move: slow })],
    ['30 seconds max', { kind: 'length', seconds: 30 }],
    ['add a shot: sunrise', { kind: 'insert', after: '2.4', picture: 'sunrise', line: null }],
    ['加一个镜头：江上日出', { kind: 'insert', after: '2.4', picture: '江上日出', line: null }],
    ['insert a close-up of hands after 1.2', { kind: 'insert', after: '1.2', picture: 'a close-up of hands', line: null }],
    ['B for 1.2, A for 1.3', pick('1.2', 1), pick('1.3', 0)],
    ['1.2用B，1.3用A', pick('1.2', 1), pick('1.3', 0)],
    ['2.4：更多船；慢推；黄昏。1.2 近一点', shots('2.4', { add: '更多船，黄昏', move: slow }), shots('1.2', { size: 'medium-close' })],
    ['we should make all the close-ups a little darker, and the ending is too long', shots(['1.3', '1.4'], { add: 'a little darker' }), shots('2.4', { seconds: 3.2 })],
    ['Hey team, love this! For 2.4 can we add more ships and a slow push in? Also 1.2 feels too dark.', shots('2.4', { add: 'more ships', move: slow }), shots('1.2', { add: 'brighter' })],
    // order, shots more and less
    ['swap 1.2 and 1.3', move('1.3', '1.1')],
    ['swap 1.1 with 2.4', move('2.4', null), move('1.1', '2.3')],
    ['move 1.3 after 2.1', move('1.3', '2.1')],
    ['move 1.3 before 1.1', move('1.3', null)],
    ['move 2.4 to the beginning', move('2.4', null)],
    ['1.2和1.3对调', move('1.3', '1.1')],
    ['把1.2和1.3换一下', move('1.3', '1.1')],
    ['交换1.2和1.3', move('1.3', '1.1')],
    ['把1.3移到2.1后面', move('1.3', '2.1')],
    ['1.3放到最后', move('1.3', '2.4')],
    ['drop 1.3', drop('1.3')],
    ['lose 1.3', drop('1.3')],
    ['get rid of shot 1.3', drop('1.3')],
    ['we don’t need 1.3', drop('1.3')],
    ['1.3 不要了', drop('1.3')],
    ['把1.3删了吧', drop('1.3')],
    ['add a shot after 2.4: dawn over the river', { kind: 'insert', after: '2.4', picture: 'dawn over the river', line: null }],
    ['add a shot after 2.4 of dawn over the river', { kind: 'insert', after: '2.4', picture: 'dawn over the river', line: null }],
    ['在2.4后面加一个镜头：江上日出', { kind: 'insert', after: '2.4', picture: '江上日出', line: null }],
    ['2.4之后加个镜头，江上日出', { kind: 'insert', after: '2.4', picture: '江上日出', line: null }],
    // the whole film
    ['undo that', undo], ['undo', undo], ['undo please', undo], ['revert the last change', undo], ['撤销', undo], ['撤销刚才的', undo], ['改回去', undo], ['cancel that', undo], ['取消刚才的', undo], ['退回上一步', undo],
    ['no music', { kind: 'music', mood: 'off' }],
    ['can we lose the music?', { kind: 'music', mood: 'off' }],
    ['sadder music', { kind: 'music', mood: 'melancholy' }],
    ['不要音乐', { kind: 'music', mood: 'off' }],
    ['音乐欢快一点', { kind: 'music', mood: 'joyful' }],
    ['no narration', { kind: 'voice', voice: 'off' }],
    ['旁白换成女声', { kind: 'voice', voice: '女声' }],
    ['the whole thing in ink wash', { kind: 'look', look: 'ink-wash' }],
    ['整体改成水墨', { kind: 'look', look: 'ink-wash' }],
    ['make it 60 seconds', { kind: 'length', seconds: 60 }],
    ['call it The Last Ferry', { kind: 'title', title: 'The Last Ferry' }],
    ['片名改成《夜渡》', { kind: 'title', title: '夜渡' }],
    ['cancel the film', { kind: 'cancel' }],
    ['不拍了', { kind: 'cancel' }],
    // answers
    ...(['yes', 'Yes!', 'ok go', 'lock it', 'greenlight', 'greenlight it', 'all good', 'looks good to me', 'go for it', "let's shoot", 'picture lock', 'approved 👍', '👍', '好', '好的', '过', '可以', '开拍', '开拍吧', '定剪', '就这么定', '锁定剧本', '没问题', '行，开拍'].map((text): [string, Direction] => [text, approve])),
    ['the second idea', { kind: 'choose', idea: 2 }],
    ['let’s go with the second one', { kind: 'choose', idea: 2 }],
    ['idea 3 please', { kind: 'choose', idea: 3 }],
    ['就要第二个', { kind: 'choose', idea: 2 }],
    ['选第三个吧', { kind: 'choose', idea: 3 }],
    ['take B for 1.2', pick('1.2', 1)],
    ['1.2 B', pick('1.2', 1)],
    ['1.2: C', pick('1.2', 2)],
    ['B for 1.2 please', pick('1.2', 1)],
    ['1.2 选 B', pick('1.2', 1)],
    ['1.2就用第二张', pick('1.2', 1)],
    ['circle 1.2', circle('1.2')],
    ['1.2 is perfect', circle('1.2')],
    ['1.2 过', circle('1.2')],
    ['1.2这条过了', circle('1.2')],
    ['1.2 and 1.3 are good', circle('1.2', '1.3')],
  ])('%s', (text, ...directions) => {
    if (directions.length === 0) expect(readNote(text, board)).toMatchObject({ directions: [], missed: [expect.stringMatching(/no shot is wide/)] })
    else expect(readNote(text, board)).toEqual({ directions, missed: [] })
  })
})

test.each(['more ideas', 'something else', '换一批', '再来几个方案'])('%s asks for other ideas while there are only ideas', (text) => {
  expect(readNote(text, { shots: [] })).toEqual({ directions: [{ kind: 'more' }], missed: [] })
})

describe('with a shot before the person’s eyes', () => {
  test.each<[string, Direction]>([
    ['this one closer', shots('2.3', { size: 'medium-close' })],
    ['closer', shots('2.3', { size: 'medium-close' })],
    ['a bit slower', shots('2.3', { move: slow, seconds: 5 })],
    ['can you make it darker?', shots('2.3', { add: 'darker' })],
    ['more ships', shots('2.3', { add: 'more ships' })],
    ['remove the crow and the tree', shots('2.3', { remove: 'crow and the tree' })],
    ['I prefer A', pick('2.3', 0)], ['B吧', pick('2.3', 1)], ['A', pick('2.3', 0)], ['take B', pick('2.3', 1)], ['选 B', pick('2.3', 1)], ['第二张', pick('2.3', 1)],
    ['这个近一点', shots('2.3', { size: 'medium-close' })],
    ['再来一张', shots('2.3', { redraw: true })],
    ['drop it', drop('2.3')],
    ['这条过', circle('2.3')],
    ['this one is perfect', circle('2.3')],
  ])('%s', (text, direction) => {
    expect(readNote(text, { ...board, current: '2.3' })).toEqual({ directions: [direction], missed: [] })
  })
})

describe('what is only talk stays talk', () => {
  test.each([
    '1.2 looks amazing', 'the crow in 2.4 is funny', 'love the ending', 'the music is great', 'version 1.2 of the app is out', 'meeting at 2.30 pm', 'I paid 2.4 million', 'keep 1.2 as is', 'don’t touch 1.2', '第二幕好感人', '结尾看哭了', '音乐很好听', '1.2别动', 'A or B?', 'it is a warm evening here', 'lol nice', 'haha', 'nice!', 'love it', 'wow', 'so cool', 'great work everyone', 'what do you think?', 'I like the boats', 'brb', 'hold on', 'don’t greenlight yet', 'greenlight? not yet', 'not approved', 'is it locked?', 'never mind', 'no', 'not yet', 'hmm', 'thanks!', 'thank you so much', 'hi all', 'good morning',
    'did you see the game last night?', 'sorry, wrong channel', '@ann your turn', '😂😂', '<:pog:123456789>', 'https://example.com/cat', 'same', 'my cat looks like that', 'where did everyone go',
    '哈哈', '哈哈哈哈', '好看', '好棒啊', '太棒了', '666', '你们觉得呢？', '辛苦了', '谢谢', '早', '算了', '等等', '我去吃饭了', '牛', '这也太好看了吧', '不错', '在吗',
  ])('%s', (text) => {
    const read = readNote(text, board)
    expect([read.directions, read.chatter]).toEqual([[], true])
  })

  test.each([
    ['when is it done?', 'status'], ['is 2.4 done?', 'status'], ['1.2什么时候好', 'status'], ['is it done yet?', 'status'], ['how long will it take?', 'status'], ['status?', 'status'], ['where are we?', 'status'], ['any progress?', 'status'], ['what is it doing now', 'status'], ['eta?', 'status'],
    ['什么时候好？', 'status'], ['好了吗', 'status'], ['进度怎么样', 'status'], ['做到哪一步了', 'status'], ['还要多久', 'status'],
    ['how much will that cost?', 'cost'], ['what does it cost', 'cost'], ['多少钱', 'cost'], ['花了多少', 'cost'],
    ['what can I say here?', 'help'], ['help', 'help'], ['怎么用', 'help'], ['帮助', 'help'],
  ])('%s asks for something to be told: %s', (text, question) => {
    expect(readNote(text, board)).toEqual({ directions: [], missed: [], question })
  })

  test.each(['2.3 blorp the flux', 'why is 2.3 so dark?', 'I don’t like 1.2', '不喜欢1.2', 'the music is too sad', '2.4 has too many ships', 'make the frobnicator sing', 'shot 2.4 needs oomph', '把灯光那个一下'])('%s looks like a direction, and is told to be one that was not understood', (text) => {
    const read = readNote(text, board)
    expect(read.directions).toEqual([])
    expect(read.missed).not.toEqual([])
    expect(read.chatter).toBeUndefined()
  })

  test('where something was understood, the rest is not talk', () => {
    expect(readNote('haha ok 2.4 closer', board).directions).toEqual([shots('2.4', { size: 'medium-close' })])
    expect(readNote('lol. 2.4 closer', board)).toEqual({ directions: [shots('2.4', { size: 'medium-close' })], missed: [] })
    expect(readNote('<@123456789012345678> 2.4 closer', board)).toEqual({ directions: [shots('2.4', { size: 'medium-close' })], missed: [] })
  })
})

describe('what cannot be done is said, with what can', () => {
  test.each([
    ['louder voice?', /mix/], ['make the music louder', /mix/], ['音乐大声一点', /混音/], ['旁白小声点', /混音/], ['no subtitles', /subtitles/], ['去掉字幕', /字幕/], ['make it vertical', /aspect/], ['改成竖屏', /画幅/], ['make it 4k', /1080p/], ['faster voice', /pace/],
  ])('%s', (text, sentence) => {
    const read = readNote(text, board)
    expect(read.directions).toEqual([])
    expect(read.missed).toEqual([expect.stringMatching(sentence)])
    expect(read.chatter).toBeUndefined()
  })
})

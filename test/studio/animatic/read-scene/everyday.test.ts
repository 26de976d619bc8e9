import { describe, expect, test } from 'vitest'
import type { Scene } from '../../../../src/studio/animatic/scene.ts'
import { kinds, old, read } from './draw-request.ts'

type Glance = { place?: Scene['place']; people?: number; things?: string[]; hour?: Scene['hour']; weather?: Scene['weather'] }

const sentences: readonly (readonly [text: string, seen: Glance])[] = [
  ['A bicycle courier with a paper bag rides through rain past a neon noodle shop', { place: 'street', people: 1, things: ['bicycle', 'paper bag'], hour: 'night', weather: 'rain' }],
  ['An old lighthouse keeper climbs the stairs with a lantern', { people: 1, things: ['stairs'] }],
  ['小女孩在雨里捡到一只流浪猫', { people: 1, things: ['cat'], weather: 'rain' }],
  ['宇航员独自站在红色的火星表面，远处是地球', { place: 'space', people: 1, things: ['earth'] }],
  ['An astronaut in a jungle', { place: 'forest', people: 1 }],
  ['Two old friends drink coffee in a small café by the window while it snows outside', { place: 'cafe', people: 2, weather: 'snow' }],
  ['A fox runs through an autumn forest', { place: 'forest', people: 0, things: ['fox'] }],
  ['A caravan of camels crosses the desert at sunset', { place: 'desert', people: 0, things: ['camel'], hour: 'dusk' }],
  ['A dragon flies over a castle in a thunderstorm', { place: 'castle', things: ['dragon', 'castle'], weather: 'storm' }],
  ['The teacher writes on the blackboard; the students laugh', { place: 'hall' }],
  ['Children play football on a muddy field', { place: 'field', people: 4 }],
  ['A woman in a yellow raincoat waits alone at a train station at night, her suitcase beside her', { place: 'station', people: 1, things: ['suitcase'], hour: 'night' }],
  ['妈妈在厨房里煮面条，孩子在桌子旁写作业', { place: 'kitchen', people: 2, things: ['noodles', 'table'] }],
  ['一辆红色的公交车驶过雨夜的城市街道', { things: ['car'], hour: 'night', weather: 'rain' }],
  ['男孩和女孩手牵手走在海边的沙滩上，夕阳西下', { place: 'beach', people: 2, hour: 'dusk' }],
  ['老爷爷坐在公园的长椅上看报纸，脚边有一只狗', { place: 'field', people: 1, things: ['newspaper', 'dog'] }],
  ['一个机器人在废墟里发现了一株嫩芽', { people: 0, things: ['robot', 'seed'] }],
  ['两只熊猫在竹林里吃竹子', { place: 'bamboo', people: 0, things: ['panda'] }],
  ['A chef tosses a pizza in a busy kitchen', { place: 'kitchen', people: 1, things: ['pizza'] }],
  ['The knight kneels before the queen in the throne room', { place: 'palace', people: 2 }],
  ['The sun rose over the hills and a man fishes from a small boat', { people: 1, things: ['boat'] }],
  ['一个程序员深夜在办公室里敲键盘，桌上有一杯咖啡', { place: 'office', people: 1, hour: 'night' }],
  ['Three penguins slide down an iceberg', { people: 0, things: ['penguin', 'iceberg'] }],
]

describe('everyday text', () => {
  test.for(sentences)('%s', ([text, seen]) => {
    const scene = read(text)
    if (seen.place) expect(scene.place).toBe(seen.place)
    if (seen.people !== undefined) expect(scene.figures).toHaveLength(seen.people)
    if (seen.hour) expect(scene.hour).toBe(seen.hour)
    if (seen.weather) expect(scene.weather).toBe(seen.weather)
    expect(scene.things.map((thing) => thing.kind)).toEqual(expect.arrayContaining(seen.things ?? []))
  })

  test('verses are seen as everybody sees them', () => {
    expect(read('孤舟蓑笠翁，独钓寒江雪', old)).toMatchObject({ place: 'river', weather: 'snow', figures: [{ age: 'old', doing: ['fish'], costume: expect.arrayContaining(['straw hat', 'straw cape']) }] })
    expect(read('千山鸟飞绝，万径人踪灭', old).figures).toEqual([])
    expect(kinds('枯藤老树昏鸦，小桥流水人家，古道西风瘦马', old)).toEqual(expect.arrayContaining(['tree', 'crow', 'bridge', 'horse']))
  })
})

describe('what is not there', () => {
  test('a denied person or thing is not drawn', () => {
    expect(read('An empty street at dawn, no people, no cars, only a stray dog')).toMatchObject({ figures: [], things: [{ kind: 'dog' }] })
    expect(kinds('A lake without a boat')).toEqual([])
    expect(kinds('A harbour without boats, birds or lanterns')).toEqual([])
    expect(read('空无一人的教室，黑板前一张椅子')).toMatchObject({ place: 'hall', figures: [], things: [{ kind: 'chair' }] })
    expect(kinds('江面上没有船，只有月亮')).toEqual([])
  })
  test('the prompt does not bring back what the subject denies', () => {
    expect(kinds('湖上没有船', { prompt: 'a boat on a lake' })).toEqual([])
  })
  test('comparisons and metaphors are not in the picture', () => {
    expect(kinds('He is as brave as a lion and fights like a tiger')).toEqual([])
    expect(kinds('她跑得像兔子一样快')).toEqual([])
    expect(read('她的心如刀割，泪如雨下，站在窗前')).toMatchObject({ weather: 'clear', things: [{ kind: 'window' }], figures: [{ feeling: 'sorrow' }] })
  })
  test('words to the camera and about style are not in the picture', () => {
    const scene = read('', { prompt: 'Close-up, slow push in, a fox in the snow, ink wash painting, shallow depth of field, film grain, 35mm' })
    expect(scene.things.map((thing) => thing.kind)).toEqual(['fox'])
    expect(scene.missed).toEqual([])
  })
  test('a date is not a moon and a mooncake is no moon either', () => {
    expect(read('七月的一个下午').sky.moon).toBe(false)
    expect(kinds('桌上有一块月饼')).toContain('mooncake')
    expect(read('桌上有一块月饼').sky.moon).toBe(false)
  })
  test('abstract nouns and verbs have no picture and are not missed', () => {
    expect(read('Time flies, and her love is an idea')).toMatchObject({ things: [], missed: [] })
    expect(read('时间是一种爱')).toMatchObject({ things: [], missed: [] })
  })
})

describe('counting', () => {
  test.for([
    ['three penguins', 'penguin', 3], ['五只鸭子在湖上', 'duck', 5], ['两只熊猫', 'panda', 2], ['a dozen horses', 'horse', 12], ['一匹马', 'horse', 1], ['a street lamp', 'street-lamp', 1],
  ] as const)('%s', ([text, kind, count]) => expect(read(text).things.find((thing) => thing.kind === kind)?.count).toBe(count))
  test('countless reads as forty or more', () => {
    expect(read('Thousands of paper lanterns float up into the night sky').things).toMatchObject([{ kind: 'lantern', moves: 'up' }])
    expect(read('无数孔明灯升上夜空').things[0]?.count).toBeGreaterThanOrEqual(40)
  })
  test('two men are two, several are several', () => {
    expect(read('two men in a boat').figures).toHaveLength(2)
    expect(read('众人举杯', old).figures.length).toBeGreaterThan(2)
    expect(read('三个孩子在草地上奔跑').figures).toHaveLength(3)
  })
})

describe('what has no drawing', () => {
  test('is listed', () => expect(read('A quokka juggles a sousaphone and a gizmo').missed).toEqual(['quokka', 'sousaphone', 'gizmo']))
  test('no more than four icons are put into one picture', () => {
    expect(read('A cat, a dog, a fox, a rabbit, a bear and a tiger').things.filter((thing) => thing.icon)).toHaveLength(4)
  })
})

describe('who is who', () => {
  test('three names are three people', () => {
    expect(read('刘备、关羽、张飞在桃园里结义，举杯', old).figures.map((figure) => figure.name)).toEqual(['刘备', '关羽', '张飞'])
  })
  test('们 is more than one', () => expect(read('学生们举手').figures.length).toBeGreaterThan(2))
  test('a verb that could be a noun is a verb', () => {
    expect(kinds('A black cat sits on the windowsill and watches the rain')).toEqual(['cat', 'window'])
    expect(kinds('A girl with a red rose')).toEqual(['rose'])
  })
  test('what is ridden goes', () => expect(read('外卖小哥骑电动车冲进暴雨').things).toMatchObject([{ kind: 'motorcycle', moves: 'right' }]))
})

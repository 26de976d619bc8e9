import { describe, expect, test } from 'vitest'
import { old, read } from './draw-request.ts'

const main = (scene: ReturnType<typeof read>) => scene.figures.find((figure) => figure.main)?.name ?? scene.things.find((thing) => thing.main)?.kind

describe('the fifteen shots of the Red Cliff table', () => {
  test('1.1 is a landscape of an autumn night with the full moon', () => {
    const scene = read('壬戌之秋，七月既望\n整个视频是中国古风视频的感觉，优美', { ...old, size: 'full' })
    expect(scene).toMatchObject({ hour: 'night', season: 'autumn', sky: { moon: true }, figures: [], missed: [] })
    expect([scene.place, ...scene.alsoPlaces]).toEqual(['mountain', 'river'])
  })
  test('1.2 is two men in one boat on the river under the cliff', () => {
    const scene = read('苏子与客泛舟游于赤壁之下\n船在水面上慢慢滑行，有两个人', old)
    expect(scene.place).toBe('river')
    expect(scene.alsoPlaces).toContain('cliff')
    expect(scene.figures.map((figure) => figure.posture)).toEqual(['sit', 'sit'])
    expect(scene.things).toMatchObject([{ kind: 'boat', count: 1, moves: 'right' }])
  })
  test('1.2.1 gives the flute to one and the cup to the other, who face each other', () => {
    const { figures } = read('这艘小船上，客人与苏轼相对而坐，一面吹着洞箫，一面把酒言欢，畅聊天地，常手舞足蹈，逍遥快活\n一个中景呈现出两个人', old)
    expect(figures.map((figure) => figure.facing)).toEqual(['right', 'left'])
    expect(figures.map((figure) => figure.feeling)).toEqual(['joy', 'joy'])
    expect(figures[0]?.doing).toContain('flute')
    expect(figures[1]?.doing).toContain('cup')
  })
  test('1.2.1.1 is Su Shi as the guest sees him, knocking on the boat', () => {
    const scene = read('这艘小船上，客人与苏轼相对而坐\n两人坐在船上，客人视角的苏轼叩击船舷，吟诗作赋模样', { ...old, size: 'close-up' })
    expect(main(scene)).toBe('苏轼')
    expect(scene.figures).toHaveLength(2)
    expect(scene.figures.find((figure) => figure.main)?.doing).toContain('knock')
    expect(scene.figures.find((figure) => !figure.main)?.facing).toBe('away')
  })
  test('1.2.1.2 is the guest with his flute, in sorrow', () => {
    const scene = read('这艘小船上，客人与苏轼相对而坐\n两人坐在船上，苏轼视角的客人在吹箫，有些忧伤的样子', { ...old, size: 'close-up' })
    expect(scene.figures.find((figure) => figure.main)).toMatchObject({ name: null, doing: ['flute'], feeling: 'sorrow', posture: 'sit' })
  })
  test('1.2.2 is one tiny boat on the night river', () => {
    const scene = read('硕大的江面上，只有一艘小小的船在移动\n夜晚赤壁之下，硕大的江面上，只有一艘小小的船在移动', { ...old, size: 'full' })
    expect(scene).toMatchObject({ place: 'river', hour: 'night', figures: [] })
    expect(scene.things).toMatchObject([{ kind: 'boat', count: 1, scale: 'tiny', main: true, moves: 'right' }])
  })
  test('1.3 is water alone', () => {
    const scene = read('清风徐来，水波不兴', { ...old, size: 'close-up' })
    expect(scene).toMatchObject({ place: 'river', figures: [], weather: 'wind', things: [{ kind: 'ripple', main: true }] })
  })
  test('2.1 is the moon with few stars', () => {
    expect(read('客曰：月明星稀', { ...old, size: 'full' })).toMatchObject({ place: 'sky', hour: 'night', sky: { moon: true, stars: 'few' }, figures: [], things: [{ kind: 'moon', main: true }] })
  })
  test('2.2 is a flock of crows in the air', () => {
    const scene = read('乌鹊南飞', { ...old, size: 'full' })
    expect(scene).toMatchObject({ place: 'sky', figures: [], things: [{ kind: 'crow', stands: 'air', moves: 'left', main: true }] })
    expect(scene.things[0]?.count).toBeGreaterThan(4)
  })
  test('2.3 is Cao Cao in armour', () => {
    const scene = read('此非曹孟德之诗乎\n曹操的形象要出来', { ...old, size: 'close-up' })
    expect(scene.figures).toMatchObject([{ name: '曹操', main: true, feeling: 'proud', doing: ['spear'] }])
    expect(scene.figures[0]?.costume).toEqual(expect.arrayContaining(['armour', 'red cape']))
  })
  test('2.4 is a fleet past counting that comes towards us under banners', () => {
    const scene = read('舳舻千里，旌旗蔽空\n古代中国战争场景，镜头往前移动，随着镜头向前移动，更多的船出现在眼前，镜头位置不动，船向前航行，在视野中越来越大', old)
    expect(scene.place).toBe('river')
    expect(scene.things.find((thing) => thing.main)).toMatchObject({ kind: 'fleet', moves: 'toward' })
    expect(scene.things.every((thing) => thing.count >= 40)).toBe(true)
    expect(scene.things.map((thing) => thing.kind)).toContain('banner')
  })
  test('2.5 is Cao Cao alone on a ship with cup and spear', () => {
    const scene = read('酾酒临江，横槊赋诗\n体现枭雄的霸气感觉', { ...old, size: 'close-up' })
    expect(scene.figures).toMatchObject([{ name: '曹操', feeling: 'proud' }])
    expect(scene.figures[0]?.doing).toEqual(expect.arrayContaining(['cup', 'spear']))
    expect(scene).toMatchObject({ place: 'river', things: [{ kind: 'ship' }, { kind: 'banner' }] })
  })
  test('2.6 is two who talk in their boat, though none is named and no boat', () => {
    const scene = read('固一世之雄也，而今安在哉\n回到谈话场景', { ...old, size: 'full' })
    expect(scene.figures).toMatchObject([{ posture: 'sit', facing: 'right' }, { posture: 'sit', facing: 'left' }])
    expect(scene.things).toMatchObject([{ kind: 'boat' }])
  })
  test('2.7 is a mayfly under an immense magical sky', () => {
    const scene = read('寄蜉蝣于天地\n非常魔幻的场景', old)
    expect(scene).toMatchObject({ magic: true, figures: [], hour: 'night' })
    expect(scene.things).toMatchObject([{ kind: 'mayfly', scale: 'tiny', main: true }, { kind: 'boat', scale: 'tiny' }])
    expect(scene.size).toBe('full')
  })
  test('2.8 is a grain of a boat on the sea', () => {
    expect(read('渺沧海之一粟\n非常壮阔，大气', { ...old, size: 'full' })).toMatchObject({ place: 'sea', figures: [], things: [{ kind: 'boat', scale: 'tiny', main: true }], missed: [] })
  })
  test('the seed\'s English prompts say the same', () => {
    const two = read('', { ...old, prompt: 'Mid - shot, following motion, two men, boating slowly under the Chibi cliffs, moon reflecting softly on the gentle ripples of the river, traditional Chinese boat in serene waters. Ancient China.' })
    expect(two).toMatchObject({ place: 'river', sky: { moon: true }, missed: [] })
    expect(two.figures).toHaveLength(2)
    expect(two.things.map((thing) => thing.kind)).toContain('boat')
    const water = read('', { ...old, size: 'close-up', prompt: 'A close - up still of the calm river surface under a gentle breeze, the water barely rippling, reflecting the peaceful night sky above. This shot captures the essence of tranquility in an ancient Chinese river setting.' })
    expect(water).toMatchObject({ place: 'river', hour: 'night', figures: [], things: [{ kind: 'ripple', main: true }], missed: [] })
  })
})

describe('beside the prompt that the writer makes', () => {
  const guest = { name: '客人', also: ['客'], gender: 'man', age: 'adult', appearance: 'a guest in a dark blue robe, hair in a topknot, with a bamboo flute', seed: 5 }
  const su = { name: '苏轼', also: ['苏子'], gender: 'man', age: 'adult', appearance: 'Su Shi, a Song-dynasty scholar with a long thin beard, tall black scholar hat, pale grey robe with wide sleeves', seed: 6 }
  const prompt = 'Mid-shot, two people, talking freely heaven and earth, a guest in a dark blue robe, with a bamboo flute, the open sky, ancient China, traditional Chinese ink wash painting'
  test('the flute of the description is not put into everybody\'s hands', () => {
    const { figures } = read('苏子与客泛舟游于赤壁之下', { ...old, prompt, cast: [su, guest] })
    expect(figures.map((figure) => figure.doing)).toEqual([[], []])
    expect(figures.map((figure) => figure.costume.find((word) => word.startsWith('robe ')))).toEqual(['robe grey', 'robe blue'])
  })
  test('a figure of speech neither moves the boat to the sky nor hangs a globe there', () => {
    const scene = read('这艘小船上，客人与苏轼相对而坐，畅聊天地', { ...old, prompt, cast: [su, guest] })
    expect(scene.place).toBe('river')
    expect(scene.things.map((thing) => thing.kind)).toEqual(['boat'])
  })
  test('a picture of the moon has no speaker in it', () => {
    expect(read('客曰：月明星稀', { ...old, prompt: `The guest speaking, ${prompt}`, cast: [guest] })).toMatchObject({ place: 'sky', figures: [], things: [{ kind: 'moon' }] })
  })
  test('one shot\'s flute is not left in the next one\'s hands', () => {
    read('客人在吹箫', { ...old, cast: [guest] })
    expect(read('客人坐着', { ...old, cast: [guest] }).figures[0]?.doing).toEqual([])
  })
})

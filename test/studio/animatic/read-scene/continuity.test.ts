import { describe, expect, test } from 'vitest'
import { kinds, old, read } from './draw-request.ts'

const keeper = { name: 'keeper', also: [], gender: 'man', age: 'old', appearance: 'an old lighthouse keeper with a white beard, navy wool coat with brass buttons, flat cap', seed: 5 }
const courier = { name: '林夏', also: ['快递员'], gender: 'woman', age: 'young', appearance: 'a young bicycle courier in a yellow raincoat, black messenger bag', seed: 8 }

describe('where we are stays behind the picture', () => {
  test('no lighthouse stands in its own lamp room', () => {
    const scene = read('the lamp room of the lighthouse, night, rain\nIn the lamp room he wiped the great lens with his sleeve.', { cast: [keeper], size: 'full' })
    expect(scene).toMatchObject({ place: 'room', hour: 'night', weather: 'rain', figures: [{ name: 'keeper' }], things: [] })
  })
  test('a flat cap in the cast does not move the shot into a flat', () => {
    const scene = read('the lighthouse, dawn\nThe keeper raised his hand.', { cast: [keeper], prompt: `Mid-shot, the keeper raised his hand, ${keeper.appearance}, the lighthouse` })
    expect(scene).toMatchObject({ place: 'cliff', hour: 'dawn', things: [] })
    expect(scene.figures[0]?.doing).toEqual(['wave'])
    expect(scene.figures[0]?.costume).toContain('coat blue')
  })
  test('beam and boat over black water are seen from outside, with the lighthouse behind', () => {
    const setting = 'the lamp room of the lighthouse, night, rain'
    expect(read(`${setting}\nThe beam swung out over the black water.`, { prompt: setting, size: 'medium-full' })).toMatchObject({ place: 'sea', things: [{ kind: 'lighthouse' }], missed: [] })
    expect(read(`${setting}\nAnd far away a small boat turned toward it.`, { prompt: setting, size: 'wide' })).toMatchObject({ place: 'sea', things: [{ kind: 'boat', main: true }, { kind: 'lighthouse', main: false }], missed: [] })
  })
  test('the rain of the scene ends where the picture says that it stopped', () => {
    expect(read('城市街道，夜，雨\n城市街道，夜，雨。雨停了。').weather).toBe('clear')
  })
  test('the courier\'s part in the prompt puts no bicycle on the stairs', () => {
    const scene = read('楼梯间，夜，雨\n林夏抱着纸袋走上楼梯，敲门。', { cast: [courier], prompt: `Medium full shot, the young bicycle courier holding a paper bag climbing stairs, ${courier.appearance}, set in a staircase`, size: 'medium-full' })
    expect(scene.place).toBe('room')
    expect(scene.things.map((thing) => thing.kind)).toEqual(['paper bag', 'stairs'])
  })
  test('a red traffic light is no light bulb, a red lantern no traffic light, a handlebar no car', () => {
    expect(kinds('城市街道，夜\n红灯。')).toEqual(['traffic light'])
    expect(kinds('一条小巷里亮着一盏红灯笼。', { size: 'insert' })).toEqual(['lantern'])
    expect(kinds('林夏骑着自行车，车把上挂着一个纸袋。')).toEqual(['bicycle', 'paper bag'])
  })
})

describe('nobody sits on water', () => {
  test.each(['两个人坐在江上谈话', '苏轼与客人对坐江中', 'Two men sit and talk on the river'])('%s: in a boat', (text) => {
    expect(kinds(text, old)).toEqual(['boat'])
  })
  test.each(['两个人坐在江边谈话', 'Two men sit on the river bank', 'A girl sits on a rock by the sea', '一个男孩在江中游泳'])('%s: in none', (text) => {
    expect(kinds(text, old)).not.toContain('boat')
  })
})

describe('what a person takes out of the picture is gone', () => {
  test('though another sentence names it', () => {
    expect(kinds('乌鹊南飞\n树，乌鹊，没有乌鸦', old)).toEqual(['tree'])
    expect(kinds('A boat on the lake, two swans, no swans')).toEqual(['boat'])
  })
  test('people too, by name or all of them', () => {
    const su = { name: '苏轼', also: ['苏子'], gender: 'man', age: 'adult', appearance: 'a scholar', seed: 6 }
    expect(read('苏子与客泛舟，没有苏轼', { ...old, cast: [su] }).figures.map((figure) => figure.name)).not.toContain('苏轼')
    expect(read('苏子与客泛舟，画中无人', old).figures).toEqual([])
    expect(read('Cao Cao stands on his ship, nobody in sight', old)).toMatchObject({ figures: [], things: [{ kind: 'ship' }] })
  })
})

describe('words that are said to be missing', () => {
  test('are things a picture could hold, neither verbs nor sounds', () => {
    expect(read('A lamp swung. Behind him, footsteps; he began to run. Thunder, a thud, far away.').missed).toEqual([])
    expect(read('He holds a zibblewock.').missed).toEqual(['zibblewock'])
  })
})

describe('a traditional text', () => {
  test('is read as the same text in simplified characters is', () => {
    const scene = read('蘇子與客泛舟遊於赤壁之下，月明星稀，烏鵲南飛', { ...old, size: 'full' })
    expect(scene).toEqual(read('苏子与客泛舟游于赤壁之下，月明星稀，乌鹊南飞', { ...old, size: 'full' }))
    expect(scene.things.map((thing) => thing.kind)).toContain('boat')
  })
  test('finds its cast under their own names', () => {
    expect(read('蘇軾坐在船上', { ...old, cast: [{ name: '蘇軾', also: [], gender: 'man', age: 'adult', appearance: 'a scholar', seed: 6 }] }).figures).toMatchObject([{ name: '蘇軾', posture: 'sit' }])
  })
})

import type { Figure, Posture, Thing } from '../../scene.ts'

export const postures: Record<Posture, string> = {
  stand: 'stand, standing, stood, rise, get up, wait, 站, 站在, 站立, 伫立, 立, 起身, 独立, 站着, 屹立, 矗立, 临江, 凭栏, 等待, 等候, 等',
  walk: 'walk, stroll, wander, step, march, climb, approach, hike, stride, pace, enter, leave, cross, trudge, strolling, 走, 走路, 行走, 漫步, 散步, 踱步, 徘徊, 登, 登上, 爬, 攀登, 走进, 走过, 走在, 走向, 行, 穿过, 迈步, 走着, 爬上, 踏上, 路过, 经过',
  run: 'run, sprint, chase, flee, race, dash, rush, hurry, escape, jog, running, 跑, 奔跑, 追, 追逐, 逃, 逃跑, 狂奔, 冲, 飞奔, 跑步, 追赶, 奔向',
  sit: 'sit, seated, sitting, sat, squat, crouch, perch, 坐, 坐在, 对坐, 坐着, 端坐, 独坐, 相对而坐, 蹲, 盘坐, 坐下, 靠坐',
  kneel: 'kneel, kneeling, knelt, pray, 跪, 跪下, 下跪, 跪拜, 祈祷, 跪在',
  lie: 'lie, lying, lay, sleep, asleep, sleeping, rest, nap, 躺, 睡, 睡觉, 卧, 入睡, 躺在, 沉睡, 醉卧, 熟睡, 枕藉',
  ride: 'ride, riding, rode, gallop, cycle, pedal, on horseback, horseback, 骑, 骑着, 骑马, 策马, 骑行, 骑车, 骑自行车, 驰骋, 疾驰, 奔驰',
  dance: 'dance, dancing, twirl, spin, waltz, 舞, 跳舞, 起舞, 舞蹈, 翩翩起舞',
  bow: 'bow, bowing, bend down, bend over, bent down, salute, 鞠躬, 作揖, 拱手, 行礼, 叩首, 弯腰',
  fall: 'fall down, trip, tumble, collapse, faint, stumble, 跌倒, 摔倒, 倒下, 坠落, 晕倒, 倒在',
  float: 'float, hover, levitate, fly, soar, weightless, drift in space, 飘浮, 漂浮, 悬浮, 飞翔, 失重, 凌空, 飘飘, 冯虚御风, 御风',
  row: 'row, rowing, paddle, punt, 划船, 摇橹, 撑船, 划桨, 撑篙, 摇船, 划着',
}

/** What the hands are at; the painter's words. */
export const doings: Record<string, string> = {
  flute: 'play the flute, play flute, playing the flute, play a flute, playing flute, 吹箫, 吹笛, 吹奏洞箫, 吹着洞箫, 吹洞箫, 吹奏, 吹着箫, 吹着笛子',
  zither: 'play the zither, play the guqin, playing the zither, playing guqin, 弹琴, 抚琴, 操琴, 弹奏, 鼓琴, 弹古琴',
  guitar: 'play the guitar, playing guitar, playing the guitar, strum, 弹吉他',
  cup: 'drink, toast, raise a cup, sip, raise their cups, drinking, 喝酒, 饮酒, 举杯, 把酒, 饮, 酌, 斟酒, 喝茶, 品茶, 喝咖啡, 举酒, 干杯, 共饮, 对饮, 酾酒, 对酌, 独酌, 喝, 煮酒',
  spear: 'wield a spear, holding a spear, 横槊, 持矛, 手持长矛, 执戟',
  sword: 'draw his sword, wield a sword, holding a sword, duel, 拔剑, 舞剑, 持剑, 挥剑, 按剑, 仗剑, 亮剑, 决斗, 挥刀',
  book: 'read, reading, 读书, 看书, 阅读, 读, 朗读, 捧书, 翻书',
  write: 'write, writing, wrote, draw, sketch, paint, scribble, 写, 写字, 题诗, 赋诗, 作画, 画画, 挥毫, 写信, 书写, 挥笔, 写着, 写作业',
  point: 'point, pointing, gesture, 指, 指着, 指向, 指点, 手舞足蹈',
  wave: 'raise his hand, raise her hand, lift his hand, lift her hand, 举起手, 抬起手, 抬手, wave goodbye, waving, wave at, wave his hand, wave her hand, beckon, 挥手, 招手, 告别, 送别, 道别',
  talk: 'talk, speak, say, tell, chat, whisper, discuss, converse, conversation, argue, quarrel, ask, answer, shout, sing, recite, 说, 说话, 交谈, 谈话, 聊天, 谈, 畅聊, 对话, 讨论, 争吵, 唱, 吟诗, 诵, 吟诵, 问, 答, 喊, 讲, 曰, 歌, 唱歌, 谈笑, 低语, 告诉, 吟唱, 高歌, 朗诵, 讲课, 谈天, 谈笑风生',
  look: 'look, watch, gaze, stare, see, observe, peer, glance, 看, 看着, 望, 望着, 注视, 凝望, 凝视, 眺望, 远眺, 仰望, 俯瞰, 遥望, 观看, 回望, 抬头, 举头, 观察, 盯着, 对望',
  hold: 'hold, carry, wipe, polish, 擦, 擦拭, holding, carrying, bring, clutch, lift, pick up, grasp, 拿, 拿着, 提着, 举着, 捧, 捧着, 手持, 手里, 手中, 捡到, 捡起, 端着, 举起, 背着, 拎着, 握着, 捡, 牵着',
  fish: 'fishing, fish with a rod, angling, 钓鱼, 垂钓, 独钓, 钓, 打鱼, 捕鱼, 撒网',
  cook: 'cook, cooking, bake, stir, fry, chop, knead, 做饭, 炒菜, 烹饪, 煮, 烤, 下厨, 切菜, 做菜, 揉面',
  type: 'type, typing, code, 打字, 敲键盘, 敲代码',
  phone: 'call, phoning, on the phone, texting, looks at her phone, looks at his phone, 打电话, 看手机, 玩手机, 接电话',
  kick: 'kick, kicking, dribble, shoot a goal, playing football, play football, play soccer, playing soccer, 踢, 踢球, 踢足球, 射门',
  throw: 'throw, toss, throwing, 扔, 投, 抛, 投掷, 投篮',
  drive: 'drive, driving, steer, drove, 开车, 驾车, 驾驶, 驾着',
  'hold-hands': 'hold hands, holding hands, hand in hand, 牵手, 手牵手, 拉着手, 携手',
  knock: 'knock, tap, rap, 叩击, 叩舷, 敲, 敲门, 拍打, 叩',
  hug: 'hug, embrace, cuddle, cradle, 拥抱, 抱, 抱着, 抱起, 相拥',
  pray: 'pray, praying, 祈祷, 合十, 双手合十, 祈求',
  raise: 'cheer, raise his arms, raise her arms, raise their arms, celebrate, 欢呼, 举起双手, 高举双手, 欢呼雀跃',
  letter: 'read a letter, 读信, 看信',
  kiss: 'kiss, kissing, 亲吻, 接吻, 吻',
  cry: 'cover his face, cover her face, cry, crying, weep, weeping, sob, 捂脸, 掩面, 哭泣, 哭, 流泪, 落泪, 抽泣, 痛哭',
  oar: 'row, rowing, paddle, 划船, 摇橹, 撑船, 划桨, 摇船, 撑篙',
}

export const feelings: Record<Figure['feeling'], string> = {
  calm: 'calm, calmly, serene, peaceful, tranquil, quiet, 平静, 宁静, 安静, 恬淡, 悠闲, 从容, 淡然',
  joy: 'happy, joyful, joy, laugh, smile, smiling, laughing, cheerful, delighted, carefree, merry, cheer, grin, 高兴, 快乐, 开心, 欢喜, 笑, 微笑, 大笑, 欢乐, 逍遥, 快活, 欢言, 愉快, 喜悦, 欢呼, 欢笑, 笑着, 豁然开朗',
  sorrow: 'sad, sorrowful, melancholy, cry, crying, weep, weeping, mournful, lonely, grief, tearful, homesick, wistful, heartbroken, 悲伤, 忧伤, 伤心, 哭, 哭泣, 流泪, 愁, 忧愁, 孤独, 寂寞, 惆怅, 悲, 哀, 凄凉, 落泪, 思乡, 愀然, 悲凉, 断肠, 伤感',
  anger: 'angry, furious, anger, rage, fierce, enraged, 愤怒, 生气, 怒, 大怒, 凶狠, 暴怒, 争吵',
  fear: 'afraid, fear, scared, frightened, terrified, nervous, anxious, panic, 害怕, 恐惧, 惊恐, 惊慌, 紧张, 恐慌, 担心, 吓',
  wonder: 'wonder, amazed, astonished, awe, surprised, marvel, curious, 惊讶, 惊奇, 好奇, 惊叹, 震撼, 敬畏, 惊喜, 吃惊, 羡',
  proud: 'proud, majestic, heroic, domineering, imposing, confident, triumphant, ambitious, 骄傲, 霸气, 威风, 豪迈, 自信, 英勇, 气概, 雄壮, 意气风发, 得意, 凛然, 雄心',
}

export const facings = {
  left: 'facing left, to the left, leftward, leftwards, 向左, 朝左, 面向左',
  right: 'facing right, to the right, rightward, rightwards, 向右, 朝右, 面向右',
  camera: 'facing the camera, looks at the camera, looking at camera, facing us, front view, portrait, 正面, 面对镜头, 看向镜头, 面向镜头',
  away: 'from behind, back view, seen from behind, turns away, back to the camera, back to us, 背影, 背对, 背对镜头, 转身, 离去, 远去的背影',
  'each-other': 'facing each other, face to face, opposite each other, face each other, look at each other, 相对, 对坐, 面对面, 相对而坐, 对望, 相望, 相视, 对视, 四目相对, 对饮, 对酌',
} as const

export const scales: Record<Thing['scale'], string> = {
  tiny: 'tiny, minuscule, minute, speck of, little speck, 小小的, 极小, 渺小, 微小, 小小, 一叶, 一粟, 一点',
  small: 'small, little, 小, 小型, 一小',
  normal: 'ordinary, normal-sized',
  large: 'big, large, tall, great, 大, 大大的, 高大, 高高的, 大型, 高耸',
  huge: 'huge, giant, gigantic, enormous, massive, colossal, towering, immense, 巨大, 巨, 巨型, 庞大, 硕大, 参天, 擎天',
}

export const motions: Record<Thing['moves'] | 'on', string> = {
  still: 'moored, anchored, motionless, at anchor, parked, 停泊, 静止, 停着, 泊, 不动, 停靠, 停在',
  toward: 'approach, toward us, towards us, toward the camera, towards the camera, closer and closer, come nearer, bigger and bigger, larger and larger, coming at us, 越来越大, 驶来, 迎面, 越来越近, 靠近, 逼近, 向我们, 向镜头, 飞来, 走来, 而来, 奔来, 扑面',
  away: 'sail away, into the distance, recede, receding, disappear into, vanishing into, drive away, fly away, smaller and smaller, 远去, 驶向远方, 离去, 渐行渐远, 越来越小, 消失在, 远逝, 飞走, 驶离, 驶远',
  left: 'to the left, leftward, leftwards, west, westward, south, southward, flying south, fly south, 向左, 西去, 南飞, 向南, 向西, 往南',
  right: 'to the right, rightward, rightwards, east, eastward, north, northward, fly north, flying north, 向右, 东去, 北飞, 向北, 向东, 东流',
  up: 'rise, rising, take off, lift off, ascend, soar, launch, upward, upwards, float up, 升起, 起飞, 上升, 腾空, 冲天, 直上, 飞起, 升空, 飞升',
  down: 'descend, land, fall, falling, sink, dive, plunge, downward, crash, drop, 落下, 下降, 降落, 沉没, 坠落, 飘落, 坠毁, 纷纷落下, 飘下, 下沉',
  on: 'move, moving, sail, sailing, glide, drift, float, drifting, gliding, pass, cross, ride, race, fly, flying, drive, gallop, roll, speed, ply, run, walk, swim, crawl, slide, hop, prowl, wander, roam, waddle, trot, chase, flutter, circle, fly over, fly past, 移动, 滑行, 航行, 行驶, 漂, 漂流, 前行, 飘荡, 泛舟, 飞过, 驶过, 前进, 飞, 飞翔, 疾驰, 奔驰, 穿行, 游, 跑, 奔跑, 游动, 爬, 盘旋, 摇曳, 飘, 泛',
}

export const colours = 'red, orange, yellow, green, blue, purple, pink, white, black, grey, gray, brown, golden, silver, scarlet, crimson'
export const zhColours: Record<string, string> = { navy: 'blue', maroon: 'red', beige: 'brown', teal: 'blue', rust: 'red', mustard: 'yellow', cream: 'white', 'dark blue': 'blue', 'pale grey': 'grey', 'moss green': 'green', 红: 'red', 红色: 'red', 黄: 'yellow', 黄色: 'yellow', 绿: 'green', 绿色: 'green', 蓝: 'blue', 蓝色: 'blue', 紫: 'purple', 紫色: 'purple', 粉色: 'pink', 粉红: 'pink', 白: 'white', 白色: 'white', 黑: 'black', 黑色: 'black', 灰: 'grey', 灰色: 'grey', 棕色: 'brown', 金色: 'golden', 银色: 'silver', 橙色: 'orange', 橘色: 'orange', 青衫: 'blue', 青色: 'blue' }

/** What a person can wear, for «in a yellow raincoat». */
export const clothes: Record<string, string> = {
  raincoat: 'raincoat, 雨衣', robe: 'robe, kimono, hanfu', 'scholar robe': 'scholar robe, 长袍, 长衫, 青衫, 汉服', 'long dress': 'dress, gown, long dress, skirt, wedding dress, 裙子, 长裙, 连衣裙, 婚纱, 旗袍, 红裙',
  coat: 'coat, overcoat, trench coat, 大衣, 外套, 风衣', jacket: 'jacket, hoodie, 夹克, 卫衣', suit: 'suit, tuxedo, 西装, 西服', shirt: 'shirt, t-shirt, blouse, 衬衫, t恤',
  sweater: 'sweater, jumper, cardigan, 毛衣', 'straw hat': 'straw hat, 草帽, 斗笠', hat: 'hat, fedora, top hat, 帽子, 礼帽', cap: 'cap, beanie, 鸭舌帽', armour: 'armour, armor, 铠甲, 盔甲, 金甲, 甲胄',
  'red cape': 'red cape, cape, cloak, 披风, 斗篷', scarf: 'scarf, 围巾', glasses: 'glasses, spectacles, sunglasses, 眼镜, 墨镜', helmet: 'helmet, 头盔', 'straw cape': 'straw cape, 蓑衣, 蓑笠',
  backpack: 'backpack, rucksack, satchel, 背包, 书包', uniform: 'uniform, 制服, 校服, 军装', beard: 'beard, bearded, moustache, 胡子, 胡须, 白胡子', apron: 'apron, 围裙', 'white coat': 'lab coat, white coat, 白大褂',
  spacesuit: 'spacesuit, space suit, 宇航服, 太空服', 'hair bun': 'hair bun, bun, 发髻', 'long hair': 'long hair, 长发', crown: 'crown, tiara, 王冠, 皇冠', boots: 'boots, rubber boots, 靴子, 雨靴',
}

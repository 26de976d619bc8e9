import type { Place } from '../../scene.ts'

/**
 * Who can be seen. role: words; then `gender age count`, then what they wear (by era where it differs), then what they do.
 * Costumes: `ancient` when the film is set long ago, `modern` otherwise; one entry serves both.
 */
export type PersonEntry = {
  words: string
  is: string
  wears?: string
  ancient?: string
  does?: string
}

/** Nobody in particular: counted, and merged with those who are named. */
export const anybody: Record<string, PersonEntry> = {
  person: { words: 'person, someone, somebody, figure, silhouette, stranger, passer-by, human, 人, 一人, 某人, 陌生人, 路人, 行人, 身影, 人影, 旅人, 主角, 主人公', is: 'unknown adult 1' },
  man: { words: 'man, guy, gentleman, husband, father, dad, brother, men, boyfriend, uncle, 男人, 男子, 父亲, 爸爸, 丈夫, 哥哥, 男士, 大叔, 叔叔, 男友, 汉子', is: 'man adult 1' },
  woman: { words: 'woman, lady, wife, mother, mom, mum, sister, girlfriend, aunt, bride, 女人, 女子, 母亲, 妈妈, 妻子, 姐姐, 女士, 阿姨, 女友, 妇人, 佳人, 美人, 新娘, 伊人, 少妇', is: 'woman adult 1' },
  boy: { words: 'boy, son, schoolboy, kid brother, 男孩, 小男孩, 儿子, 少年, 男生, 弟弟, 牧童, 童子', is: 'man child 1' },
  girl: { words: 'girl, daughter, schoolgirl, 女孩, 小女孩, 女儿, 小姑娘, 女生, 妹妹, 女童', is: 'woman child 1' },
  'young-man': { words: 'young man, youth, teenager, teenage boy, 年轻人, 青年, 小伙子, 男青年, 小伙', is: 'man young 1' },
  'young-woman': { words: 'young woman, teenage girl, maiden, 少女, 姑娘, 女郎, 年轻女子, 年轻女人, 女青年', is: 'woman young 1' },
  child: { words: 'child, kid, toddler, baby, infant, grandson, granddaughter, 孩子, 小孩, 儿童, 孩童, 婴儿, 小朋友, 娃娃, 宝宝', is: 'unknown child 1' },
  'old-man': { words: 'old man, elderly man, grandfather, grandpa, granddad, 老人, 老头, 爷爷, 老者, 老翁, 老汉, 老爷爷, 外公, 老伯, 翁, 老先生, 老父', is: 'man old 1' },
  'old-woman': { words: 'old woman, old lady, elderly woman, grandmother, grandma, granny, 奶奶, 老奶奶, 老太太, 外婆, 老妇, 老妇人, 老婆婆, 姥姥', is: 'woman old 1' },
  couple: { words: 'couple, lovers, newlyweds, pair of lovers, 情侣, 夫妻, 恋人, 夫妇, 一对恋人', is: 'unknown young 2' },
  people: { words: 'people, friends, villagers, travellers, travelers, guests, group of people, family, passengers, crew, team, students, dancers, players, strangers, pedestrians, onlookers, customers, colleagues, companions, 众人, 人们, 一家人, 乘客, 朋友们, 村民, 群众, 宾客, 同学们, 队员, 大家, 诸人, 观众, 同伴们', is: 'unknown adult 4' },
  crowd: { words: 'crowd, audience, mob, throng, procession, army, troops, soldiers, warriors, legion, cavalry, horde, 人群, 军队, 士兵们, 大军, 千军万马, 人山人海, 将士, 将士们, 兵马, 骑兵, 队伍', is: 'unknown adult 8' },
  children: { words: 'children, kids, 孩子们, 小朋友们, 儿童们', is: 'unknown child 4' },
}

/** Someone with a trade or a part: what they wear says who they are. */
export const roles: Record<string, PersonEntry> = {
  scholar: { words: 'scholar, poet, philosopher, mandarin, 书生, 诗人, 文人, 学者, 秀才, 士大夫, 词人, 墨客, 诸葛亮, 李白, 杜甫, 白居易, 王维, 陶渊明, 苏辙, 王勃, 张若虚', is: 'man adult 1', ancient: 'scholar robe, scholar hat, beard', wears: 'jacket, glasses' },
  guest: { words: 'guest, visitor, 客人, 客, 宾客, 朋友, 友人, 故人, friend, companion, 好友, 知己, 同伴', is: 'unknown adult 1', ancient: 'long robe, hair bun' },
  fisherman: { words: 'fisherman, angler, boatman, ferryman, 渔夫, 渔父, 渔翁, 船夫, 渔民, 艄公, 蓑笠翁, 船家, 舟子', is: 'man old 1', ancient: 'straw cape, straw hat, beard', wears: 'raincoat, sou\'wester hat, beard', does: '' },
  general: { words: 'general, warlord, commander, conqueror, marshal, 将军, 大将, 枭雄, 英雄, 元帅, 武将, 统帅, 霸王, 都督, 周瑜, 周郎, 关羽, 刘备, 孙权, 张飞, 项羽, 岳飞', is: 'man adult 1', ancient: 'armour, red cape, helmet, beard', wears: 'uniform, cap' },
  soldier: { words: 'soldier, warrior, guard, knight, swordsman, samurai, archer, 士兵, 战士, 武士, 卫兵, 骑士, 侍卫, 壮士, 剑客, 侠客, 大侠, 刺客, 士卒, 弓箭手', is: 'man adult 1', ancient: 'armour, helmet', wears: 'uniform, helmet' },
  emperor: { words: 'emperor, king, monarch, 皇帝, 国王, 帝王, 君王, 天子, 皇上, 大王, 秦始皇', is: 'man adult 1', wears: 'imperial robe, crown, beard' },
  empress: { words: 'empress, queen, 皇后, 女王, 贵妃, 王后, 太后', is: 'woman adult 1', wears: 'imperial robe, crown' },
  princess: { words: 'princess, 公主', is: 'woman young 1', wears: 'long dress, tiara' },
  prince: { words: 'prince, 王子, 太子', is: 'man young 1', wears: 'tunic, cape, crown' },
  monk: { words: 'monk, priest, nun, taoist, 和尚, 僧人, 道士, 僧, 老僧, 尼姑, 牧师, 高僧, 老道', is: 'man adult 1', wears: 'monk robe, bald' },
  immortal: { words: 'immortal, fairy, angel, goddess, spirit, ghost, 仙人, 神仙, 仙女, 天使, 女神, 幽灵, 鬼魂, 嫦娥, 羽人', is: 'woman young 1', wears: 'flowing robe, long ribbons, glow' },
  wizard: { words: 'wizard, sorcerer, magician, mage, 巫师, 魔法师, 法师, 魔术师', is: 'man old 1', wears: 'long robe, pointed hat, beard', does: 'staff' },
  witch: { words: 'witch, sorceress, enchantress, 女巫, 巫婆', is: 'woman old 1', wears: 'long robe, pointed hat', does: 'staff' },
  farmer: { words: 'farmer, peasant, shepherd, gardener, woodcutter, 农夫, 农民, 樵夫, 牧羊人, 园丁, 老农', is: 'man adult 1', ancient: 'short tunic, straw hat', wears: 'overalls, straw hat' },
  servant: { words: 'servant, maid, attendant, 仆人, 侍女, 丫鬟, 书童, 随从, 宫女', is: 'woman young 1', ancient: 'plain robe, hair bun', wears: 'apron' },
  musician: { words: 'musician, singer, 乐师, 歌女, 歌手, 音乐家, 乐手, 歌者', is: 'unknown adult 1', ancient: 'flowing robe', wears: 'jacket' },
  dancer: { words: 'dancer, ballerina, 舞者, 舞女, 舞姬, 芭蕾舞者, 舞蹈演员', is: 'woman young 1', ancient: 'flowing robe, long sleeves', wears: 'dress', does: 'dance!' },
  astronaut: { words: 'astronaut, cosmonaut, spaceman, 宇航员, 航天员, 太空人', is: 'unknown adult 1', wears: 'spacesuit' },
  courier: { words: 'courier, delivery rider, delivery man, delivery boy, delivery driver, deliveryman, messenger, postman, mailman, mail carrier, rider, cyclist, 快递员, 外卖员, 外卖小哥, 快递小哥, 邮递员, 信使, 骑手, 驿使', is: 'man young 1', wears: 'jacket yellow, cap, backpack' },
  keeper: { words: 'lighthouse keeper, keeper, watchman, caretaker, night watchman, sailor, captain, skipper, 灯塔守护人, 守塔人, 看守人, 守灯人, 水手, 船长, 海员, 看门人, 守夜人', is: 'man old 1', wears: 'pea coat, cap, beard' },
  pirate: { words: 'pirate, buccaneer, 海盗', is: 'man adult 1', wears: 'long coat, tricorn hat, beard' },
  cook: { words: 'chef, cook, baker, 厨师, 面包师, 大厨, 厨子, 师傅', is: 'man adult 1', wears: 'white jacket, chef hat, apron' },
  waiter: { words: 'waiter, waitress, barista, bartender, 服务员, 咖啡师, 店员, 侍者, 小二, 店小二, 酒保', is: 'unknown young 1', wears: 'shirt, apron' },
  shopkeeper: { words: 'shopkeeper, vendor, merchant, hawker, trader, owner, 老板, 店主, 小贩, 商人, 掌柜, 老板娘, 卖炭翁', is: 'unknown adult 1', ancient: 'plain robe, cap', wears: 'shirt, apron' },
  teacher: { words: 'teacher, professor, tutor, 老师, 教师, 教授, 先生, 夫子', is: 'unknown adult 1', ancient: 'scholar robe, scholar hat', wears: 'cardigan, glasses', does: 'stand!, point' },
  student: { words: 'student, pupil, 学生, 同学, 大学生, 小学生, 中学生', is: 'unknown young 1', ancient: 'plain robe, hair bun', wears: 'school uniform, backpack' },
  doctor: { words: 'doctor, nurse, surgeon, scientist, physician, dentist, vet, 医生, 护士, 科学家, 大夫, 研究员, 郎中', is: 'unknown adult 1', ancient: 'plain robe, beard', wears: 'white coat' },
  police: { words: 'police officer, policeman, cop, officer, policewoman, 警察, 警官, 交警, 民警', is: 'man adult 1', wears: 'police uniform, cap' },
  detective: { words: 'detective, spy, private eye, investigator, agent, 侦探, 间谍, 探长, 特工', is: 'man adult 1', wears: 'trench coat, fedora' },
  worker: { words: 'worker, builder, mechanic, engineer, miner, firefighter, fireman, carpenter, blacksmith, craftsman, watchmaker, 工人, 建筑工人, 工程师, 矿工, 消防员, 木匠, 铁匠, 修理工, 工匠', is: 'man adult 1', ancient: 'short tunic, apron', wears: 'overalls, hard hat' },
  boss: { words: 'businessman, boss, manager, lawyer, salesman, businesswoman, clerk, office worker, banker, 商务人士, 上班族, 经理, 律师, 白领, 职员, 程序员, programmer, journalist, 记者', is: 'unknown adult 1', wears: 'suit, tie' },
  footballer: { words: 'footballer, football player, soccer player, goalkeeper, striker, player, athlete, runner, jogger, 足球运动员, 球员, 守门员, 运动员, 跑者, 前锋, 篮球运动员', is: 'man young 1', wears: 'football jersey, shorts' },
  driver: { words: 'driver, taxi driver, trucker, motorist, pilot, 司机, 飞行员, 车夫, 驾驶员, 出租车司机', is: 'man adult 1', wears: 'jacket, cap', does: 'drive' },
  artist: { words: 'painter, artist, sculptor, photographer, writer, novelist, author, 画家, 艺术家, 摄影师, 作家, 画师', is: 'unknown adult 1', ancient: 'scholar robe', wears: 'smock, beret' },
  nomad: { words: 'nomad, bedouin, camel driver, wanderer, traveller, traveler, hiker, explorer, pilgrim, backpacker, 旅行者, 牧民, 旅客, 登山者, 探险家, 背包客, 游子, 断肠人, 驼队主人, 商队', is: 'unknown adult 1', ancient: 'travelling cloak, straw hat', wears: 'travelling cloak, backpack' },
  rider: { words: 'horseman, cowboy, horse rider, jockey, 骑马人, 牛仔, 骑马者', is: 'man adult 1', ancient: 'tunic, cape', wears: 'shirt, cowboy hat', does: 'ride!' },
  superhero: { words: 'superhero, hero, 超级英雄, 超人', is: 'man adult 1', wears: 'bodysuit, red cape' },
  santa: { words: 'santa claus, santa, father christmas, 圣诞老人', is: 'man old 1', wears: 'red coat, santa hat, beard' },
  clown: { words: 'clown, jester, 小丑', is: 'man adult 1', wears: 'clown suit, red nose' },
  diver: { words: 'diver, scuba diver, snorkeler, 潜水员', is: 'unknown adult 1', wears: 'wetsuit, diving mask' },
  mermaid: { words: 'mermaid, siren, 美人鱼, 鲛人', is: 'woman young 1', wears: 'fish tail, long hair' },
}

/** People of the poem that the first film is made from, and who everybody knows by sight. */
export const known: Record<string, PersonEntry> = {
  苏轼: { words: '苏轼, 苏子, 东坡, 苏东坡, 子瞻, su shi, su dongpo, su zi, dongpo', is: 'man adult 1', wears: 'scholar robe, dongpo hat, beard' },
  曹操: { words: '曹操, 曹孟德, 孟德, 魏武, cao cao, mengde', is: 'man adult 1', wears: 'armour, red cape, helmet, beard', does: 'spear' },
}

/** Where such a one is met when no place is named. */
export const haunts: Readonly<Record<string, Place>> = {
  teacher: 'hall', student: 'hall', cook: 'kitchen', waiter: 'cafe', astronaut: 'space', fisherman: 'river', farmer: 'field', emperor: 'palace', empress: 'palace', princess: 'castle', footballer: 'field',
  boss: 'office', monk: 'temple', nomad: 'road', pirate: 'sea', mermaid: 'underwater', diver: 'underwater', shopkeeper: 'shop', doctor: 'hall', dancer: 'hall', police: 'street', detective: 'street', courier: 'street', superhero: 'city',
}

/** Names among the words above: two of them are two people. */
export const proper = new Set('诸葛亮 李白 杜甫 白居易 王维 陶渊明 苏辙 王勃 张若虚 周瑜 关羽 刘备 孙权 张飞 项羽 岳飞 秦始皇 嫦娥'.split(' '))

export const pronouns = 'he, she, they, him, 他, 她, 他们, 她们'
export const maleWords = 'he, him, his, male, 他, 男'
export const femaleWords = 'she, her, female, 她, 女'
export const nobody = 'nobody, no one, no people, no person, uninhabited, deserted, unpeopled, no humans, nobody in sight, 画中无人, no man, no figures, empty of people, without people, without anyone, 无人, 没有人, 空无一人, 没人, 人踪灭, 杳无人烟, 空镜, 空镜头, 无一人, 不见人, 人迹罕至, 荒无人烟'

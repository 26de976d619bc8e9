import type { Place } from '../../scene.ts'

/** Words that say where we are. */
export const places: Record<Place, string> = {
  river: 'river, riverside, river bank, riverbank, stream, creek, brook, canal, water surface, surface of the water, yangtze, 江, 江面, 江上, 江中, 江边, 江水, 大江, 长江, 寒江, 黄河, 河, 河面, 河边, 河水, 大河, 河流, 小溪, 溪, 溪边, 溪水, 水面, 水上, 江心, 江流, 江渚',
  lake: 'lake, pond, lakeside, lagoon, 湖, 湖面, 湖边, 湖上, 湖水, 西湖, 池塘, 荷塘, 湖畔, 水池',
  sea: 'sea, ocean, open sea, open water, black water, dark water, seas, high seas, 海, 大海, 沧海, 海面, 海上, 海洋, 海水',
  beach: 'beach, shore, seashore, seaside, coast, sands, 海滩, 沙滩, 海边, 海岸, 岸边',
  cliff: 'cliff, cliffs, precipice, crag, gorge, canyon, 悬崖, 峭壁, 绝壁, 断崖, 崖, 山崖, 石壁, 峡谷, 三峡, 崖边, 断岸',
  mountain: 'mountain, mountains, hill, hills, hilltop, hillside, peak, summit, ridge, valley, alps, mountain path, 山, 群山, 高山, 大山, 山上, 山中, 山峰, 山顶, 山谷, 山坡, 山间, 山丘, 山川, 山水, 山岭, 青山, 远山, 雪山, 东山, 山脚, 火山',
  forest: 'forest, wood, woods, woodland, jungle, rainforest, grove, 森林, 树林, 林子, 林中, 丛林, 山林, 林间, 密林, 深林, 雨林, 松林',
  bamboo: 'bamboo forest, bamboo grove, 竹林, 竹海',
  field: 'field, meadow, prairie, grassland, farm, farmland, pasture, steppe, plain, plains, pitch, football pitch, football field, soccer field, stadium, playground, savanna, savannah, countryside, park, 田野, 草原, 田, 麦田, 稻田, 原野, 草地, 牧场, 农场, 田间, 操场, 球场, 足球场, 体育场, 公园, 荒原, 原上, 旷野, 平原, 草坪',
  desert: 'desert, dune, dunes, sand dunes, sahara, gobi, oasis, 沙漠, 大漠, 戈壁, 沙丘, 荒漠, 绿洲',
  snowfield: 'snowfield, glacier, tundra, arctic, antarctic, ice field, 雪地, 雪原, 冰川, 冰原, 南极, 北极, 雪野',
  garden: 'garden, backyard, yard, orchard, courtyard, greenhouse, 花园, 庭院, 院子, 园林, 果园, 后院, 园子, 庭, 院中, 御花园, 庭中',
  village: 'village, hamlet, 村, 村庄, 山村, 村子, 村落, 乡村, 渔村, 村口, 小镇, town, 人家',
  city: 'city, metropolis, skyline, downtown, cityscape, megacity, tokyo, shanghai, new york, london, paris, 城市, 都市, 上海, 北京, 东京, 城里, 城中, 大都市, 未来城市, 长安',
  street: 'street, city street, 城市街道, 城市街头, alley, lane, sidewalk, pavement, avenue, crossroad, crosswalk, intersection, market, marketplace, bazaar, street corner, bus stop, 街, 街道, 街头, 大街, 小巷, 巷子, 巷, 胡同, 马路, 路口, 集市, 街上, 市场, 夜市, 街角, 十字路口, 雨巷, 公交站',
  bridge: 'on the bridge, on a bridge, across the bridge, 桥上, 桥头',
  harbour: 'harbour, harbor, port, dock, wharf, pier, quay, jetty, marina, 港口, 码头, 渡口, 港湾, 海港',
  road: 'road, highway, motorway, path, trail, roadside, country road, track, 公路, 道路, 路上, 小路, 大路, 高速公路, 路边, 古道, 小径, 驿道',
  palace: 'palace, throne room, forbidden city, 宫殿, 皇宫, 宫, 故宫, 宫廷, 宫中, 大殿, 金銮殿, 紫禁城, 宫里',
  temple: 'temple, shrine, monastery, church, cathedral, mosque, 寺, 寺庙, 庙, 古寺, 寺院, 教堂, 道观, 佛寺, 山寺, 寒山寺',
  castle: 'castle, fortress, fort, citadel, ruin, ruins, 城堡, 要塞, 古堡, 废墟',
  battlefield: 'battlefield, battle, war, warfare, siege, war scene, 战场, 战争, 沙场, 战役, 大战, 战争场景, 战斗, 厮杀',
  room: 'room, bedroom, living room, house interior, apartment, in the flat, in a flat, in his flat, in her flat, lamp room, lantern room, staircase, stairwell, hallway, corridor, attic, cellar, basement, bathroom, indoors, hospital room, ward, prison cell, cell, home, 房间, 卧室, 客厅, 屋里, 屋内, 室内, 家里, 家中, 屋子, 房里, 阁楼, 地下室, 病房, 浴室, 房中, 牢房, 公寓, 家, 灯室, 楼梯间, 楼道, 走廊',
  study: 'study, library, laboratory, lab, workshop, studio, 书房, 图书馆, 实验室, 工作室, 书斋, 画室',
  kitchen: 'kitchen, bakery, 厨房, 灶台, 面包房, 灶',
  cafe: 'cafe, café, coffee shop, coffeehouse, bar, pub, restaurant, diner, teahouse, tea house, tavern, inn, bistro, 咖啡馆, 咖啡店, 咖啡厅, 茶馆, 酒馆, 餐厅, 饭馆, 酒吧, 酒楼, 茶楼, 饭店, 客栈, 面馆',
  shop: 'shop, store, supermarket, noodle shop, bookshop, bookstore, convenience store, boutique, 商店, 店铺, 超市, 便利店, 小店, 书店, 店里, 花店, 商场',
  hall: 'hall, classroom, school, lecture hall, theatre, theater, stage, gym, gymnasium, museum, ballroom, concert hall, courtroom, auditorium, church interior, hospital, 大厅, 教室, 学校, 礼堂, 剧院, 舞台, 体育馆, 博物馆, 课堂, 厅堂, 堂上, 医院, 台上, 法庭',
  office: 'office, meeting room, boardroom, cubicle, police station, newsroom, 办公室, 会议室, 公司, 写字楼, 警察局, 派出所',
  station: 'station, train station, railway station, subway station, platform, airport, metro station, terminal, subway, metro, 车站, 火车站, 地铁站, 站台, 月台, 机场, 地铁, 候车室',
  train: 'train carriage, on the train, on a train, inside the train, in a train, carriage, 车厢, 火车上, 列车上, 地铁上, 车厢里',
  car: 'in the car, in a car, inside the car, inside a car, driving seat, back seat, taxi interior, in a taxi, 车里, 车内, 车上, 驾驶座, 汽车后座, 出租车里',
  rooftop: 'rooftop, roof, roofs, terrace, balcony, 屋顶, 天台, 楼顶, 房顶, 阳台, 屋檐, 檐下',
  sky: 'sky, skies, heaven, heavens, in the air, horizon, midair, 天空, 空中, 天上, 夜空, 星空, 天边, 苍穹, 长空, 云端, 云霄, 苍天, 晴空, 青天, 碧空',
  space: 'outer space, space, in space, galaxy, universe, cosmos, mars, orbit, space station, spaceship interior, planet, moon surface, surface of the moon, lunar surface, 太空, 宇宙, 银河, 星际, 火星, 火星表面, 空间站, 月球, 月球表面, 外太空, 星球',
  underwater: 'underwater, seabed, under the sea, coral reef, deep sea, ocean floor, 水下, 海底, 深海, 水底, 珊瑚礁, 龙宫',
  void: 'void, nothingness, blackness, blank background, white background, 虚空, 黑暗中, 空白背景, 虚无',
}

/** After such a word the place is beside the picture, not under its feet: `past a shop`, `under the cliff`. */
export const aside = 'past, outside, behind, beyond, near, beside, towards, toward, above, under, beneath, below, by, opposite, against, facing, overlooking, view of, in the distance'
export const within = 'in, inside, into, at, on, through, across, along, within, aboard'
export const asideAfter = '门口, 外面, 外, 旁, 旁边, 前面, 对面, 后面, 远处, 之下, 脚下, 背后, 窗外'

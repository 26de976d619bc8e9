import type { Mood } from '../../../film/look.ts'

/** A famous text to film, in its own words. `opening` is the picture it begins with, in English and in Chinese. */
export type Poem = { title: string; author: string; mood: Mood; opening: { en: string; zh: string }; about: { en: string; zh: string }; text: string }

/** The first ten are those of the worked example this project is named after. */
export const chinesePoems: readonly Poem[] = [
  { title: '将进酒', author: '李白', mood: 'epic', opening: { zh: '黄河从天际奔涌而来，水雾升腾。', en: 'The Yellow River pours out of the sky in spray.' }, about: { zh: '从黄河到一面照见白发的镜子，再到月下的金樽：人生短，且尽欢。', en: 'From the Yellow River to white hair in a mirror to a goblet under the moon: life is short, drink to it.' },
    text: '君不见黄河之水天上来，奔流到海不复回。\n君不见高堂明镜悲白发，朝如青丝暮成雪。\n人生得意须尽欢，莫使金樽空对月。\n天生我材必有用，千金散尽还复来。' },
  { title: '登高', author: '杜甫', mood: 'melancholy', opening: { zh: '秋日高台，一个老人独自登上石阶，江在脚下。', en: 'Autumn; an old man climbs the steps of a terrace alone, the river below him.' }, about: { zh: '老病的诗人在秋风里独上高台，看落叶与长江。', en: 'A sick old poet climbs a terrace in the autumn wind and looks at the leaves and the great river.' },
    text: '风急天高猿啸哀，渚清沙白鸟飞回。\n无边落木萧萧下，不尽长江滚滚来。\n万里悲秋常作客，百年多病独登台。\n艰难苦恨繁霜鬓，潦倒新停浊酒杯。' },
  { title: '望岳', author: '杜甫', mood: 'wonder', opening: { zh: '泰山横亘天地之间，青色不断。', en: 'Mount Tai fills the land from edge to edge, green without end.' }, about: { zh: '年轻的诗人望着泰山，立誓登上绝顶。', en: 'A young poet looks up at Mount Tai and swears to stand on top of it.' },
    text: '岱宗夫如何？齐鲁青未了。\n造化钟神秀，阴阳割昏晓。\n荡胸生曾云，决眦入归鸟。\n会当凌绝顶，一览众山小。' },
  { title: '春江花月夜', author: '张若虚', mood: 'wonder', opening: { zh: '春夜，江海相连，一轮明月随潮水升起。', en: 'Spring night; river and sea are one, and the moon rises with the tide.' }, about: { zh: '一夜江月，从升起到西斜，问尽人与宇宙。', en: 'One night of moon over a river, and the oldest questions asked of it.' },
    text: '春江潮水连海平，海上明月共潮生。\n滟滟随波千万里，何处春江无月明！\n江天一色无纤尘，皎皎空中孤月轮。\n江畔何人初见月？江月何年初照人？\n人生代代无穷已，江月年年望相似。\n不知江月待何人，但见长江送流水。' },
  { title: '滕王阁序', author: '王勃', mood: 'epic', opening: { zh: '雨后高阁临江，彩霞满天。', en: 'A high pavilion over the river after rain, the whole sky coloured.' }, about: { zh: '登阁远望，落霞、孤鹜、渔舟、雁阵，盛景里有时光。', en: 'From a high pavilion: sunset clouds, a lone wild duck, fishing boats, geese, and time passing.' },
    text: '云销雨霁，彩彻区明。\n落霞与孤鹜齐飞，秋水共长天一色。\n渔舟唱晚，响穷彭蠡之滨；\n雁阵惊寒，声断衡阳之浦。' },
  { title: '赤壁赋', author: '苏轼', mood: 'serene', opening: { zh: '秋夜，月下赤壁，江面浩荡，一叶小舟。', en: 'Autumn night, the moon over the Red Cliff, a wide river, one small boat.' }, about: { zh: '苏子与客月夜泛舟，在箫声里谈英雄、须臾与无穷。', en: 'Su Shi and a guest drift by moonlight and talk of heroes, a moment, and for ever.' },
    text: '壬戌之秋，七月既望，苏子与客泛舟游于赤壁之下。清风徐来，水波不兴。\n\n少焉，月出于东山之上，徘徊于斗牛之间。白露横江，水光接天。纵一苇之所如，凌万顷之茫然。\n\n寄蜉蝣于天地，渺沧海之一粟。哀吾生之须臾，羡长江之无穷。' },
  { title: '秋风辞', author: '刘彻', mood: 'melancholy', opening: { zh: '秋风里，楼船横渡汾河，旌旗翻动。', en: 'In the autumn wind a towered ship crosses the Fen River.' }, about: { zh: '汉武帝乘楼船渡河，欢乐到了极处，忽然觉得老。', en: 'An emperor crosses a river at the height of joy, and feels old.' },
    text: '秋风起兮白云飞，草木黄落兮雁南归。\n兰有秀兮菊有芳，怀佳人兮不能忘。\n泛楼船兮济汾河，横中流兮扬素波。\n箫鼓鸣兮发棹歌，欢乐极兮哀情多。\n少壮几时兮奈老何！' },
  { title: '蝶恋花·春景', author: '苏轼', mood: 'romantic', opening: { zh: '暮春的园墙内外，落花，流水，一架秋千。', en: 'Late spring inside and outside a garden wall: fallen petals, water, a swing.' }, about: { zh: '墙外的行人听见墙里佳人的笑声，笑声渐远。', en: 'A passer-by hears a girl laugh behind a wall; the laughter fades.' },
    text: '花褪残红青杏小。\n燕子飞时，绿水人家绕。\n枝上柳绵吹又少，天涯何处无芳草！\n墙里秋千墙外道。\n墙外行人，墙里佳人笑。\n笑渐不闻声渐悄，多情却被无情恼。' },
  { title: '庐山谣寄卢侍御虚舟', author: '李白', mood: 'wonder', opening: { zh: '庐山九叠，云锦如屏，山影落在湖上。', en: 'Mount Lu in nine folds like a brocade screen, its shadow on the lake.' }, about: { zh: '登上庐山，看大江奔去，白波如雪山。', en: 'Up on Mount Lu, watching the great river go and its nine white streams.' },
    text: '庐山秀出南斗傍，屏风九叠云锦张，影落明湖青黛光。\n\n登高壮观天地间，大江茫茫去不还。\n黄云万里动风色，白波九道流雪山。' },
  { title: '寻隐者不遇', author: '贾岛', mood: 'mysterious', opening: { zh: '深山松下，云从石阶上漫过来。', en: 'Pines deep in the mountains; cloud comes down the steps.' }, about: { zh: '访隐者不遇，只有童子，和不知深浅的云。', en: 'A visitor asks for a hermit and finds a boy, and clouds.' },
    text: '松下问童子，言师采药去。\n只在此山中，云深不知处。' },
  { title: '登幽州台歌', author: '陈子昂', mood: 'melancholy', opening: { zh: '荒原上的古台，一个人站在天地之间。', en: 'An old terrace on the plain; one man between earth and sky.' }, about: { zh: '一个人站在高台上，前后都没有人。', en: 'One man on a terrace, nobody before him and nobody after.' },
    text: '前不见古人，后不见来者。\n念天地之悠悠，独怆然而涕下！' },
  { title: '念奴娇·赤壁怀古', author: '苏轼', mood: 'epic', opening: { zh: '惊涛拍打赤壁，浪如千堆雪。', en: 'Waves break on the Red Cliff like a thousand drifts of snow.' }, about: { zh: '大江东去，英雄的火光都在浪里。', en: 'The river goes east, and the heroes with it.' },
    text: '大江东去，浪淘尽，千古风流人物。\n故垒西边，人道是，三国周郎赤壁。\n乱石穿空，惊涛拍岸，卷起千堆雪。\n江山如画，一时多少豪杰。' },
  { title: '江雪', author: '柳宗元', mood: 'serene', opening: { zh: '大雪封山，江上一点孤舟。', en: 'Snow has shut the mountains; one boat on the river.' }, about: { zh: '天地间只剩一个垂钓的老人。', en: 'In all the white world, one old man fishing.' },
    text: '千山鸟飞绝，万径人踪灭。\n孤舟蓑笠翁，独钓寒江雪。' },
  { title: '天净沙·秋思', author: '马致远', mood: 'melancholy', opening: { zh: '黄昏古道，一匹瘦马慢慢走着。', en: 'Dusk on an old road; a thin horse walks slowly.' }, about: { zh: '游子骑着瘦马，走进最后的夕阳。', en: 'A traveller on a thin horse walks into the last of the sun.' },
    text: '枯藤老树昏鸦，\n小桥流水人家，\n古道西风瘦马。\n夕阳西下，\n断肠人在天涯。' },
  { title: '登鹳雀楼', author: '王之涣', mood: 'wonder', opening: { zh: '落日下的高楼，黄河在远处入海。', en: 'A tower at sunset; far off the Yellow River goes to the sea.' }, about: { zh: '为了看得更远，再上一层楼。', en: 'To see further, one more storey.' },
    text: '白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。' },
  { title: '临江仙', author: '杨慎', mood: 'epic', opening: { zh: '长江浊浪翻滚，夕阳照着青山。', en: 'The Yangtze rolls; a red sun on green mountains.' }, about: { zh: '江水淘尽英雄，渔樵对酒笑谈。', en: 'The river has washed the heroes away; two old men drink and laugh about it.' },
    text: '滚滚长江东逝水，浪花淘尽英雄。\n是非成败转头空。\n青山依旧在，几度夕阳红。\n白发渔樵江渚上，惯看秋月春风。\n一壶浊酒喜相逢。\n古今多少事，都付笑谈中。' },
]

export const englishPoems: readonly Poem[] = [
  ['Ozymandias', 'Percy Bysshe Shelley', 'epic', 'A desert, flat to the horizon; two vast legs of stone.', 'A broken statue in the sand still gives its orders.', 'I met a traveller from an antique land,\nWho said: Two vast and trunkless legs of stone\nStand in the desert. Near them, on the sand,\nHalf sunk, a shattered visage lies.\n\n“My name is Ozymandias, King of Kings;\nLook on my Works, ye Mighty, and despair!”\nNothing beside remains. Round the decay\nOf that colossal Wreck, boundless and bare\nThe lone and level sands stretch far away.'],
  ['I Wandered Lonely as a Cloud', 'William Wordsworth', 'joyful', 'A lake in the morning, trees, and a long gold line of flowers.', 'A lonely walker comes over a hill upon ten thousand daffodils.', 'I wandered lonely as a cloud\nThat floats on high o’er vales and hills,\nWhen all at once I saw a crowd,\nA host, of golden daffodils;\nBeside the lake, beneath the trees,\nFluttering and dancing in the breeze.'],
  ['The Tyger', 'William Blake', 'mysterious', 'A forest at night; two lights that are eyes.', 'Someone walks into the forest of the night and asks who made what looks back.', 'Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\nCould frame thy fearful symmetry?\n\nIn what distant deeps or skies\nBurnt the fire of thine eyes?'],
  ['Because I could not stop for Death', 'Emily Dickinson', 'serene', 'A country road at dusk; a carriage waits with its door open.', 'Death stops his carriage kindly for a woman who was too busy.', 'Because I could not stop for Death –\nHe kindly stopped for me –\nThe Carriage held but just Ourselves –\nAnd Immortality.\n\nWe passed the School, where Children strove\nAt Recess – in the Ring –\nWe passed the Fields of Gazing Grain –\nWe passed the Setting Sun –'],
  ['The Raven', 'Edgar Allan Poe', 'mysterious', 'A dark study at midnight, a dying fire, rain at the shutters.', 'A scholar at midnight opens the door to a sound and finds the dark.', 'Once upon a midnight dreary, while I pondered, weak and weary,\nOver many a quaint and curious volume of forgotten lore—\nWhile I nodded, nearly napping, suddenly there came a tapping,\nAs of some one gently rapping, rapping at my chamber door.'],
  ['Sonnet 18', 'William Shakespeare', 'romantic', 'A garden in early summer, wind in the leaves.', 'A lover looks for anything as lasting as a face, and finds it in a line of verse.', 'Shall I compare thee to a summer’s day?\nThou art more lovely and more temperate:\nRough winds do shake the darling buds of May,\nAnd summer’s lease hath all too short a date.'],
  ['Dover Beach', 'Matthew Arnold', 'melancholy', 'A calm sea at night, the moon on the straits, white cliffs.', 'Two lovers at a window above the sea hear the world withdraw.', 'The sea is calm tonight.\nThe tide is full, the moon lies fair\nUpon the straits; on the French coast the light\nGleams and is gone; the cliffs of England stand,\nGlimmering and vast, out in the tranquil bay.'],
  ['Crossing the Bar', 'Alfred, Lord Tennyson', 'serene', 'Sunset over a harbour bar; a boat puts out.', 'An old sailor leaves harbour for the last time and asks for no tears.', 'Sunset and evening star,\nAnd one clear call for me!\nAnd may there be no moaning of the bar,\nWhen I put out to sea.'],
  ['When I Heard the Learn’d Astronomer', 'Walt Whitman', 'wonder', 'A lecture hall, charts and figures, tired faces.', 'A listener walks out of a lecture on the stars to look at the stars.', 'How soon unaccountable I became tired and sick,\nTill rising and gliding out I wander’d off by myself,\nIn the mystical moist night-air, and from time to time,\nLook’d up in perfect silence at the stars.'],
  ['The Rime of the Ancient Mariner', 'Samuel Taylor Coleridge', 'epic', 'A ship without wind under a copper sky.', 'A ship stands becalmed on a silent sea, with water everywhere.', 'Day after day, day after day,\nWe stuck, nor breath nor motion;\nAs idle as a painted ship\nUpon a painted ocean.\n\nWater, water, every where,\nAnd all the boards did shrink;\nWater, water, every where,\nNor any drop to drink.'],
  ['Kubla Khan', 'Samuel Taylor Coleridge', 'wonder', 'A river falls through a chasm of cedars to a dark sea.', 'An emperor builds a house of pleasure where a sacred river goes underground.', 'In Xanadu did Kubla Khan\nA stately pleasure-dome decree:\nWhere Alph, the sacred river, ran\nThrough caverns measureless to man\nDown to a sunless sea.'],
].map(([title = '', author = '', mood = 'wonder', opening = '', about = '', text = '']) => ({ title, author, mood: mood as Mood, opening: { en: opening, zh: opening }, about: { en: about, zh: about }, text }))

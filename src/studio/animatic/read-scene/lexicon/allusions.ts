/**
 * Verses that everybody pictures the same way, told in plain words and then read by the same rules.
 * An empty telling is a metaphor: the words are not in the picture.
 */
export const allusions: readonly (readonly [verse: string, plainly: string])[] = [
  ['七月既望', '夜，满月'], ['壬戌之秋', '秋'], ['游于赤壁之下', '泛舟，江上，赤壁'], ['赤壁之下', '江上，赤壁'],
  ['赤壁', '大江，悬崖之下'],
  ['水波不兴', '江面，水波'], ['清风徐来', '微风'],
  ['月明星稀', '明月，星稀，夜空'], ['乌鹊南飞', '夜空，一群乌鹊南飞'], ['绕树三匝', '树'],
  ['客曰', ''], ['苏子曰', ''], ['此非曹孟德之诗乎', '江上，旌旗，曹操'], ['曹孟德之诗', '曹操'], ['孟德之困于周郎', '曹操'],
  ['舳舻千里', '江面上无数战船'], ['旌旗蔽空', '无数旌旗'],
  ['酾酒临江', '江上，大船，曹操站在船头，举杯，旌旗'], ['横槊赋诗', '曹操，横槊'],
  ['固一世之雄也', ''], ['而今安在哉', ''], ['一世之雄', ''],
  ['寄蜉蝣于天地', '夜空，繁星，明月，小小的蜉蝣，江面上小小的船，魔幻，无人'],
  ['渺沧海之一粟', '大海，繁星，明月，小小的船，无人'], ['沧海一粟', '大海，小小的船'],
  ['泪如雨下', '流泪'], ['心如刀割', '伤心'], ['哀吾生之须臾', '忧伤'], ['羡长江之无穷', '长江'], ['白露横江', '江上，薄雾'], ['水光接天', '江面，天空'],
  ['月出于东山之上', '东山，明月升起'], ['徘徊于斗牛之间', '繁星'], ['少焉', ''],
  ['纵一苇之所如', '江上，一苇'], ['凌万顷之茫然', '江面'], ['羽化而登仙', '魔幻，仙境，白鹤'], ['遗世独立', ''],
  ['把酒言欢', '举杯，欢喜'], ['畅聊天地', '交谈'], ['聊天地', '交谈'], ['诵明月之诗', '吟诗，明月'], ['歌窈窕之章', '唱歌'],
  ['举酒属客', '举杯'], ['侣鱼虾而友麋鹿', ''], ['渔樵于江渚之上', '江上'], ['仿佛天地间的两粒尘埃', ''], ['如影随形', ''], ['谈笑风生', '谈笑'],
  ['飘飘乎如冯虚御风', '仰望，清风'], ['如泣如诉', ''], ['月光如水', '月光'], ['白露如霜', '白露'], ['水天一色', '江面，天空'],
  ['大江东去', '大江'], ['浪淘尽', '浪'], ['乱石穿空', '悬崖，乱石'], ['惊涛拍岸', '巨浪，岸边'], ['卷起千堆雪', '浪花'],
  ['羽扇纶巾', '羽扇'], ['樯橹灰飞烟灭', '江上，战船队，大火，浓烟'], ['人生如梦', ''], ['一尊还酹江月', '江上，明月，酒杯'],
  ['床前明月光', '房间，床，明月'], ['疑是地上霜', ''], ['举头望明月', '一人仰望，明月，窗'], ['低头思故乡', '一人，忧伤'],
  ['白日依山尽', '夕阳，群山'], ['黄河入海流', '黄河，大海'], ['欲穷千里目', '一人远眺'], ['更上一层楼', '高楼'],
  ['千山鸟飞绝', '雪，群山，无人'], ['万径人踪灭', '雪，小路，无人'], ['孤舟蓑笠翁', '江上，一艘孤舟，蓑笠翁'], ['独钓寒江雪', '江上，雪，渔翁垂钓'],
  ['大漠孤烟直', '大漠，孤烟'], ['长河落日圆', '大河，落日'], ['飞流直下三千尺', '瀑布，高山'], ['疑是银河落九天', '瀑布'], ['遥看瀑布挂前川', '瀑布'], ['日照香炉生紫烟', '高山，太阳，烟雾'],
  ['孤帆远影碧空尽', '江上，孤帆远去'], ['惟见长江天际流', '长江，天空'], ['朝辞白帝彩云间', '清晨，江上，彩云，城墙'], ['千里江陵一日还', '江上，小舟'], ['两岸猿声啼不住', '三峡，猿'], ['轻舟已过万重山', '江上，轻舟，群山'],
  ['君不见黄河之水天上来', '黄河，巨浪'], ['黄河之水天上来', '黄河，巨浪'], ['高堂明镜悲白发', '老人，镜子，忧伤'], ['朝如青丝暮成雪', ''], ['人生得意须尽欢', '举杯，欢喜'], ['莫使金樽空对月', '金樽，明月'],
  ['落霞与孤鹜齐飞', '晚霞，孤鹜'], ['秋水共长天一色', '江面，天空，秋'],
  ['春江潮水连海平', '春，江面，大海'], ['海上明月共潮生', '海上，明月，潮水'], ['滟滟随波千万里', '江面，水波'],
  ['枯藤老树昏鸦', '黄昏，枯树，昏鸦'], ['小桥流水人家', '小桥，小溪，村庄'], ['古道西风瘦马', '古道，西风，瘦马，一人骑马'], ['断肠人在天涯', '断肠人'],
  ['国破山河在', '废墟，群山'], ['城春草木深', '春，城墙，野草'], ['烽火连三月', '战场，狼烟'], ['无边落木萧萧下', '落叶，树林'], ['不尽长江滚滚来', '长江，波浪'],
  ['姑苏城外寒山寺', '寒山寺'], ['夜半钟声到客船', '夜半，古钟，客船'], ['月落乌啼霜满天', '夜，残月，乌啼'], ['江枫渔火对愁眠', '江上，枫树，渔火'],
  ['采菊东篱下', '菊花，篱笆，诗人'], ['悠然见南山', '远山'], ['明月几时有', '明月'], ['把酒问青天', '一人举杯，夜空'], ['千里共婵娟', '明月'], ['但愿人长久', ''], ['起舞弄清影', '一人起舞，明月'],
  ['天地', '天空'],
]

/** Metaphors and comparisons: what follows the word is not there. */
export const comparisons: readonly RegExp[] = [
  /(?:如同?|好似|好像|宛如|宛若|犹如|恍若|似)[^，。；！？、\n]{1,8}?(?:一般|一样|似的|般)(?:地|的)?/gu,
  /像[^，。；！？、\n]{1,8}?(?:一般|一样|似的|般)(?:地|的)?/gu,
  /(?:仿佛|宛如|宛若|犹如|恍若|好似)[^，。；！？\n]{1,16}/gu,
  /\b(?:just |looks |looked |seems )?like (?:a|an|the|some) (?:[a-z'-]+ ){0,2}[a-z'-]+(?: of (?:[a-z'-]+ )?[a-z'-]+)?/giu,
  /\bas if [^,.;!?\n]{1,60}/giu,
  /\bas [a-z]+ as (?:a |an |the )?[a-z'-]+/giu,
  /\b(?:heart of (?:stone|gold)|sea of (?:people|faces|troubles)|rain(?:s|ed|ing)? cats and dogs|time flies|in the same boat|tip of the iceberg|elephant in the room|piece of cake|butterflies in (?:his|her|my|the) stomach|under the weather|storm of applause|flood of (?:tears|memories)|break(?:s|ing)? the ice|ray of hope|walk(?:s|ing)? on eggshells|a fish out of water|apple of (?:his|her|my) eye)\b/giu,
  /人山人海|车水马龙|龙飞凤舞|虎头蛇尾|马到成功|画龙点睛|狐假虎威|守株待兔|对牛弹琴|心花怒放|鸡飞狗跳|虎视眈眈|水泄不通|风雨同舟|雨后春笋|一马当先|如鱼得水|龙马精神|七上八下|春风得意|胸有成竹|时光如水|岁月如歌|岁月如梭|心如止水|人生如戏/gu,
]

/** How it is to look, and what the camera does: said to a painter, not to be painted. */
export const manners: readonly RegExp[] = [
  /\b(?:in the style of|style of|rendered (?:as|in)|shot on|art by|inspired by|reminiscent of)\b[^,.;\n]*/giu,
  /\b(?:traditional |classical |ancient )?(?:chinese )?(?:ink[- ]wash|ink|brush|watercolou?r|oil|gouache|digital|landscape|pencil|scroll) (?:painting|paintings|drawing|sketch|illustration|style|wash)\b/giu,
  /\b(?:traditional |classical )?chinese painting(?: style)?\b|\bfilm noir\b|\bflat graphic illustration\b|\bstoryboard (?:panel|sketch|frame)\b|\bhard black and white light\b/giu,
  /\b(?:extreme |medium )?(?:close|long|wide|mid|medium|full|establishing|tracking|panoramic|aerial|static|low|high|over-the-shoulder|point[- ]of[- ]view|bird'?s[- ]eye)(?:[- ](?:up|wide|full|close|angle|view))*[- ](?:shot|view|still|angle|frame|panorama)\b/giu,
  /\b(?:camera|the lens|shot|scene|frame|image|picture|view)\b(?= (?:slowly |gently |gradually |quickly )?(?:pans?|tilts?|push(?:es)?|pulls?|tracks?|follows?|moves?|zooms?|cranes?|rises?|orbits?|captures?|shows?|highlights?|of|is|emphasi[sz]es)\b)(?: (?:slowly |gently |gradually |quickly )?(?:pans?|tilts?|push(?:es)?|pulls?|tracks?|follows?|moves?|zooms?|cranes?|rises?|orbits?)(?: (?:in|out|up|down|left|right|back|away|forward|slowly|gently|with|across|along|over))*)?/giu,
  /\b(?:slow |fast )?(?:track|pan|tilt|crane|roll|orbit|dolly|truck|zoom|push|pull) (?:left|right|up|down|in|out)\b|\bstatic camera\b/giu,
  /\b(?:following|tracking|static|slow|camera) (?:motion|movement|shot|push[- ]in|pull[- ]out|pan|zoom|tilt|move)\b|\b(?:push in|pull out|pull back|zoom in|zoom out|dolly|handheld|shallow depth of field|depth of field|bokeh|cinematic|photorealistic|film grain|35mm|4k|8k|hdr|vignette)\b/giu,
  /整个视频[^，。\n]*|[^，。\n]{0,8}风格的?(?:视频|画面|感觉)?|古风(?:视频)?(?:的)?感觉?|镜头(?:位置)?(?:向前|往前|往后|缓缓|慢慢|缓慢|逐渐|切换|拉远|推近|推进|移动|不动|转向|跟随|固定|对准|从|到)+(?:移动|推进|拉远|到)?|随着镜头[^，。\n]*|(?:一个)?(?:大?远景|全景|中景|近景|大?特写)(?:镜头)?呈现出?|画面(?:中|里|上)?|背景音乐[^，。；\n]*|视野中|眼前/gu,
]

import type { Scene } from '../../scene.ts'

export const hours: Record<Scene['hour'], string> = {
  dawn: 'dawn, sunrise, daybreak, first light, early morning, 黎明, 清晨, 拂晓, 日出, 破晓, 早晨, 晨, 凌晨, 晨光, 曙光, 天亮, 东方既白, 清早, 晨曦, 朝阳, 朝霞',
  day: 'day, daytime, noon, midday, afternoon, morning, daylight, sunlight, sunny, sunlit, sunshine, 白天, 中午, 正午, 下午, 上午, 午后, 白日, 阳光, 日光, 晌午',
  dusk: 'dusk, sunset, evening, twilight, golden hour, nightfall, sundown, 黄昏, 傍晚, 日落, 夕阳, 暮色, 薄暮, 落日, 斜阳, 日暮, 晚霞, 落霞, 暮, 残阳, 日入',
  night: 'night, nighttime, midnight, moonlight, moonlit, nocturnal, starlight, starlit, starry, neon, night sky, late at night, tonight, 夜, 夜晚, 晚上, 深夜, 午夜, 半夜, 月夜, 黑夜, 夜里, 夜色, 夜空, 星空, 霓虹, 霓虹灯, 今晚, 夜幕, 夜半, 夜游, 月光, 月下, 雨夜, 雪夜, 星夜',
}

export const weathers: Record<Scene['weather'], string> = {
  clear: 'rain stopped, rain had stopped, rain has stopped, snow stopped, storm passed, 雨停, 雨停了, 雪停, 雪停了, 雨住, 放晴, 雨过天晴, sunny, clear sky, cloudless, sunshine, 晴, 晴天, 晴朗, 晴空, 万里无云, 阳光明媚',
  cloud: 'cloudy, overcast, clouds, grey sky, gray sky, cloud, 多云, 阴天, 云海, 乌云, 白云, 云彩, 阴云',
  rain: 'rain, rainy, raining, drizzle, downpour, rainfall, in the rain, raindrop, rain-soaked, 雨, 下雨, 雨中, 雨里, 大雨, 小雨, 细雨, 雨水, 春雨, 雨夜, 雨巷, 烟雨, 秋雨, 夜雨, 雨点, 雨天, 暴雨',
  storm: 'storm, stormy, thunderstorm, tempest, hurricane, typhoon, lightning, thunder, 暴风雨, 雷雨, 雷电, 闪电, 台风, 风暴, 打雷, 狂风暴雨, 惊雷, 海啸, 惊涛骇浪, 惊涛',
  snow: 'snow, snowy, snowing, snowfall, blizzard, snowflake, snow-covered, 雪, 下雪, 大雪, 雪花, 飞雪, 风雪, 雪中, 雪夜, 暴风雪, 白雪, 小雪, 雪天, 落雪, 江雪, 飘雪',
  fog: 'fog, foggy, mist, misty, haze, hazy, 雾, 浓雾, 薄雾, 白露, 雾气, 雾中, 烟波, 烟雾缭绕, 大雾, 晨雾',
  wind: 'wind, windy, gale, breeze, windswept, gust, 风, 大风, 狂风, 秋风, 春风, 寒风, 西风, 东风, 北风, 微风, 清风, 晚风, 长风, 江风, 风中',
}

export const seasons: Record<NonNullable<Scene['season']>, string> = {
  spring: 'spring, springtime, cherry blossom, blossoms, 春, 春天, 春日, 春季, 春色, 春风, 春雨, 阳春, 早春, 暮春, 春江',
  summer: 'summer, summertime, midsummer, 夏, 夏天, 夏日, 夏季, 盛夏, 夏夜, 初夏, 炎热',
  autumn: 'autumn, fall season, autumnal, 秋, 秋天, 秋日, 秋季, 深秋, 中秋, 秋风, 秋夜, 秋雨, 枫叶, 红叶, 秋水, 秋色, 金秋',
  winter: 'winter, wintry, wintertime, christmas, 冬, 冬天, 冬日, 冬季, 寒冬, 冬夜, 隆冬, 圣诞',
}

export const suns = 'sun, sunrise, sunset, sunlight, sunny, sunlit, sunshine, golden hour, sundown, 太阳, 日出, 日落, 夕阳, 落日, 斜阳, 朝阳, 红日, 烈日, 阳光, 残阳, 骄阳, 白日, 晨曦'
export const moons = 'moon, moonlight, moonlit, full moon, crescent moon, crescent, moonrise, 月, 月亮, 明月, 月光, 月色, 月下, 圆月, 满月, 月夜, 残月, 新月, 弯月, 月影, 皓月, 秋月, 江月, 孤月, 冷月, 月出, 月儿'
export const fewStars = 'sparse stars, few stars, stars few, stars are few, a few stars, 星稀, 疏星, 几颗星, 寥寥星辰, 残星'
export const manyStars = 'star, stars, starry, starlit, starlight, milky way, starfield, constellation, 星, 星空, 星星, 繁星, 群星, 星辰, 满天星, 星光, 银河, 星河, 星夜, 星斗, 漫天星辰, 斗牛'
export const magics = 'magic, magical, fantasy, dreamlike, surreal, otherworldly, ethereal realm, enchanted, mystical, mythical, supernatural, dreamscape, fairy tale, wizardry, spell, impossible, 魔幻, 奇幻, 梦幻, 仙境, 神奇, 超现实, 魔法, 神话, 幻境, 幻想, 飘渺, 缥缈, 羽化, 登仙, 玄幻, 梦境, 仙'

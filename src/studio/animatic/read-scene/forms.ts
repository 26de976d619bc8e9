/** The dictionary forms an English word may be bent from, likeliest first: `geese` → goose, `riding` → ride. */
export function forms(word: string): string[] {
  const known = cache.get(word)
  if (known) return known
  const found = [...new Set([word, ...(irregular[word] ?? []), ...bent(word)])]
  if (cache.size > 20_000) cache.clear()
  cache.set(word, found)
  return found
}

/** More than one, by its ending: `lanterns`, `wolves`, `men`. */
export const isPlural = (word: string, base: string) =>
  word !== base && (plurals.has(word) || (/s$/.test(word) && !/(?:ss|us|is)$/.test(word)))

const cache = new Map<string, string[]>()

const irregular: Record<string, string[]> = {
  men: ['man'], women: ['woman'], mice: ['mouse'], geese: ['goose'], feet: ['foot'], teeth: ['tooth'], oxen: ['ox'], wolves: ['wolf'], leaves: ['leaf', 'leave'], knives: ['knife'], lives: ['life', 'live'], shelves: ['shelf'], thieves: ['thief'],
  sat: ['sit'], stood: ['stand'], ran: ['run'], rode: ['ride'], lay: ['lie'], lying: ['lie'], fell: ['fall'], flew: ['fly'], flown: ['fly'], swam: ['swim'], wrote: ['write'], drank: ['drink'], spoke: ['speak'], said: ['say'], told: ['tell'], held: ['hold'], threw: ['throw'], saw: ['see'], came: ['come'], went: ['go'], gone: ['go'], took: ['take'], gave: ['give'], found: ['find'], left: ['leave'], kept: ['keep'], brought: ['bring'], caught: ['catch'], fought: ['fight'], wept: ['weep'], slept: ['sleep'], knelt: ['kneel'], sang: ['sing'], rang: ['ring'], drew: ['draw'], drove: ['drive'], rose: ['rise', 'rose'], risen: ['rise'], broke: ['break'], shone: ['shine'], blew: ['blow'], grew: ['grow'], lost: ['lose'], led: ['lead'], built: ['build'], wore: ['wear'], worn: ['wear'],
  swung: ['swing'], swang: ['swing'], began: ['begin'], begun: ['begin'], sank: ['sink'], sunk: ['sink'], shook: ['shake'], shaken: ['shake'], woke: ['wake'], woken: ['wake'], struck: ['strike'], hung: ['hang'], spun: ['spin'], flung: ['fling'], clung: ['cling'], swept: ['sweep'], crept: ['creep'], leapt: ['leap'], bent: ['bend'], sent: ['send'], spent: ['spend'], lent: ['lend'], burnt: ['burn'], learnt: ['learn'], dreamt: ['dream'], meant: ['mean'], felt: ['feel'], dealt: ['deal'], heard: ['hear'], made: ['make'], laid: ['lay'], paid: ['pay'], stole: ['steal'], stolen: ['steal'], chose: ['choose'], chosen: ['choose'], froze: ['freeze'], frozen: ['freeze'], forgot: ['forget'], forgotten: ['forget'], hidden: ['hide'], hid: ['hide'], bit: ['bite'], bitten: ['bite'], tore: ['tear'], torn: ['tear'], bore: ['bear'], swore: ['swear'], sworn: ['swear'], beaten: ['beat'], eaten: ['eat'], ate: ['eat'], fallen: ['fall'], given: ['give'], taken: ['take'], seen: ['see'], done: ['do'], did: ['do'], was: ['be'], were: ['be'], been: ['be'], had: ['have'], has: ['have'], became: ['become'], thought: ['think'], bought: ['buy'], sought: ['seek'], taught: ['teach'], fed: ['feed'], bled: ['bleed'], met: ['meet'], slid: ['slide'], shot: ['shoot'], sold: ['sell'], won: ['win'], wound: ['wind'], ground: ['grind'], bound: ['bind'], understood: ['understand'], withdrew: ['withdraw'], thrown: ['throw'], grown: ['grow'], known: ['know'], knew: ['know'], blown: ['blow'], drawn: ['draw'], driven: ['drive'], ridden: ['ride'], written: ['write'], sung: ['sing'], rung: ['ring'], drunk: ['drink'], swum: ['swim'], stuck: ['stick'], dug: ['dig'], stung: ['sting'], strode: ['stride'], trod: ['tread'], wove: ['weave'], spat: ['spit'], bade: ['bid'], fled: ['flee'], sped: ['speed'], lit: ['light'], leant: ['lean'], spilt: ['spill'], spoilt: ['spoil'], smelt: ['smell'], dwelt: ['dwell'],
}
const plurals = new Set(['men', 'women', 'mice', 'geese', 'feet', 'teeth', 'oxen', 'wolves', 'leaves', 'knives', 'shelves', 'thieves'])

function bent(word: string): string[] {
  const found: string[] = []
  const cut = (length: number, add = '') => { if (word.length - length >= 2) found.push(word.slice(0, word.length - length) + add) }
  const undouble = (length: number) => {
    const stem = word.slice(0, word.length - length)
    if (/([bdglmnprt])\1$/.test(stem)) found.push(stem.slice(0, -1))
  }
  if (word.endsWith("'s")) return forms(word.slice(0, -2))
  if (/ies$/.test(word)) cut(3, 'y')
  if (/ves$/.test(word)) cut(3, 'f')
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) cut(2)
  if (/[^s]s$/.test(word)) cut(1)
  if (/ing$/.test(word) && word.length > 4) { cut(3, 'e'); cut(3); undouble(3) }
  if (/ied$/.test(word)) cut(3, 'y')
  if (/ed$/.test(word) && word.length > 3) { cut(1); cut(2); undouble(2) }
  return found
}

import { brokenRule } from '../../safety/broken-rule.ts'
import { mentionedPeople, namedPeople } from '../../safety/real-people.ts'
import { sayRefused } from '../../safety/refused.ts'
import { bareLine } from '../cards/safe-text.ts'
import type { Office } from '../office.ts'
import { inLanguage, languageOf } from './language.ts'
import { Refusal } from './refusal.ts'

/** Where words were said: people of one server are asked there. */
type Said = { locale: string; guildId: string | null }

/**
 * What somebody wants to see, before anything is made of it. Refuses what breaks a rule of ours, and real people: known ones by
 * name, others by their mention, unless the server allows it and the person agreed, who is then called as they wished.
 */
export async function welcomeWords(text: string, said: Said, { office }: { office: Pick<Office, 'settings' | 'consent'> }): Promise<string> {
  const kind = brokenRule(text)
  if (kind) throw new Refusal(sayRefused({ kind, where: 'words' }, languageOf(said.locale)))
  const [name] = namedPeople(text)
  if (name) throw new Refusal(sayRefused({ kind: 'person', where: 'words', name }, languageOf(said.locale)))
  const people = mentionedPeople(text)
  if (people.length === 0) return text
  const say = inLanguage(words, said)
  const { realPeople } = await office.settings(said.guildId)
  if (realPeople === 'refuse') throw new Refusal(say.refused(people))
  const names = await Promise.all(people.map(async (person) => [person, await office.consent(said.guildId, person, 'likeness')] as const))
  const asked = names.filter(([, called]) => called === null).map(([person]) => person)
  if (asked.length > 0) throw new Refusal(say.ask(asked))
  return names.reduce((kept, [person, called]) => kept.replace(new RegExp(`<@!?${person}>`, 'g'), () => bareLine(called ?? '', 60).replace(/["\\]/g, '')), text)
}

const list = (people: readonly string[], and: string) => people.map((person) => `<@${person}>`).join(and)

const words = {
  en: {
    refused: (people: readonly string[]) => `${list(people, ', ')}: films here show no real people. Give the part to a character of your own. (Whoever manages the server can allow it with /settings; then the person must agree too.)`,
    ask: (people: readonly string[]) => `${list(people, ', ')} must agree before being shown in a film: with /consent give, themselves. Until then, give the part to a character of your own.`,
  },
  zh: {
    refused: (people: readonly string[]) => `${list(people, '、')}：这里的片子不出现真实的人，请换成你自己的角色。（管理服务器的人可以用 /settings 放开，还要本人同意。）`,
    ask: (people: readonly string[]) => `${list(people, '、')} 要先本人用 /consent give 同意，才能出现在片子里。在那之前，请换成你自己的角色。`,
  },
}

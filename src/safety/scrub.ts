/**
 * Takes out whatever opens a door: a bot's token, an interaction's token in a webhook's address, keys of providers, a
 * password in an address or a header. For everything that is logged, told or written down.
 */
export const scrub = (text: string): string => secrets.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), text)

const secrets: readonly (readonly [RegExp, string])[] = [
  // Discord's tokens
  [/[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g, '[token]'],
  [/(\/(?:webhooks|interactions)\/\d+\/)[^\s/?"']+/g, '$1[token]'],
  [/(\w+:\/\/[^\s:/@]*):[^\s@/]+@/g, '$1:[password]@'],
  // what providers say of a wrong key is half of it: «sk-ab*****yz»
  [/\b(?:sk|r8|whsec|hf|github_pat|ghp)[-_][\w*+/=.-]{6,}[\w*+/=-]/g, '[key]'],
  [/\bcomfyui-[0-9a-f]{20,}/g, '[key]'],
  // not «Basic lighting»
  [/\b([Bb]earer|[Bb]asic|[Tt]oken)\s+(?=[\w+/.~-]*[\dA-Z=])[\w+/.~-]{8,}=*/g, '$1 [key]'],
  [/\b((?:api[-_]?key|access[-_]?token|authorization|x-api-key|password|secret)["']?\s*[=:]\s*["']?)(?!\[|Bearer|Basic|Token)[^\s"',;&}]{6,}/gi, '$1[key]'],
]

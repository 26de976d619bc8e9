import type { CastMember } from '../film/script.ts'
import { ProviderError } from './provider-error.ts'
import type { Capabilities, Provider } from './provider.ts'

/** Everything that can be asked for. A caller never asks which provider it has. */
export type Studio = Capabilities & {
  /** The voice for a member of the cast; for nobody, the narrator's. */
  castVoice(member: Pick<CastMember, 'gender' | 'age' | 'seed'> | null): string
  /** Names of the voices there are; empty where any name may be tried. */
  voices: readonly string[]
  /** Whose work the pictures use, to be named in the credits. */
  attribution: string | null
  /** Who does each, to be said to people. */
  crew: Record<keyof Capabilities, string>
  close(): Promise<void>
}

/** The first provider in the list that offers a capability gives it. */
export function openStudio(providers: readonly Provider[]): Studio {
  const offering = <Name extends keyof Capabilities>(name: Name) => {
    const provider = providers.find((each) => each[name] !== undefined)
    const capability = provider?.[name]
    if (!provider || !capability) throw new ProviderError(`Nobody in this studio can ${name}. Add a provider that does.`, { provider: 'studio', retryable: false })
    // the indexed type forgets that it is the capability of this very name
    return { by: provider.name, capability: capability as Capabilities[Name] }
  }
  const [write, draw, animate, speak, compose] = [offering('write'), offering('draw'), offering('animate'), offering('speak'), offering('compose')]
  return {
    write: write.capability,
    draw: draw.capability,
    animate: animate.capability,
    speak: speak.capability,
    compose: compose.capability,
    castVoice: (member) => providers.find((each) => each.name === speak.by)?.castVoice?.(member) ?? 'narrator',
    voices: providers.find((each) => each.name === speak.by)?.voices ?? [],
    attribution: providers.find((each) => each.name === draw.by)?.attribution ?? null,
    crew: { write: write.by, draw: draw.by, animate: animate.by, speak: speak.by, compose: compose.by },
    close: async () => { await Promise.all(providers.map((provider) => provider.close())) },
  }
}

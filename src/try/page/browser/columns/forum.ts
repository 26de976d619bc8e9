import type { APIChannel } from 'discord.js'
import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { withEmoji } from '../emoji.ts'
import { icon } from '../icons.ts'
import { avatar } from '../message/avatar.ts'
import { channelName, guildOf, nameOf } from '../state.ts'

/** A forum is its posts. */
export function forum({ state, words }: App, channel: APIChannel): HTMLElement {
  const posts = (guildOf(state, channel.id)?.threads ?? []).filter((thread) => 'parent_id' in thread && thread.parent_id === channel.id).toReversed()
  const tags = 'available_tags' in channel ? channel.available_tags ?? [] : []
  return h('div', { class: 'forum' },
    posts.length === 0 && h('p', { class: 'muted empty' }, words().noPosts),
    posts.map((post) => {
      const owner = 'owner_id' in post ? post.owner_id ?? '' : ''
      const applied = 'applied_tags' in post ? post.applied_tags ?? [] : []
      return h('button', { type: 'button', class: 'post', 'data-act': 'go', 'data-channel': post.id, key: `post-${post.id}` },
        h('span', { class: 'tags' }, tags.filter(({ id }) => applied.includes(id)).map(({ name }) => h('span', { class: 'pill' }, withEmoji(name)))),
        h('b', {}, withEmoji(channelName(post))),
        h('span', { class: 'muted' }, owner && avatar(state, owner, 16), ` ${nameOf(state, owner).name}  `, icon('forum', 14), ` ${'message_count' in post ? post.message_count ?? 0 : 0}`))
    }))
}

import { openApp, type App } from './app.ts'
import { leftColumns } from './columns/channels.ts'
import { forum } from './columns/forum.ts'
import { memberColumn } from './columns/people.ts'
import { topBar } from './columns/top-bar.ts'
import { composer } from './composer/composer.ts'
import { h, morph } from './dom.ts'
import { replaceMissingEmoji } from './emoji.ts'
import { messageList } from './message/list.ts'
import { modalHost } from './modal/modal.ts'
import { closePopups } from './popups/layer.ts'
import { listen } from './presses.ts'
import { channelOf } from './state.ts'

replaceMissingEmoji()
const page = document.querySelector<HTMLElement>('#page') ?? document.body
let running: App | undefined

/** Somebody sits down. The other one's window is gone: nothing of it may be seen. */
async function sitDown(me: string, channel?: string) {
  running?.close()
  closePopups()
  const list = messageList()
  const input = composer()
  const modals = modalHost()
  const [left, top, members, posts] = [h('nav'), h('header'), h('aside'), h('div', { class: 'forum' })]
  const main = h('main', {}, top, h('div', { class: 'middle' }, h('section', { class: 'talk' }, list.element, posts, input.element), members))
  const parts: { left: Node; top: Node; members: Node; posts: Node } = { left, top, members, posts }

  const app = await openApp(me, (app) => {
    const { state } = app
    const words = app.words()
    const open = channelOf(state, state.channel)
    document.documentElement.lang = app.locale()
    page.dataset['drawer'] = state.drawer ?? ''
    parts.left = morph(parts.left, leftColumns(app))
    parts.top = morph(parts.top, topBar(app))
    parts.members = morph(parts.members, memberColumn(state, words))
    const isForum = open?.type === 15
    list.element.hidden = isForum
    posts.hidden = !isForum
    parts.posts = morph(parts.posts, isForum ? forum(app, open) : h('div', { class: 'forum', hidden: true }))
    if (!isForum) list.draw(app)
    input.draw(app)
    modals.draw(app)
  })
  running = app
  page.replaceChildren(left, main, modals.element)
  const unlisten = listen(page, app, { become: (user) => void sitDown(user, app.state.channel), composer: input })
  const close = app.close
  app.close = () => {
    unlisten()
    close()
  }
  sessionStorage.setItem('me', me)
  const { world } = app.state
  const asked = channel ?? location.hash.split('/').at(-1) ?? ''
  await app.open(channelOf(app.state, asked) ? asked : world.home ?? world.guilds[0]?.channels.find(({ type }) => type === 0)?.id ?? world.direct.id)
  input.focus()
}

const people = await (await fetch('/api/people')).json() as string[]
const last = new URLSearchParams(location.search).get('as') ?? sessionStorage.getItem('me')
await sitDown(people.find((id) => id === last) ?? people[0] ?? '')

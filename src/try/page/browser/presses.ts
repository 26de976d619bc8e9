import type { App } from './app.ts'
import type { Message } from '../../discord/interface.ts'
import type { Composer } from './composer/composer.ts'
import { offersOf, presetValues } from './components/select.ts'
import { ComponentType, type APISelectMenuComponent } from './components/kinds.ts'
import { openLightbox, openText } from './popups/lightbox.ts'
import { closePopups, say } from './popups/layer.ts'
import { openEmojiPicker, openMessageMenu } from './popups/message-menu.ts'
import { openSelect } from './popups/select-popup.ts'
import { componentKey } from './state.ts'

type Around = { become: (user: string) => void; composer: Composer }
type Pressed = { app: App; around: Around; element: HTMLElement; message: Message | undefined }

/** One listener for everything that `data-act` names. Returns how to stop. */
export function listen(page: HTMLElement, app: App, around: Around): () => void {
  const pressed = (element: HTMLElement): Pressed => ({ app, around, element, message: messageAt(app, element) })
  const stop = new AbortController()
  const on = <Name extends keyof HTMLElementEventMap>(name: Name, listener: (event: HTMLElementEventMap[Name]) => void) => page.addEventListener(name, listener, { signal: stop.signal })
  on('click', (event) => {
    const element = actAt(event.target)
    if (!element || element.getAttribute('aria-disabled') === 'true') {
      if (event.target instanceof Element && app.state.drawer !== null && !event.target.closest('.left, .members')) app.change((state) => { state.drawer = null })
      return
    }
    const act = acts[element.dataset['act'] ?? '']
    if (!act) return
    if (element instanceof HTMLAnchorElement) event.preventDefault()
    act(pressed(element))
  })
  on('change', ({ target }) => {
    if (target instanceof HTMLSelectElement && target.dataset['act'] === 'locale') app.act({ kind: 'locale', locale: target.value }).then(() => app.state.commands.clear(), say)
  })
  on('contextmenu', (event) => {
    const found = event.target instanceof Element ? event.target.closest<HTMLElement>('.message') : null
    const message = found && messageAt(app, found)
    if (!message || (event.target instanceof Element && event.target.closest('a, img, video, textarea'))) return
    event.preventDefault()
    openMessageMenu(app, message, { x: event.clientX, y: event.clientY }, { reply: (to) => startReply(app, around, to) }).catch(say)
  })
  on('keydown', (event) => {
    const element = actAt(event.target)
    if (element?.dataset['act'] === 'reveal' && (event.key === 'Enter' || event.key === ' ')) element.classList.add('revealed')
    if (element instanceof HTMLTextAreaElement && element.dataset['act'] === 'editing') saveEdit(pressed(element), event)
  })
  return () => stop.abort()
}

const actAt = (target: EventTarget | null) => target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null
function messageAt({ state }: App, element: Element) {
  const id = element.closest<HTMLElement>('[data-message]')?.dataset['message']
  return (state.messages.get(state.channel) ?? []).find((message) => message.id === id)
}

const acts: Record<string, (pressed: Pressed) => void> = {
  press: ({ app, element, message }) => {
    const component = element.dataset['component']
    if (!message || component === undefined || isWaiting(app, message)) return
    app.change((state) => forgetFailures(state.failed, message))
    app.begin({ kind: 'press', message: message.id, button: component }, { message: message.id, component }).catch(say)
  },
  select: ({ app, element, message }) => {
    const select = message && selectsIn(message.components ?? []).find(({ custom_id: id }) => id === element.dataset['component'])
    if (!message || !select || isWaiting(app, message)) return
    const key = componentKey(message.id, select.custom_id)
    openSelect({
      anchor: element, offers: offersOf(select, app.state), chosen: app.state.chosen.get(key) ?? presetValues(select), least: select.min_values ?? 1, most: select.max_values ?? 1,
      searched: select.type !== ComponentType.StringSelect, label: select.placeholder ?? app.words().select, words: app.words(),
    }, (values) => {
      app.change((state) => {
        state.chosen.set(key, values)
        forgetFailures(state.failed, message)
      })
      app.begin({ kind: 'select', message: message.id, select: select.custom_id, values }, { message: message.id, component: select.custom_id }).catch(say)
    })
  },
  go: ({ app, element }) => {
    const { channel, message } = element.dataset
    closePopups()
    if (channel) app.open(channel).then(() => message && setTimeout(() => jumpTo(message), 50), say)
  },
  become: ({ around, element }) => around.become(element.dataset['user'] ?? ''),
  drawer: ({ app, element }) => app.change((state) => {
    const asked = element.dataset['drawer'] === 'members' ? 'members' : 'channels'
    state.drawer = state.drawer === asked ? null : asked
  }),
  enlarge: ({ app, element }) => openLightbox(element, app.words()),
  play: ({ element }) => {
    const video = element.parentElement?.querySelector('video')
    if (!video) return
    video.controls = true
    video.play().catch(say)
  },
  read: ({ app, element }) => void openText(element.dataset['source'] ?? '', app.words()).catch(say),
  reveal: ({ element }) => element.classList.add('revealed'),
  uncover: ({ element }) => element.parentElement?.classList.add('revealed'),
  dismiss: ({ app, message }) => { if (message) app.act({ kind: 'dismiss', message: message.id }).catch(say) },
  react: ({ app, element, message }) => {
    const { emoji, on } = element.dataset
    if (message && emoji) app.act({ kind: 'react', message: message.id, emoji, on: on !== 'false' }).catch(say)
  },
  'pick-reaction': ({ app, element, message }) => {
    if (message) openEmojiPicker(element, app.words().react, (emoji) => app.act({ kind: 'react', message: message.id, emoji, on: true }).catch(say))
  },
  reply: ({ app, around, message }) => { if (message) startReply(app, around, message) },
  menu: ({ app, around, element, message }) => {
    if (message) openMessageMenu(app, message, element, { reply: (to) => startReply(app, around, to) }).catch(say)
  },
  jump: ({ element }) => jumpTo(element.dataset['to'] ?? ''),
  'forget-notice': ({ app, element }) => app.change((state) => { state.notices = state.notices.filter(({ interaction }) => interaction !== element.dataset['interaction']) }),
}

const isWaiting = ({ state }: App, { id }: Message) => [...state.pending.values()].some((one) => 'message' in one && one.message === id)
const forgetFailures = (failed: Set<string>, { id }: Message) => {
  for (const key of [...failed]) if (key.startsWith(`${id} `)) failed.delete(key)
}

function startReply(app: App, { composer }: Around, message: Message) {
  app.change((state) => { state.replyTo = message })
  composer.focus()
}

function jumpTo(id: string) {
  const found = document.querySelector(`#message-${CSS.escape(id)}`)
  found?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  found?.classList.add('found')
  setTimeout(() => found?.classList.remove('found'), 1500)
}

function saveEdit({ app, element, message }: Pressed, event: KeyboardEvent) {
  if (!(element instanceof HTMLTextAreaElement) || !message || event.isComposing) return
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    app.act({ kind: 'edit', message: message.id, text: element.value }).catch(say)
  } else if (event.key !== 'Escape') return
  app.change((state) => { state.editing = null })
}

/** Every select of a message, however deep. */
function selectsIn(components: readonly unknown[]): APISelectMenuComponent[] {
  return components.flatMap((one) => {
    const component = one as { type: number; components?: unknown[] } // a component of any kind
    if ([3, 5, 6, 7, 8].includes(component.type)) return [one as APISelectMenuComponent] // by its type
    return component.components ? selectsIn(component.components) : []
  })
}

import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { icon } from '../icons.ts'
import { channelName, channelOf, nameOf, isThread } from '../state.ts'
import { say } from '../popups/layer.ts'
import { openEmojiPicker } from '../popups/message-menu.ts'
import type { Call } from './calls.ts'
import { commandForm } from './command-form.ts'
import { commandList } from './command-list.ts'
import { uploadTray } from './upload-tray.ts'

export type Composer = { element: HTMLElement; draw: (app: App) => void; focus: () => void }

/** Where one writes: words, files, or a command with its options. */
export function composer(): Composer {
  let app: App | undefined
  let form: ReturnType<typeof commandForm> | undefined
  const tray = uploadTray(() => app?.words())
  const text = h('textarea', { rows: 1, class: 'write', maxlength: 4000, autocomplete: 'off' })
  const panel = h('div', { class: 'panel', hidden: true })
  const answering = h('div', { class: 'answering', hidden: true })
  const typing = h('div', { class: 'typing', 'aria-live': 'polite' })
  const picker = h('input', { type: 'file', multiple: true, hidden: true })
  const plus = h('button', { type: 'button', class: 'icon-button plus' }, icon('plus', 22))
  const smile = h('button', { type: 'button', class: 'icon-button' }, icon('smile', 24))
  const apps = h('button', { type: 'button', class: 'icon-button' }, icon('apps', 22))
  const slot = h('div', { class: 'write-slot' }, text)
  const element = h('div', { class: 'composer' }, panel, h('div', { class: 'write-box' }, answering, tray.element, h('div', { class: 'write-row' }, plus, picker, slot, smile, apps)), typing)

  const list = commandList(panel, (call, rest) => startCommand(call, rest))
  const fit = () => {
    text.style.height = 'auto'
    text.style.height = `${Math.min(text.scrollHeight, innerHeight / 2)}px`
  }
  const leaveCommand = (words = '') => {
    form?.close()
    form = undefined
    slot.replaceChildren(text)
    text.value = words
    fit()
    text.focus()
  }
  const startCommand = (call: Call, rest = '') => {
    if (!app) return
    list.hide()
    text.value = ''
    form?.close()
    form = commandForm(app, call, panel, leaveCommand)
    slot.replaceChildren(form.element)
    form.begin(rest)
  }
  const send = async () => {
    if (!app) return
    const { state } = app
    const words = text.value.trim()
    const files = tray.files()
    if (words === '' && files.length === 0) return
    const { replyTo } = state
    text.value = ''
    tray.clear()
    fit()
    app.change(() => { state.replyTo = null })
    try {
      await app.act({ kind: 'say', channel: state.channel, text: words, ...replyTo && { replyTo: replyTo.id }, files: files.map((_, file) => ({ file })) }, files)
    } catch (error) {
      text.value = words
      for (const file of files) tray.add(file)
      say(error)
    }
  }

  text.addEventListener('input', () => {
    fit()
    if (app) list.show(app, text.value).catch(say)
  })
  text.addEventListener('keydown', (event) => {
    // An input method takes Enter for itself while a Chinese word is being composed.
    if (event.isComposing || event.keyCode === 229) return
    if (list.key(event)) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void send()
    } else if (event.key === 'Escape') app?.change((state) => { state.replyTo = null })
    else if (event.key === 'ArrowUp' && text.value === '') app?.change((state) => {
      state.editing = state.messages.get(state.channel)?.findLast(({ author }) => author.id === state.world.me)?.id ?? null
      setTimeout(() => document.querySelector<HTMLElement>('.edit-box')?.focus(), 30)
    })
  })
  element.addEventListener('paste', (event) => take(event.clipboardData?.files, event))
  document.addEventListener('dragover', (event) => { if (element.isConnected && !document.querySelector('dialog[open]')) event.preventDefault() })
  document.addEventListener('drop', (event) => { if (element.isConnected && !document.querySelector('dialog[open]')) take(event.dataTransfer?.files, event) })
  const take = (files: FileList | undefined, event: Event) => {
    if (!files?.length) return
    event.preventDefault()
    if (form?.take(files[0])) return
    for (const file of files) tray.add(file)
  }
  plus.addEventListener('click', () => picker.click())
  picker.addEventListener('change', () => {
    for (const file of picker.files ?? []) tray.add(file)
    picker.value = ''
    text.focus()
  })
  smile.addEventListener('click', () => openEmojiPicker(smile, app?.words().emoji ?? '', (emoji) => {
    text.setRangeText(emoji, text.selectionStart, text.selectionEnd, 'end')
    text.focus()
  }))
  apps.addEventListener('click', () => {
    leaveCommand('/')
    if (app) list.show(app, '/').catch(say)
  })

  let channel = ''
  return {
    element,
    focus: () => {
      if (matchMedia('(pointer: fine)').matches) text.focus({ preventScroll: true })
    },
    draw(now) {
      app = now
      const { state } = now
      const words = now.words()
      if (channel !== state.channel) {
        if (form) leaveCommand()
        list.hide()
      }
      // Known before the first «/», so that what is typed at once is not lost.
      if (channel !== state.channel) now.commands().catch(say)
      channel = state.channel
      const open = channelOf(state, state.channel)
      element.hidden = open?.type === 15
      const label = words.message(`${open && !isThread(open) && open.type !== 1 ? '#' : ''}${channelName(open)}`)
      text.placeholder = label
      text.setAttribute('aria-label', label)
      for (const [button, name] of [[plus, words.attach], [smile, words.emoji], [apps, words.useCommands]] as const) {
        button.setAttribute('aria-label', name)
        button.title = name
      }
      drawAnswering(now, answering)
      const typist = state.typing.get(state.channel)
      typing.textContent = typist && typist.until > Date.now() ? words.typing(nameOf(state, typist.user).name) : ''
      if (typist) setTimeout(() => { if (typist.until <= Date.now()) typing.textContent = '' }, typist.until - Date.now() + 50)
    },
  }
}

function drawAnswering(app: App, answering: HTMLElement) {
  const { replyTo } = app.state
  answering.hidden = replyTo === null
  if (!replyTo) return answering.replaceChildren()
  const { name, colour } = nameOf(app.state, replyTo.author.id)
  const stop = h('button', { type: 'button', class: 'icon-button', 'aria-label': app.words().cancel }, icon('close', 16))
  stop.addEventListener('click', () => app.change((state) => { state.replyTo = null }))
  answering.replaceChildren(h('span', {}, `${app.words().replyingTo} `, h('b', { style: colour && `color: ${colour}` }, name)), stop)
}

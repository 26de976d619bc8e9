import type { App } from '../app.ts'
import type { Modal } from '../../../discord/interface.ts'
import type { FileRef } from '../../server/deed.ts'
import { dots } from '../components/button.ts'
import { h } from '../dom.ts'
import { withEmoji } from '../emoji.ts'
import { icon } from '../icons.ts'
import { avatar } from '../message/avatar.ts'
import { nameOf } from '../state.ts'
import { say } from '../popups/layer.ts'
import { modalFields } from './fields.ts'

/** The form that the bot shows. It stays until it is answered or closed. */
export function modalHost() {
  const element = h('div', { class: 'modal-host' })
  let shown: Modal | null = null
  let settle: (() => void) | undefined
  return {
    element,
    draw(app: App) {
      const { modal, failed } = app.state
      if (modal !== shown) {
        element.replaceChildren()
        settle = undefined
        if (modal) {
          const made = form(app, modal)
          element.append(made.dialog)
          made.dialog.showModal()
          made.dialog.querySelector<HTMLElement>('textarea, input, [role=combobox]')?.focus()
          settle = made.settle
        }
      }
      shown = modal
      if (modal && failed.delete(`modal ${modal.interactionId}`)) settle?.()
    },
  }
}

function form(app: App, modal: Modal) {
  const words = app.words()
  const { state } = app
  const { name } = nameOf(state, state.world.bot)
  const fields = modalFields(app, modal.components)
  const error = h('p', { class: 'failed', role: 'alert', hidden: true }, icon('warning', 16), words.failed)
  const submit = h('button', { type: 'submit', class: 'button primary' }, words.submit)
  const cancel = h('button', { type: 'button', class: 'button secondary' }, words.cancel)
  const shut = h('button', { type: 'button', class: 'icon-button', 'aria-label': words.close }, icon('close', 24))
  const body = h('form', { method: 'dialog', novalidate: true },
    h('header', {}, avatar(state, state.world.bot, 28), h('h2', {}, withEmoji(modal.title)), shut),
    h('div', { class: 'sheet-body' }, h('p', { class: 'modal-note' }, icon('warning', 16), `${words.form} ${name}.`), fields.map(({ element }) => element), error),
    h('footer', {}, cancel, submit))
  const dialog = h('dialog', { class: 'sheet modal', 'aria-label': modal.title }, body)
  const close = () => app.change(() => { if (state.modal === modal) state.modal = null })
  shut.addEventListener('click', close)
  cancel.addEventListener('click', close)
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    close()
  })
  const settle = () => {
    submit.replaceChildren(words.submit)
    submit.disabled = false
    error.hidden = false
  }
  body.addEventListener('submit', (event) => {
    event.preventDefault()
    const wrong = fields.filter((field) => !field.check())
    if (wrong[0]) return wrong[0].element.querySelector<HTMLElement>('input, textarea, button')?.focus()
    const files: File[] = []
    const values = Object.fromEntries(fields.flatMap(({ id, read }): [string, string | boolean | string[] | FileRef[]][] => {
      const value = read()
      if (id === undefined || value === undefined) return []
      if (typeof value !== 'object') return [[id, value]]
      const uploads = value.filter((one) => one instanceof File)
      return [[id, uploads.length > 0 ? uploads.map((file) => ({ file: files.push(file) - 1 })) : value.filter((one) => typeof one === 'string')]]
    }))
    error.hidden = true
    submit.replaceChildren(dots())
    submit.disabled = true
    app.begin({ kind: 'submit', interaction: modal.interactionId, values }, { modal: modal.interactionId }, files).catch((reason: unknown) => {
      settle()
      say(reason)
    })
  })
  return { dialog, settle }
}

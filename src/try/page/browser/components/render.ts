import { ComponentType, type APIMessageTopLevelComponent, type APIComponentInContainer, type APISectionComponent, type APISeparatorComponent } from './kinds.ts'
import type { Message } from '../../../discord/interface.ts'
import { h, type Child } from '../dom.ts'
import { markdown, type Reader } from '../markdown/render.ts'
import type { Words } from '../words.ts'
import { renderButton } from './button.ts'
import { renderFile } from './file.ts'
import { renderGallery } from './gallery.ts'
import { mediaBox, spoilerCover } from './media.ts'
import { renderSelect } from './select.ts'

/** What a component must know besides itself. */
export type View = Reader & {
  words: Words
  message: Message
  /** The component of this message that waits for the bot. */
  busy: string | undefined
}

export const renderComponents = (components: readonly (APIMessageTopLevelComponent | APIComponentInContainer)[], view: View): Child[] => components.map((component) => {
  switch (component.type) {
    case ComponentType.ActionRow:
      return h('div', { class: 'row' }, component.components.map((child) => child.type === ComponentType.Button ? renderButton(child, view) : renderSelect(child, view)))
    case ComponentType.TextDisplay: return markdown(component.content, view)
    case ComponentType.Section: return section(component, view)
    case ComponentType.MediaGallery: return renderGallery(component.items, view)
    case ComponentType.File: return renderFile({ ...component.file, name: component.name ?? 'file', size: component.size ?? 0, spoiler: component.spoiler === true }, view)
    case ComponentType.Separator: return separator(component)
    case ComponentType.Container: {
      const accent = component.accent_color
      const inside = h('div', { class: `container${typeof accent === 'number' ? ' accented' : ''}`, style: typeof accent === 'number' && `--accent: #${accent.toString(16).padStart(6, '0')}` }, renderComponents(component.components, view))
      return component.spoiler === true ? spoilerCover(inside, view.words) : inside
    }
    default: return null
  }
})

function section({ components, accessory }: APISectionComponent, view: View) {
  return h('div', { class: 'section' },
    h('div', { class: 'section-texts' }, components.map(({ content }) => markdown(content, view))),
    h('div', { class: 'section-accessory' }, accessory.type === ComponentType.Button
      ? renderButton(accessory, view)
      : h('div', { class: 'thumbnail' }, mediaBox({ media: accessory.media, description: accessory.description, spoiler: accessory.spoiler }, view.words))))
}

const separator = ({ divider, spacing }: APISeparatorComponent) => h('hr', { class: `separator${divider === false ? ' bare' : ''}${spacing === 2 ? ' large' : ''}` })

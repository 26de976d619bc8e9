export type Child = Node | string | number | false | null | undefined | readonly Child[]
type Props = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>

/** An element. Text always becomes a text node: nothing that a person wrote is ever read as HTML. */
export function h<Name extends keyof HTMLElementTagNameMap>(name: Name, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue
    if (typeof value === 'function') element.addEventListener(key.slice(2), value as EventListener) // written on<event>, with that event's handler
    else if (key === 'key') element.dataset['key'] = String(value)
    else element.setAttribute(key, value === true ? '' : String(value))
  }
  append(element, children)
  return element
}

function append(element: Element, children: readonly Child[]) {
  for (const child of children) {
    if (child === false || child === null || child === undefined) continue
    if (Array.isArray(child)) append(element, child as readonly Child[])
    else element.append(child instanceof Node ? child : String(child as string | number))
  }
}

/** Makes `from` look like `to` with the fewest changes, so that a film goes on playing while its message is edited. Returns what now stands there. */
export function morph(from: Node, to: Node): Node {
  if (from === to || from.isEqualNode(to)) return from
  if (!alike(from, to)) {
    (from as ChildNode).replaceWith(to)
    return to
  }
  // A player's attributes are how it plays.
  if (from instanceof HTMLMediaElement) return from
  if (from instanceof Element && to instanceof Element) {
    for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name)
    for (const { name, value } of [...to.attributes]) if (from.getAttribute(name) !== value) from.setAttribute(name, value)
    morphChildren(from, [...to.childNodes])
  } else from.nodeValue = to.nodeValue
  return from
}

export function morphChildren(parent: Element, wanted: readonly ChildNode[]) {
  const keyed = new Map([...parent.childNodes].flatMap((node) => keyOf(node) === undefined ? [] : [[keyOf(node), node]]))
  let at: ChildNode | null = parent.firstChild
  for (const child of wanted) {
    const same = keyOf(child) === undefined ? undefined : keyed.get(keyOf(child))
    if (same && same !== at && same.parentNode === parent) parent.insertBefore(same, at)
    const current = same && same.parentNode === parent ? same : at
    if (current && current !== child && (same || (keyOf(current) === undefined && alike(current, child)))) {
      if (current === at) at = current.nextSibling
      morph(current, child)
    } else if (child === at) at = at.nextSibling
    else parent.insertBefore(child, at)
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling
    at.remove()
    at = next
  }
}

const keyOf = (node: Node) => node instanceof HTMLElement ? node.dataset['key'] : undefined
const alike = (one: Node, other: Node) => one.nodeName === other.nodeName && keyOf(one) === keyOf(other)
  // A player with another film is another player.
  && (!(one instanceof HTMLMediaElement) || one.getAttribute('src') === (other as HTMLMediaElement).getAttribute('src'))

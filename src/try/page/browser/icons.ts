/** Our own drawings on a grid of 24. */
const paths = {
  hash: 'M9.5 3 8 21M16 3l-1.5 18M4 8.5h17M3 15.500h17',
  thread: 'M4 4v9a4 4 0 0 0 4 4h12M16 13l4 4-4 4',
  forum: 'M4 4h16v11H9l-5 4zM8 8h8M8 11.500h5',
  reply: 'M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M8 14s1.500 2.500 4 2.500 4-2.500 4-2.500M9 9.500h.01M15 9.500h.01',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  menu: 'M4 6h16M4 12h16M4 18h16',
  people: 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M2.500 20c0-4 3-6 6.500-6s6.500 2 6.500 6M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14.500c2.200.8 3.500 2.700 3.500 5.500',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  pen: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  link: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  download: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  check: 'M5 13l4 4L19 7',
  apps: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM17 14v6M14 17h6',
  slash: 'M15 4 9 20',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M3 12h18M12 3c3 3 3.500 6 3.500 9s-.5 6-3.500 9c-3-3-3.500-6-3.500-9S9 6 12 3',
  warning: 'M12 4 2.500 20h19zM12 10v4M12 17h.01',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  spark: 'M12 3l2 7 7 2-7 2-2 7-2-7-7-2 7-2z',
  play: 'M8 5l11 7-11 7z',
  upload: 'M12 16V4M7 9l5-5 5 5M4 20h16',
} as const
export type IconName = keyof typeof paths

export function icon(name: IconName, size = 20): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg')
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', width: size, height: size, class: `icon icon-${name}`, 'aria-hidden': 'true' })) svg.setAttribute(key, String(value))
  const path = document.createElementNS(namespace, 'path')
  path.setAttribute('d', paths[name])
  svg.append(path)
  return svg
}

const namespace = 'http://www.w3.org/2000/svg'

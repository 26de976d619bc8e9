import { createInterface, cursorTo, clearScreenDown, moveCursor, type Interface } from 'node:readline'

/** The terminal: what was said scrolls up, what is going on stays in a footer, and a person may type below it at any time. */
export type Screen = {
  print(text: string): void
  footer(lines: string[]): void
  /** Shows a prompt; every line typed goes to `onLine`. */
  prompt(text: string): void
  close(): void
}

type Streams = { input: NodeJS.ReadStream; output: NodeJS.WriteStream; onLine: ((line: string) => void) | null; onInterrupt: () => void }

export function openScreen({ input, output, onLine, onInterrupt }: Streams): Screen {
  return output.isTTY ? openTerminal({ input, output, onLine, onInterrupt }) : openLog(output)
}

/** No terminal: one line for each thing said, none for what goes by. */
function openLog(output: NodeJS.WriteStream): Screen {
  return { print: (text) => { output.write(`${text}\n`) }, footer() {}, prompt() {}, close() {} }
}

function openTerminal({ input, output, onLine, onInterrupt }: Streams): Screen {
  const reader: Interface | null = onLine && input.isTTY ? createInterface({ input, output, prompt: '› ' }) : null
  let lines: string[] = []
  let drawn = 0
  const clear = () => {
    const typed = reader ? reader.getCursorPos().rows : 0
    moveCursor(output, 0, -(drawn + typed))
    cursorTo(output, 0)
    clearScreenDown(output)
    drawn = 0
  }
  const draw = () => {
    // a footer line never wraps: its height must be known to be cleared again
    const shown = lines.slice(0, Math.max(1, output.rows - 4)).map((line) => fit(line, output.columns - 1))
    if (shown.length > 0) output.write(`${shown.join('\n')}\n`)
    drawn = shown.length
    reader?.prompt(true)
  }
  reader?.on('line', (line) => {
    // the footer must not stay in the scroll above what was typed
    const said = `${reader.getPrompt()}${line}`
    moveCursor(output, 0, -(drawn + Math.floor(columnsOf(said) / output.columns) + 1))
    cursorTo(output, 0)
    clearScreenDown(output)
    drawn = 0
    output.write(`${said}\n`)
    onLine?.(line.trim())
    draw()
  })
  reader?.on('SIGINT', onInterrupt)
  reader?.on('close', onInterrupt)
  return {
    print(text) { clear(); output.write(`${text}\n`); draw() },
    footer(next) { clear(); lines = next; draw() },
    prompt(text) { clear(); reader?.setPrompt(text); draw() },
    close() {
      clear()
      reader?.removeListener('close', onInterrupt)
      reader?.close()
    },
  }
}

/** Cut to a width in columns; Chinese and emoji take two. */
export function fit(line: string, columns: number): string {
  let width = 0
  let kept = ''
  for (const character of line) {
    width += columnsOf(character)
    if (width > columns) return `${kept.slice(0, -1)}…`
    kept += character
  }
  return kept
}

const columnsOf = (text: string) => [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

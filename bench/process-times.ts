import { readFileSync } from 'node:fs'

/** CPU seconds of the children of this process that have ended, with theirs, as the kernel counts them; null where there is no /proc. */
export function childrenSeconds(): number | null {
  try {
    const line = readFileSync('/proc/self/stat', 'latin1')
    // Behind the name, which may hold spaces: time in user and in kernel mode, in hundredths.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return null
  }
}

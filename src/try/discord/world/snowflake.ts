const epoch = 1_420_070_400_000n

/** Ids that grow with time and never repeat, as Discord's do. */
export function snowflakes(now: () => number) {
  let last = 0n
  return () => {
    const id = (BigInt(Math.floor(now())) - epoch) << 22n
    last = id > last ? id : last + 1n
    return String(last)
  }
}

export const timeOf = (id: string) => Number((BigInt(id) >> 22n) + epoch)

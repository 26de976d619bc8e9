/** The texts of an MP4's `meta`: by key (`mdta`, as ComfyUI's SaveVideo) or by iTunes' names (`©cmt`, as Video Helper Suite). */
export function mp4Texts(file: Buffer): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { kind, body } of boxes(file)) {
    if (kind !== 'moov') continue
    for (const inner of boxes(body)) {
      if (inner.kind === 'meta') meta(inner.body, texts)
      if (inner.kind === 'udta') for (const box of boxes(inner.body)) if (box.kind === 'meta') meta(box.body, texts)
    }
  }
  return texts
}

type Box = { kind: string; body: Buffer }

function boxes(bytes: Buffer): Box[] {
  const found: Box[] = []
  for (let at = 0; at + 8 <= bytes.length && found.length < 10_000;) {
    let length = bytes.readUInt32BE(at)
    let head = 8
    if (length === 1 && at + 16 <= bytes.length) {
      length = Number(bytes.readBigUInt64BE(at + 8))
      head = 16
    }
    if (length === 0) length = bytes.length - at
    if (length < head) break
    found.push({ kind: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + head, at + length) })
    at += length
  }
  return found
}

function meta(body: Buffer, texts: Map<string, string>) {
  // a full box has four bytes of version before its boxes; QuickTime's own has none
  const inner = boxes(body.toString('latin1', 4, 8) === 'hdlr' ? body : body.subarray(4))
  const keys = inner.find(({ kind }) => kind === 'keys')
  const names = keys ? boxes(keys.body.subarray(8)).map((box) => box.body.toString('utf8')) : []
  for (const { kind, body: items } of inner) {
    if (kind !== 'ilst') continue
    for (const item of boxes(items)) {
      const value = boxes(item.body).find((box) => box.kind === 'data')?.body
      if (!value || value.length < 8) continue
      const index = Buffer.from(item.kind, 'latin1').readUInt32BE(0)
      texts.set(names[index - 1] ?? item.kind.replace('\xa9cmt', 'comment'), value.toString('utf8', 8))
    }
  }
}

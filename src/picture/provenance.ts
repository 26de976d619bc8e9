import { createHash } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import { pngText, withPngText } from './png-text.ts'

/**
 * How a picture or a film came to be, in the words of https://cv.iptc.org/newscodes/digitalsourcetype/: drawn by rules, made by a
 * trained model, or with a person's own pictures in it.
 */
export type Source = 'algorithmicMedia' | 'trainedAlgorithmicMedia' | 'compositeWithTrainedAlgorithmicMedia'

export type Provenance = { source: Source; /** The program, and the models that made it. */ tool: string }

/**
 * Marks a PNG or an MP4 as made by a machine, in its own metadata: IPTC's digital source type, and the AIGC label of GB 45438-2025.
 * What is marked already keeps its marks; any other bytes are given back as they are.
 */
export function marked(bytes: Buffer, provenance: Provenance): Buffer {
  if (marksOf(bytes) !== null) return bytes
  const packet = xmpPacket(provenance, createHash('sha256').update(bytes).digest('hex').slice(0, 32))
  if (isPng(bytes)) return withPngText(bytes, xmpKeyword, packet, { compressed: false })
  return isMp4(bytes) ? Buffer.concat([bytes, xmpBox(packet)]) : bytes
}

/** The marks that a file of a kind we know came with, whoever made them: the XMP packet as it is. */
export function marksOf(bytes: Buffer): string | null {
  if (isPng(bytes)) return pngText(bytes, xmpKeyword)
  // JPEG, WebP and MP4 carry the packet as plain text near their ends
  for (const part of [bytes.subarray(0, 1_000_000), bytes.subarray(Math.max(0, bytes.length - 200_000))]) {
    const from = part.indexOf('<x:xmpmeta')
    const to = part.indexOf('</x:xmpmeta>', from)
    if (from >= 0 && to > from) return part.toString('utf8', from, to + '</x:xmpmeta>'.length)
  }
  return null
}

/** Marks an MP4 that is a file, without reading it whole. */
export async function markFile(path: string, provenance: Provenance): Promise<void> {
  await appendFile(path, xmpBox(xmpPacket(provenance, '')))
}

/** The same marks on a picture that was drawn from a marked one. */
export const withMarks = (png: Buffer, packet: string): Buffer => isPng(png) ? withPngText(png, xmpKeyword, packet, { compressed: false }) : png

const xmpKeyword = 'XML:com.adobe.xmp'
const isPng = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))
const isMp4 = (bytes: Buffer) => bytes.toString('latin1', 4, 8) === 'ftyp'

/** A box of its own behind the others: players pass over what they do not know. */
function xmpBox(packet: string): Buffer {
  const body = Buffer.concat([Buffer.from('uuid'), Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'), Buffer.from(packet)])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + 4)
  return Buffer.concat([length, body])
}

function xmpPacket({ source, tool }: Provenance, id: string): string {
  const label = { Label: '1', ContentProducer: 'Redcliff', ProduceID: id, ReservedCode1: '', ContentPropagator: '', PropagateID: '', ReservedCode2: '' }
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"
 Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/${source}"
 xmp:CreatorTool="${escape(tool)}"
 TC260:AIGC="${escape(JSON.stringify(label))}"/></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

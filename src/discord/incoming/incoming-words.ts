import type { Language } from '../../film/brief.ts'

const english = {
  foreign: (name: string) => `«${name}» does not lie with Discord, and nothing else is opened here. Attach the file itself.`,
  large: (name: string, size: number | null, limit: number) => `«${name}» ${size === null ? 'is larger' : `has ${megabytes(size)}, more`} than the ${megabytes(limit)} allowed here. Bring a smaller one.`,
  gone: (name: string) => `The link to «${name}» has run out. Attach the file once more.`,
  unreachable: (name: string) => `«${name}» could not be fetched from Discord. Attach it once more.`,
  noPicture: (what: string | null) => `This is ${what === null ? 'not' : `${what}, not`} a picture that can be used. Bring a PNG, JPEG, WebP or GIF.`,
  brokenPicture: 'This picture is damaged. Save it again, as PNG or JPEG, and bring that.',
  vast: (width: number, height: number) => `This picture is ${width} × ${height}: too many pixels to open safely. Up to ${pixels} megapixels are fine.`,
  tiny: (width: number, height: number) => `This picture is ${width} × ${height}: too small to be a frame. At least ${smallest} pixels each way are needed.`,
}

const chinese: typeof english = {
  foreign: (name) => `「${name}」不在 Discord 上，这里不会打开别处的文件。请直接把文件发上来。`,
  large: (name, size, limit) => `「${name}」${size === null ? '' : `有 ${megabytes(size)}，`}超过了这里的上限 ${megabytes(limit)}。请换一个小一点的。`,
  gone: (name) => `「${name}」的链接过期了，请重新上传一次。`,
  unreachable: (name) => `没能从 Discord 取到「${name}」，请重新上传一次。`,
  noPicture: (what) => `这${what === null ? '' : `是 ${what}，`}不是可用的图片。请用 PNG、JPEG、WebP 或 GIF。`,
  brokenPicture: '这张图损坏了。请重新存成 PNG 或 JPEG 再发一次。',
  vast: (width, height) => `这张图是 ${width} × ${height}，像素太多，打开不安全。不超过 ${pixels} 百万像素就可以。`,
  tiny: (width, height) => `这张图是 ${width} × ${height}，太小了，做不了画面。每边至少要 ${smallest} 像素。`,
}

export const incomingWords: Record<Language, typeof english> = { en: english, zh: chinese }

/** What may be opened: a phone's photograph has 12 to 50 megapixels. */
export const [pixels, smallest] = [60, 32]

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(bytes < 10 * 1_048_576 ? 1 : 0)} MB`

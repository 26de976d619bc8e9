import fc from 'fast-check'

/** Any characters at all, lone surrogates among them. (fast-check's own `binary` unit takes five seconds to get ready.) */
export const anyText = (maxLength: number) => fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength }).map((codes) => String.fromCodePoint(...codes))

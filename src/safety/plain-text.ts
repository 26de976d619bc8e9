/** Words as they are meant: full-width letters, letters drawn with accents, and what is not seen do not hide them. */
export const plainText = (text: string) => text
  .normalize('NFKC')
  .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/g, '')
  .normalize('NFD').replace(/\p{M}+/gu, '').normalize('NFC')
  .toLowerCase()

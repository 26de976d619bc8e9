/** What a person asked for cannot be done: a kind sentence to that person, in the person's language, with what to do instead. */
export class Refusal extends Error {
  override name = 'Refusal'
}

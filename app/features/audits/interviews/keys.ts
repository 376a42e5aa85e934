/** The key an interview is named by in a text, in place of a worker's name. */
const key = /\bW-\d{2,3}\b/g;

/** The keys of interviews that a text names. */
export const keysIn = (text: string) => [...new Set(text.match(key) ?? [])];

/** A text carried into another audit names none of its workers: there the same keys are other people's. */
export const withoutKeys = (text: string) => text.replace(key, 'a worker heard then');

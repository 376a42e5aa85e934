/** The keys of interviews that a text names. */
export const keysIn = (text: string) => [...new Set(text.match(/\bW-\d{2,3}\b/g) ?? [])];

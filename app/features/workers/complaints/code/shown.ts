/** A code in fours, as people read it to themselves. */
export const inFours = (passphrase: string) => passphrase.match(/\d{4}/g)?.join(' ') ?? '';

import { inMemory, networkOf } from '#app/platform/limits.server.ts';

/** A receipt is kept for good, so a visitor has fewer than questions. Counted in memory: nobody's address is written. */
const visitors = inMemory({ name: 'receipt', points: 30, seconds: 3600 });

/** One more receipt of whoever is not asking as a company, by page or API; seconds to wait, 0 while there is room. */
export async function mayHaveReceipt(address: string) {
  const { full, seconds } = await visitors(networkOf(address));
  return full ? seconds : 0;
}

import { counts, mayRemove } from './shown.ts';
import type { Reply } from './sender.ts';
import type { Store } from './store.ts';

/** What the server is told: the page was opened, and so the audit is taken along; and whether something is here alone. */
export type SaidAlong = { opens: boolean; waits: boolean };

type Means = {
  store: Pick<Store, 'read' | 'along'>;
  server: { along(device: string, said: SaidAlong): Promise<Reply<'noted'>> };
};

/**
 * What one open page says of the audit it took along: that it did, before it sends; and once it has sent that nothing is left,
 * which is at once where nothing waited. What did not arrive is said again in the next round, and both anew after a round that
 * found no network: what was written meanwhile may wait.
 */
export function alongOf({ store, server }: Means) {
  let opens = true;
  let owes = true;
  const waits = async () => !mayRemove(counts(await store.read()));
  const say = async (said: SaidAlong) => (await server.along(await store.along(), said)).kind === 'answer';
  return {
    async beforeSending() {
      const waiting = await waits();
      owes ||= waiting;
      if (opens) opens = !(await say({ opens, waits: waiting }));
    },
    async afterSending() {
      if (owes && !opens && !(await waits())) owes = !(await say({ opens: false, waits: false }));
    },
    stopped() {
      opens = true;
      owes = true;
    },
  };
}

import 'fake-indexeddb/auto';

import { expect, test } from 'vitest';

import { alongOf, type SaidAlong } from './along.ts';
import type { Answer } from './model.ts';
import { openStore } from './store.ts';

const at = '2026-03-01T09:00:00Z';
const answer: Answer = { conformity: 'conforms', note: 'one', evidence: '' };

/** A page with its store; `hears` says whether the network is there. */
async function aPage() {
  const auditId = crypto.randomUUID();
  const store = await openStore(crypto.randomUUID(), auditId);
  const [heard, devices]: [SaidAlong[], Set<string>] = [[], new Set()];
  let network = true;
  const server = {
    along: (device: string, said: SaidAlong) => {
      if (!network) return Promise.resolve({ kind: 'unreachable' as const });
      devices.add(device);
      heard.push(said);
      return Promise.resolve({ kind: 'answer' as const, answer: 'noted' as const });
    },
  };
  const open = () => alongOf({ store, server });
  return { store, heard, devices, open, pull: () => (network = false), plug: () => (network = true) };
}

const settled = async ({ store }: Awaited<ReturnType<typeof aPage>>) => {
  const { entries } = await store.read();
  await store.settle(entries.map(({ operation: { id } }) => ({ id, outcome: 'applied', revision: 1 })));
};

test('a page that is opened with nothing to send says that it took the audit along and has nothing left, once', async () => {
  const { heard, open } = await aPage();
  const along = open();
  await along.beforeSending();
  await along.afterSending();
  await along.beforeSending();
  await along.afterSending();
  expect(heard).toEqual([
    { opens: true, waits: false },
    { opens: false, waits: false },
  ]);
});

test('one that lost the network before it said so, or after, says both when the network is back', async () => {
  const page = await aPage();
  const along = page.open();
  await along.beforeSending();
  page.pull();
  await along.afterSending();
  along.stopped();
  expect(page.heard).toEqual([{ opens: true, waits: false }]);
  await page.store.save('1.1.1', answer, 0, at);
  await along.beforeSending();
  along.stopped();
  page.plug();
  await along.beforeSending();
  expect(page.heard.slice(1)).toEqual([{ opens: true, waits: true }]);
  await settled(page);
  await along.afterSending();
  expect(page.heard.slice(2)).toEqual([{ opens: false, waits: false }]);
});

test('a device that sent all it had says so, and while something is begun and not saved it does not', async () => {
  const page = await aPage();
  const along = page.open();
  await along.beforeSending();
  await page.store.save('1.1.1', answer, 0, at);
  await page.store.keepDraft('1.1.2', { ...answer, base: 0 });
  await along.beforeSending();
  await settled(page);
  await along.afterSending();
  expect(page.heard).toHaveLength(1);
  await page.store.dropDraft('1.1.2');
  await along.beforeSending();
  await along.afterSending();
  expect(page.heard.slice(1)).toEqual([{ opens: false, waits: false }]);
});

test('what did not arrive is said again, and a photo counts as work', async () => {
  const page = await aPage();
  const photo = await page.store.addPhoto('1.1.1', new File(['x'], 'till.jpg', { type: 'image/jpeg' }));
  const along = page.open();
  page.pull();
  await along.beforeSending();
  page.plug();
  await along.beforeSending();
  expect(page.heard).toEqual([{ opens: true, waits: true }]);
  await page.store.settlePhoto({ ...photo, state: 'sent' });
  page.pull();
  await along.afterSending();
  page.plug();
  await along.beforeSending();
  await along.afterSending();
  expect(page.heard.slice(1)).toEqual([{ opens: false, waits: false }]);
});

test('a browser keeps its name where its count gets another one', async () => {
  const page = await aPage();
  await page.open().beforeSending();
  const before = await page.store.device();
  await page.store.save('1.1.1', answer, 0, at);
  await page.store.resume(7);
  expect(await page.store.device()).not.toBe(before);
  await page.open().beforeSending();
  expect(page.devices.size).toBe(1);
});

import { expect, test } from 'vitest';

import { sentByAnother } from './sent-by.server.ts';

const from = (headers: Record<string, string>) =>
  sentByAnother(new Request('http://127.0.0.1/audits/1/sync', { headers }), { accountId: 'asha' });

test('work of a device is taken in the name of whoever made it, and in nobody else’s', async () => {
  expect(from({ 'X-Sent-By': 'asha' })).toBeUndefined();
  expect(from({})).toBeUndefined();
  const turnedAway = from({ 'X-Sent-By': 'devi' });
  expect(turnedAway?.status).toBe(403);
  expect(await turnedAway?.json()).toMatchObject({ refusal: 'other_person' });
});

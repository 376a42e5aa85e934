import { expect } from 'vitest';

import { recordEvent } from '#app/events/record.server.ts';
import { aRecruiter, aSession } from '#tests/support/factories/people.ts';
import { test } from '#tests/support/test.ts';

test('a sign-in on a new device is told to its person alone, also when it is signed out again', async ({
  db,
  now,
  mailer,
  work,
}) => {
  const actor = await aRecruiter(db, 'mina@himal.example');
  await aRecruiter(db, 'sita@himal.example', actor.organisationId);
  const about = { actor, now, subject: actor.accountId, related: [actor.organisationId] };
  const tell = (sessionId: string) =>
    db.transaction().execute((trx) => recordEvent(trx, about, 'account.new_device', { sessionId }));
  await tell(await aSession(db, actor, 'a'));
  await work();
  await tell(crypto.randomUUID());
  await work();
  expect(mailer.sent.map(({ to }) => to)).toEqual(['mina@himal.example', 'mina@himal.example']);
  expect(mailer.sent[0]?.text).toContain('Firefox on Linux, Nepal, 1 March 2026 at 09:00 UTC');
  expect(mailer.sent[0]?.text).toContain('/me/sessions');
  expect(mailer.sent[1]?.text).toContain('signed out again');
});

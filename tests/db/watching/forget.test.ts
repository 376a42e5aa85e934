import { expect } from 'vitest';

import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { chooseRhythm, watchRecruiter } from '#app/features/watching/commands.server.ts';
import { forgetOldNotices } from '#app/features/watching/forget.server.ts';
import { addEndpoint } from '#app/features/watching/webhooks/commands.server.ts';
import { keptDays } from '#app/features/watching/webhooks/model.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { aCompany } from '#tests/support/factories/watching.ts';
import { test } from '#tests/support/test.ts';

const tables = [
  'watch_notice',
  'watch_mail_notice',
  'watch_mail',
  'webhook_message',
  'webhook_attempt',
] as const;

test('what was told is forgotten after its season and not a moment before; the watch and the history stay', async ({
  db,
  work,
  now,
}) => {
  const { as, officer, certificateId } = await aCertificate(db, work);
  const { owner } = await aCompany(db, now);
  done(await watchRecruiter(owner, { registrationNumber: 'LRN00012603' }));
  done(await chooseRhythm(owner, { rhythm: 'at_once' }));
  done(await addEndpoint(owner, { id: crypto.randomUUID(), url: 'http://127.0.0.1:9/hook' }));
  done(await suspendCertificate(as(officer), certificateId, ownSuspension));
  await work();
  const counts = async () =>
    Promise.all(
      tables.map(
        async (table) => (await db.selectFrom(table).select(db.fn.countAll().as('n')).execute())[0]?.n,
      ),
    );
  const told = await db.selectFrom('watch_notice').select('told_at').executeTakeFirstOrThrow();
  const after = (ms: number) => new Date(told.told_at.getTime() + keptDays * 24 * 3_600_000 + ms);
  const before = await counts();
  for (const n of before.slice(0, 4)) expect(Number(n)).toBeGreaterThan(0);
  await forgetOldNotices({ db, now: after(-1000) });
  expect(await counts()).toEqual(before);
  await forgetOldNotices({ db, now: after(60_000) });
  expect((await counts()).map(Number)).toEqual([0, 0, 0, 0, 0]);
  expect(await db.selectFrom('watch').select('id').where('ended_at', 'is', null).execute()).toHaveLength(1);
  const events = await db
    .selectFrom('event')
    .select('type')
    .where('type', '=', 'certificate.suspended')
    .execute();
  expect(events).toHaveLength(1);
});

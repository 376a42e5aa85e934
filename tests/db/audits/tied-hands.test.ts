import { sql } from 'kysely';
import { expect } from 'vitest';

import { withdrawApplication } from '#app/features/applications/commands.server.ts';
import {
  closeAbandoned,
  recordRefusal,
} from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import { anEngagement, done, notified } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const reason = { reason: 'Seven days of notice were given, and nobody opened.' };

test('who answered is written down with the answer, at no other time and by no other hand', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const id = await notified(given, 'stage1');
  done(await recordRefusal(given.as(given.lead), id, reason));
  const forged = [
    [`followed_up_by = '${given.officer.accountId}'`, 'written down with the answer'],
    [`returned_at = now(), returned_by = '${given.reviewer.accountId}'`, 'written down with the answer'],
    [`state = 'closed', closed_at = now()`, 'an officer without a tie'],
    [
      `state = 'closed', closed_at = now(), followed_up_by = '${given.officer.accountId}'`,
      'the panel says, and no officer',
    ],
    [
      `state = 'closed', closed_at = now(), followed_up_by = '${given.reviewer.accountId}'`,
      'an officer without a tie',
    ],
  ] as const;
  for (const [change, says] of forged)
    await expect(sql.raw(`update audit set ${change} where id = '${id}'`).execute(db)).rejects.toThrow(says);
  expect(await closeAbandoned(given.as(given.officer), id, reason)).toEqual({
    ok: false,
    refusal: 'panel_decides',
  });
  // Once the recruiter took its application back there is nothing to decide.
  done(await withdrawApplication(given.as(given.recruiter), given.applicationId));
  done(await closeAbandoned(given.as(given.officer), id, reason));
  expect(
    await db.selectFrom('audit').select('followed_up_by').where('id', '=', id).executeTakeFirst(),
  ).toEqual({ followed_up_by: given.officer.accountId });
});

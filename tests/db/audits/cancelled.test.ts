import { sql } from 'kysely';
import { expect } from 'vitest';

import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { findNotice } from '#app/features/audits/planning/queries.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import {
  anEngagement,
  cancelling,
  done,
  notified,
  planned,
  scheduled,
} from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

test('a recruiter that was told of an audit reads why it is cancelled, in the mail and on its page', async ({
  db,
  work,
  mailer,
}) => {
  const given = await anEngagement(db);
  const id = await notified(given, 'stage1');
  await work();
  mailer.sent.length = 0;
  done(await cancelAudit(given.as(given.lead), id, cancelling));
  await work();
  const told = mailer.sent.filter(({ text }) => text.includes(cancelling.reason));
  expect(told.map(({ to }) => to)).toEqual([expect.stringContaining('@')]);
  expect(await findNotice(db, id)).toMatchObject({ cancelCause: 'body', cancelNote: cancelling.reason });
  const fact = db.selectFrom('event').select('payload').where('type', '=', 'audit.cancelled');
  expect(await fact.execute()).toEqual([{ payload: { cause: 'body' } }]);
});

test('a team whose member is tied cancels for that', async ({ db }) => {
  const given = await anEngagement(db);
  const id = await scheduled(given, 'stage1');
  const tie = { conflicted: true, statement: 'My cousin owns the agency.' };
  done(await declareConflict(given.as(given.lead), id, tie));
  expect(await findNotice(db, id)).toMatchObject({ cancelCause: 'conflict', cancelNote: null });
});

test('without a reason, and for another than the true one, the database cancels nothing', async ({ db }) => {
  const given = await anEngagement(db);
  const id = await planned(given, 'stage1');
  expect(await cancelAudit(given.as(given.lead), id, { reason: '  ' })).toMatchObject({
    refusal: 'reason_needed',
  });
  const cancels = (also: string) =>
    expect(
      sql
        .raw(`update audit set state = 'cancelled', cancelled_at = now()${also} where id = '${id}'`)
        .execute(db),
      also,
    ).rejects;
  await cancels('').toThrow('audit_cancelled_with_reason');
  await cancels(`, cancel_cause = 'body'`).toThrow('audit_cancelled_with_reason');
  await cancels(`, cancel_cause = 'body', cancel_note = 'No.'`).toThrow('cancel_note');
  await cancels(`, cancel_cause = 'conflict', cancel_note = 'They are cousins.'`).toThrow('with_reason');
  for (const cause of ['conflict', 'application_ended', 'certificate_ended'])
    await cancels(`, cancel_cause = '${cause}'`).toThrow('it was not cancelled for that');
  await expect(sql.raw(`update audit set cancel_note = 'Later, perhaps.'`).execute(db)).rejects.toThrow(
    'audit_cancelled_with_reason',
  );
  done(await cancelAudit(given.as(given.lead), id, cancelling));
  await expect(sql.raw(`update audit set cancel_note = 'Otherwise it was.'`).execute(db)).rejects.toThrow(
    'cancel_note stands',
  );
});

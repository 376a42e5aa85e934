import { expect } from 'vitest';

import { clearCertificate, watchCertificate } from '#app/features/certificates/status-commands.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { anAppealedReduction } from '#tests/support/factories/scopes.ts';
import { test } from '#tests/support/test.ts';

const note = 'The officer wrote down why, at some length.';

test('the holder is told of a watch, of its end, and of a smaller scope with the last day to appeal', async ({
  db,
  work,
  mailer,
}) => {
  const given = await anAppealedReduction(db, work);
  const { certificateId, number } = given;
  const scope = given.as(given.officer);
  const { email } = await db
    .selectFrom('account')
    .select('email')
    .where('id', '=', given.recruiter.accountId)
    .executeTakeFirstOrThrow();
  await work();
  done(await watchCertificate(scope, certificateId, { reasonClass: 'special_audit', note }));
  await work();
  done(await clearCertificate(scope, certificateId, { note }));
  await work();
  const told = (subject: string) =>
    mailer.sent
      .filter((mail) => mail.to === email && mail.subject === `Certificate ${number} ${subject}`)
      .map(({ text }) => text.replace(/\s+/g, ' '));
  expect(told('is under watch since 1 March 2026')).toEqual([
    expect.stringContaining('A special audit is under way'),
  ]);
  expect(told('is no longer under watch')).toEqual([expect.stringContaining('without the watch')]);
  expect(told('covers less since 1 March 2026')).toEqual([
    expect.stringMatching(/United Arab Emirates.*appeal by 31 March 2026/),
  ]);
  expect(mailer.sent.map(({ text }) => text).join()).not.toContain(note);
});

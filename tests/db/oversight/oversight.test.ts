import { sql } from 'kysely';
import { expect } from 'vitest';

import { retryStuckReactions } from '#app/features/oversight/commands.server.ts';
import { listMails, listStuckReactions } from '#app/features/oversight/queries.server.ts';
import { submitApplication } from '#app/features/applications/commands.server.ts';
import { mailbox } from '#app/platform/mailer.server.ts';
import { anApplicant } from '#tests/support/factories/applications.ts';
import { done } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';
import { readyForDecision } from '#emails/decisions/ready-for-decision.tsx';

test('a reaction that fails is seen by the officer, and runs again when told to', async ({
  db,
  work,
  mailer,
}) => {
  const given = await anApplicant(db);
  const send = mailer.send.bind(mailer);
  mailer.send = () => Promise.reject(new Error('the mail server is away'));
  done(await submitApplication(given.recruiter, given.id));
  await work();
  const stuck = await listStuckReactions(given.officer);
  expect(stuck).toMatchObject([
    {
      reaction: 'application.payment_requested/mail-applicant',
      attempts: 1,
      error: expect.stringContaining('away'),
    },
  ]);

  mailer.send = send;
  await retryStuckReactions(given.officer);
  await work();
  expect(await listStuckReactions(given.officer)).toEqual([]);
  expect(mailer.sent).toHaveLength(1);
});

test('a mailbox keeps a mail once, however often it is handed over', async ({ db }) => {
  const given = await anApplicant(db);
  const email = readyForDecision({
    kind: 'initial',
    recruiter: 'Himal Workforce',
    dueDay: '1 April 2026',
    link: 'http://127.0.0.1/scheme/decisions/1',
  });
  const mail = { to: 'decider@scheme.example', messageId: '<once@scheme.example>', ...email };
  await mailbox(db).send(mail);
  await mailbox(db).send(mail);
  expect((await listMails(given.officer, 1)).count).toBe(1);
  const { rows } = await sql<{ plain: string }>`select plain from mail`.execute(db);
  expect(rows[0]?.plain).toContain('Himal Workforce');
});

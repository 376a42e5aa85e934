import { expect } from 'vitest';

import { discardDraft } from '#app/features/applications/drafts.server.ts';
import { withdrawDiscarded } from '#app/features/documents/commands.server.ts';
import { anApplicant } from '#tests/support/factories/applications.ts';
import { done } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

test('what was sent with a draft goes with it, and says where its bytes lay', async ({ db }) => {
  const { id, recruiter } = await anApplicant(db);
  const { id: scan } = await db.selectFrom('document').select('id').executeTakeFirstOrThrow();
  done(await discardDraft(recruiter, id));
  const now = recruiter.now;
  expect(await withdrawDiscarded({ db, now }, scan)).toEqual({ ok: true, value: { keys: [id] } });
  // A job that is run again removes the same bytes and tells nothing twice.
  expect(await withdrawDiscarded({ db, now }, scan)).toEqual({ ok: true, value: { keys: [id] } });
  const told = await db
    .selectFrom('event')
    .select('subject')
    .where('type', '=', 'document.withdrawn')
    .execute();
  expect(told).toEqual([{ subject: scan }]);
  expect(await db.selectFrom('application_answer').select('question').execute()).toEqual([]);
});

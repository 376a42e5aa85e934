import { sql } from 'kysely';
import { expect } from 'vitest';

import { reactions } from '#app/composition/reactions.server.ts';
import { quietTypes } from '#app/events/catalogue.ts';
import { saveAnswers } from '#app/features/applications/sections/commands.server.ts';
import { anApplicant } from '#tests/support/factories/applications.ts';
import { test } from '#tests/support/test.ts';

test('nothing listens for what is told on timelines alone', ({ db, mailer }) => {
  const heard = reactions({ db, mailer, origin: 'http://127.0.0.1' }).map(({ on }) => on);
  expect(heard.filter((type) => quietTypes.includes(type))).toEqual([]);
});

test('a saved section stands on the timeline and is not queued', async ({ db }) => {
  const { id, recruiter } = await anApplicant(db);
  const told = () =>
    db.selectFrom('event').select('id').where('type', '=', 'application.section_saved').execute();
  const queued = async () =>
    (await sql`select id from graphile_worker.jobs where task_identifier = 'deliver'`.execute(db)).rows
      .length;
  const [before, waiting] = [await told(), await queued()];
  await saveAnswers(recruiter, id, { answers: { company_number: 'C-9' }, seen: { company_number: 1 } });
  expect([(await told()).length, await queued()]).toEqual([before.length + 1, waiting]);
});

import { expect } from 'vitest';

import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { listProgrammeTasks } from '#app/features/audits/programme/tasks.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import { cancelling, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { happened, tie } from '#tests/support/factories/parts.ts';
import { test } from '#tests/support/test.ts';

test('an audit of the programme that was scheduled and is not held in time is on the body’s desk and the scheme’s', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const entry = await db
    .selectFrom('audit_programme_entry')
    .select(['id', 'due_on', 'window_from'])
    .where('type', '=', 'surveillance')
    .orderBy('due_on')
    .limit(1)
    .executeTakeFirstOrThrow();
  const on = (day: string) => ({ db, now: new Date(`${day}T09:00:00Z`) });
  const lead = { ...on(entry.window_from), actor: given.lead };
  const { id } = done(await scheduleProgrammeAudit(lead, entry.id, { colleagues: [] }));
  const late = async (actor: typeof given.lead | typeof given.officer, day: string) =>
    (await listProgrammeTasks({ ...on(day), actor })).filter(({ what }) => what.startsWith('Not held'));
  const [last, after] = [entry.due_on, addDays(entry.due_on, 1)];
  expect(await late(given.officer, last)).toEqual([]);
  const task = { id, what: 'Not held in time: surveillance of Himal Workforce', due: last };
  expect(await late(given.officer, after)).toMatchObject([
    { ...task, href: `/audits/${id}`, action: 'Look' },
  ]);
  expect(await late(given.lead, after)).toMatchObject([{ ...task, action: 'Hold it' }]);
  // Cancelled, it waits to be scheduled again, which is another line.
  done(await cancelAudit(lead, id, cancelling));
  expect(await late(given.officer, after)).toEqual([]);
  const again = await listProgrammeTasks({ ...on(after), actor: given.officer });
  expect(again).toMatchObject([{ id: entry.id, due: last }]);
  await happened(db, tie()({ ...given, day: after }, given.officer.accountId));
  expect(await listProgrammeTasks({ ...on(after), actor: given.officer })).toEqual([]);
});

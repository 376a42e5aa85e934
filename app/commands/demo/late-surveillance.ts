import { giveMoreTime, tellNotHeld } from '#app/features/audits/programme/late/commands.server.ts';
import { mostMonths } from '#app/features/audits/programme/late/rules.ts';
import { addDays, addMonths } from '#app/platform/calendar.ts';

import { actorOf, done, type Story } from './stage.ts';

/** Its first surveillance was not held in time, through no fault of its own: its audit body has more time, and the certificate stands. */
export async function lateSurveillance(story: Story, applicationId: string) {
  const { id, due_on } = await story.db
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .select(['entry.id', 'entry.due_on'])
    .where('certificate.application_id', '=', applicationId)
    .where('entry.type', '=', 'surveillance')
    .where('entry.reason', '=', 'cycle')
    .orderBy('entry.due_on')
    .limit(1)
    .executeTakeFirstOrThrow();
  const on = (days: number) => new Date(`${addDays(due_on, days)}T06:00:00Z`);
  if (on(10) > story.today) return;
  await tellNotHeld({ db: story.db, now: on(1) });
  const officer = actorOf(story, 'officer@scheme.example', 'officer');
  const reasons =
    'The only auditor of the body who speaks Nepali was ill for two months; the agency was ready.';
  const until = addMonths(due_on, mostMonths);
  await done(
    giveMoreTime({ db: story.db, actor: officer, now: on(9) }, id, { until, reasons }),
    'wait for the body',
  );
  await story.settle();
}

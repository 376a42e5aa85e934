import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import type { EndForm, InterestForm } from './forms.ts';
import type { Declaring } from './policy.ts';
import { lockOwnInterest, lockRecruiter, recruitersNamed } from './queries.server.ts';
import { declareTie, endTie } from './rules.ts';

/** Somebody says what ties them to a recruiter, or that nothing does. It stands as it was said. */
export function declareInterest({ db, actor, now }: Scope<Declaring>, form: InterestForm) {
  return db.transaction().execute(async (trx) => {
    const [recruiter, ...more] = await recruitersNamed(trx, form.recruiter);
    if (!recruiter) return refuse('unknown_recruiter');
    if (more.length > 0) return refuse('several_recruiters');
    const days = declareTie(form, dayOf(now));
    if (!days.ok) return days;
    await lockRecruiter(trx, recruiter.id);
    const tied = form.kind !== 'none';
    const lasted = tied ? { from_on: form.fromOn, until_on: form.untilOn } : {};
    const { id } = await trx
      .insertInto('interest_declaration')
      .values({
        account_id: actor.accountId,
        organisation_id: recruiter.id,
        kind: form.kind,
        statement: form.statement,
        declared_at: now,
        ...lasted,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const about = { actor, now, subject: actor.accountId, related: [recruiter.id] };
    await recordEvent(trx, about, 'tie.declared', { conflicted: tied });
    return ok({ id });
  });
}

/** The tie is over: two years are counted from the day on which this is said. */
export function endInterest({ db, actor, now }: Scope<Declaring>, id: string, form: EndForm) {
  return db.transaction().execute(async (trx) => {
    const interest = await lockOwnInterest(trx, actor, id);
    if (!interest) return refuse('not_found');
    const outcome = endTie(interest, form.untilOn, dayOf(now));
    if (!outcome.ok) return outcome;
    await trx
      .insertInto('interest_declaration')
      .values({
        account_id: actor.accountId,
        organisation_id: interest.organisationId,
        kind: interest.kind,
        statement: form.statement,
        from_on: interest.fromOn,
        until_on: form.untilOn,
        corrects: interest.id,
        declared_at: now,
      })
      .execute();
    const about = { actor, now, subject: actor.accountId, related: [interest.organisationId] };
    await recordEvent(trx, about, 'tie.declared', { conflicted: true });
    return outcome;
  });
}

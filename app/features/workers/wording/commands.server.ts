import { randomUUID } from 'node:crypto';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import type { WordingForm } from './forms.ts';
import type { Catalogue, Translated } from './model.ts';
import { mayReviewWording, type WordingReviewer } from './policy.ts';
import { lockVerdicts } from './queries.server.ts';
import * as rules from './rules.ts';

/** Approves texts of one language, or takes approvals back: all of those that were ticked, or none. */
export function judgeWording(
  { db, actor, now }: Scope<WordingReviewer>,
  catalogue: Catalogue,
  language: Translated,
  form: WordingForm,
) {
  return db.transaction().execute(async (trx) => {
    if (!mayReviewWording(actor)) return refuse('forbidden');
    const verdicts = await lockVerdicts(trx, language);
    const asked = { catalogue, language, meant: form.said };
    const approves = form.step === 'approve';
    const decision = approves ? rules.approve(asked, verdicts) : rules.takeBack(asked, verdicts);
    if (!decision.ok) return decision;
    const review = {
      ...{ review_id: randomUUID(), language, said_at: now, said_by: actor.accountId },
      verdict: approves ? 'approved' : 'taken_back',
      basis: approves ? form.basis : null,
    };
    await trx
      .insertInto('wording_verdict')
      .values(decision.value.map(({ key, hash }) => ({ ...review, key, hash })))
      .execute();
    const fact = { language, keys: decision.value.map(({ key }) => key) };
    const type = approves ? 'wording.approved' : 'wording.taken_back';
    await recordEvent(trx, { actor, now, subject: review.review_id }, type, fact);
    return ok({ count: decision.value.length });
  });
}

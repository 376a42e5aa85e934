import { expect } from 'vitest';

import {
  beginAnswer,
  decline,
  endHand,
  handOver,
  saveAnswers,
} from '#app/features/mapping/answering/commands.server.ts';
import { findOverview, findSection } from '#app/features/mapping/answering/pages.server.ts';
import { findVisit } from '#app/features/mapping/answering/visit.server.ts';
import { closeCampaign } from '#app/features/mapping/campaigns/commands.server.ts';
import { listInvited } from '#app/features/mapping/campaigns/queries.server.ts';
import { tokenFor } from '#app/features/mapping/links.server.ts';
import { correctAnswer, sendAnswer } from '#app/features/mapping/sharing/commands.server.ts';
import { findSeenAnswer } from '#app/features/mapping/sharing/queries.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCampaign, anAnswer, visitOf } from '#tests/support/factories/mapping.ts';
import { test } from '#tests/support/test.ts';

const page = { limit: 10, offset: 0 };
const at = 'people@delta.example';

test('somebody is invited by mail, answers over days, sends it, and the company reads what was shared', async ({
  db,
  work,
  mailer,
}) => {
  const { scope, id } = await aCampaign(db);
  await work();
  const { by, token, look } = await visitOf(scope, at);
  expect(mailer.sent.map(({ to }) => to)).toEqual([at]);
  expect(mailer.sent[0]?.text).toContain(`/en/answer/${token}`);
  expect(await saveAnswers(by, await look(), { answers: {}, seen: {} })).toMatchObject({
    refusal: 'not_begun',
  });
  done(await beginAnswer(by, await look(), 'ne'));
  done(await saveAnswers(by, await look(), { answers: { company_name: 'Delta Garments' }, seen: {} }));
  const half = await findOverview(by, { visit: await look(), language: 'ne' });
  expect(half).toMatchObject({ company: 'Northwind', begun: true, sent: false, seen: undefined });
  expect(half.sections[0]).toEqual({ name: 'who', title: 'तपाईं को हो', done: true });
  // Nothing is seen before it is sent.
  expect(await listInvited(scope, id, page)).toMatchObject([{ state: 'opened', shareId: null }]);
  done(await sendAnswer(by, await look(), { sections: ['money'], agree: 'on' }));
  const [invited] = await listInvited(scope, id, page);
  expect(invited).toMatchObject({ state: 'answered', withdrawn: false });
  const seen = await findSeenAnswer(scope, invited?.shareId ?? '');
  expect(seen).toMatchObject({
    answeredAs: 'Delta Garments',
    sections: [{ name: 'who' }, { name: 'money' }],
    withheld: ['Before you'],
  });
  const copies = await db.selectFrom('mapping_copy').select('language').orderBy('language').execute();
  expect(copies).toEqual([{ language: 'en' }, { language: 'ne' }]);
  expect(await saveAnswers(by, await look(), { answers: { place: 'Dhaka' }, seen: {} })).toMatchObject({
    refusal: 'already_sent',
  });
});

test('what is missing is not sent, and nothing that was given is lost', async ({ db }) => {
  const { scope } = await aCampaign(db);
  const { by, look } = await visitOf(scope, at);
  done(await beginAnswer(by, await look(), 'en'));
  done(await saveAnswers(by, await look(), { answers: { place: 'Dhaka' }, seen: {} }));
  expect(await sendAnswer(by, await look(), { sections: [], agree: 'on' })).toMatchObject({
    refusal: 'not_complete',
  });
  const section = await findSection(by, { visit: await look(), language: 'en' }, 'who');
  expect(section?.answers).toEqual({ place: 'Dhaka' });
});

test('two who answer at once lose nothing: the second sees both', async ({ db }) => {
  const { scope } = await aCampaign(db);
  const { by, look } = await visitOf(scope, at);
  done(await beginAnswer(by, await look(), 'en'));
  done(await saveAnswers(by, await look(), { answers: { place: 'Dhaka' }, seen: {} }));
  const second = done(
    await saveAnswers(by, await look(), {
      answers: { place: 'Gazipur', company_name: 'Delta' },
      seen: { place: 0 },
    }),
  );
  expect(second).toMatchObject({
    written: ['company_name'],
    conflicts: [{ question: 'place', mine: 'Gazipur', theirs: 'Dhaka' }],
    revisions: { place: 1, company_name: 1 },
  });
});

test('a colleague answers the sections they were handed and no others, until that ends', async ({
  db,
  work,
  mailer,
}) => {
  const { scope } = await aCampaign(db);
  const { by, look } = await visitOf(scope, at);
  done(await beginAnswer(by, await look(), 'en'));
  expect(
    await handOver(by, await look(), { email: 'pay@delta.example', sections: ['nothing'] }),
  ).toMatchObject({
    refusal: 'no_section',
  });
  const { id } = done(
    await handOver(by, await look(), { email: 'pay@delta.example', sections: ['money', 'x'] }),
  );
  await work();
  const token = tokenFor('hand', id);
  expect(mailer.sent.find(({ to }) => to === 'pay@delta.example')?.text).toContain(token);
  const colleague = await findVisit(by, token);
  if (!colleague) throw new Error('no visit');
  expect((await findOverview(by, { visit: colleague, language: 'en' })).sections).toMatchObject([
    { name: 'money' },
  ]);
  expect(await findSection(by, { visit: colleague, language: 'en' }, 'who')).toBeUndefined();
  expect(await saveAnswers(by, colleague, { answers: { place: 'x' }, seen: {} })).toMatchObject({
    refusal: 'no_such_question',
  });
  done(await saveAnswers(by, colleague, { answers: { payments: [{ pay_amount: 5 }] }, seen: {} }));
  for (const step of [
    sendAnswer(by, colleague, { sections: [], agree: 'on' }),
    handOver(by, colleague, { email: 'c@delta.example', sections: ['money'] }),
    endHand(by, colleague, id),
    beginAnswer(by, colleague, 'en'),
    decline(by, colleague, { reason: '' }),
  ])
    expect(await step).toMatchObject({ refusal: 'not_yours' });
  done(await endHand(by, await look(), id));
  expect(await findVisit(by, token)).toBeUndefined();
});

test('who declines says so, and may still answer; who answered is asked no more', async ({ db }) => {
  const { scope, id } = await aCampaign(db);
  const { by, look } = await visitOf(scope, at);
  done(await decline(by, await look(), { reason: 'We do not tell.' }));
  expect(await listInvited(scope, id, page)).toMatchObject([
    { state: 'declined', declineReason: 'We do not tell.' },
  ]);
  await anAnswer(scope, at, { company_name: 'Delta' });
  expect(await listInvited(scope, id, page)).toMatchObject([{ state: 'answered', declineReason: null }]);
  expect(await decline(by, await look(), { reason: '' })).toMatchObject({ refusal: 'already_sent' });
  expect(await beginAnswer(by, await look(), 'en')).toMatchObject({ refusal: 'already_answered' });
});

test('a correction takes the place of what was sent, which stays as it was', async ({ db }) => {
  const { scope, id } = await aCampaign(db);
  const { by, look, responseId } = await anAnswer(scope, at, { company_name: 'Delta', place: 'Dhaka' });
  done(await correctAnswer(by, await look()));
  expect(await correctAnswer(by, await look())).toMatchObject({ refusal: 'not_sent' });
  const [before] = await listInvited(scope, id, page);
  expect((await findSeenAnswer(scope, before?.shareId ?? ''))?.sections[0]?.answers).toContainEqual(
    expect.objectContaining({ answer: 'Dhaka' }),
  );
  done(await saveAnswers(by, await look(), { answers: { place: 'Gazipur' }, seen: { place: 1 } }));
  done(await sendAnswer(by, await look(), { sections: [], agree: 'on' }));
  const [after] = await listInvited(scope, id, page);
  expect(after).toMatchObject({ state: 'answered', withdrawn: false });
  expect((await findSeenAnswer(scope, after?.shareId ?? ''))?.sections[0]?.answers).toContainEqual(
    expect.objectContaining({ answer: 'Gazipur' }),
  );
  expect(await findSeenAnswer(scope, before?.shareId ?? '')).toBeUndefined();
  const kept = await db
    .selectFrom('mapping_answer')
    .select('value')
    .where('response_id', '=', responseId)
    .where('question', '=', 'place')
    .executeTakeFirst();
  expect(kept?.value).toBe('Dhaka');
});

test('a closed campaign asks nobody, and takes nothing any more', async ({ db, work, mailer }) => {
  const { scope, id } = await aCampaign(db);
  const { by, look } = await visitOf(scope, at);
  done(await beginAnswer(by, await look(), 'en'));
  done(await closeCampaign(scope, id));
  await work();
  expect(mailer.sent).toEqual([]);
  expect(await saveAnswers(by, await look(), { answers: { place: 'x' }, seen: {} })).toMatchObject({
    refusal: 'closed',
  });
  expect(await beginAnswer(by, await look(), 'en')).toMatchObject({ refusal: 'closed' });
});

test.for(['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`])('%s opens nothing', async (token, { db }) => {
  expect(await findVisit({ db }, token)).toBeUndefined();
});

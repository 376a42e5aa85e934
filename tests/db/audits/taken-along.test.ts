import { randomUUID } from 'node:crypto';

import { expect } from 'vitest';

import { listRefused } from '#app/features/audits/fieldwork/operations.server.ts';
import { bundleOf } from '#app/features/audits/fieldwork/queries.server.ts';
import { findKeptWords, listKept } from '#app/features/audits/fieldwork/raised/kept.server.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { anEngagement, done, fieldwork } from '#tests/support/factories/audits.ts';
import { aDevice, aRaising } from '#tests/support/factories/fieldwork.ts';
import { aWorker } from '#tests/support/factories/interviews.ts';
import { test } from '#tests/support/test.ts';

test('a device takes the whole of fieldwork along', async ({ db }) => {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  await aDevice(given.as(given.lead), id).edits('1.1.2', 'As found', 0);
  const scope = { ...given.as(given.lead), actor: given.lead };
  const audit = await findAudit(scope, id);
  if (!audit) throw new Error('No such audit');
  await db
    .insertInto('application_copy')
    .values({
      ...{ application_id: audit.applicationId, version: 1, language: 'en' },
      copy: JSON.stringify([{ title: 'Fees', answers: [{ question: 'Do workers pay?', answer: 'No' }] }]),
      submitted_at: new Date('2026-01-01T00:00:00Z'),
    })
    .execute();
  const bundle = await bundleOf(scope, audit);
  expect(bundle.me).toEqual({ accountId: given.lead.accountId, name: 'Anjali Rao' });
  expect(bundle.audit).toMatchObject({ id, state: 'in_progress', recruiter: 'Himal Workforce' });
  expect(bundle.assessments).toMatchObject([
    { code: '1.1.2', note: 'As found', revision: 1, by: 'Anjali Rao' },
  ]);
  expect(bundle.indicators).toHaveLength(93);
  expect(bundle.declared).toEqual([
    { value: '1/0/0', section: 'Fees', question: 'Do workers pay?', answer: 'No' },
  ]);
});

test('a device takes along whom the sample asks for, the keys that are taken, and half a key', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  const lead = given.as(given.lead);
  const { pseudonym } = done(await recordInterview(lead, id, aWorker));
  const audit = await findAudit(lead, id);
  if (!audit) throw new Error('No such audit');
  const { interviews, sample, lock } = await bundleOf({ ...lead, actor: given.lead }, audit);
  expect(interviews).toEqual([pseudonym]);
  expect(sample[0]).toMatchObject({ term: 'All', value: expect.stringMatching(/^0 heard/) });
  expect(Object.keys(lock).toSorted()).toEqual(['crv', 'kid', 'kty', 'x', 'y']);
});

test('a finding raised away is measured by an answer that was taken along, in the words that were read', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  const copy = (version: number, answer: string) =>
    db
      .insertInto('application_copy')
      .values({
        ...{ application_id: given.applicationId, version, language: 'en' },
        copy: JSON.stringify([{ title: 'Fees', answers: [{ question: 'Do workers pay?', answer }] }]),
        submitted_at: new Date('2026-01-01T00:00:00Z'),
      })
      .execute();
  await copy(1, 'Never');
  const { sends } = aDevice(given.as(given.lead), id);
  // Another copy came while the device was away.
  await copy(2, 'Only for the visa');
  const measured = { requirementKind: 'declaration' as const, declaration: '1/0/0' };
  const sent = { ...aRaising(1, '1.1.2'), ...measured };
  const unknown = { ...aRaising(2, '1.1.3'), ...measured, declaration: '1/0/7' };
  const { results } = done(await sends([sent, unknown]));
  expect(results).toMatchObject([
    { outcome: 'raised', finding: { id: sent.findingId } },
    { outcome: 'refused', refusal: 'no_such_declaration' },
  ]);
  const audit = await findAudit(given.as(given.lead), id);
  if (!audit) throw new Error('No such audit');
  const [kept] = await listKept(db, audit);
  expect(kept).toMatchObject({ id: unknown.id, declared: null });
  const row = await db
    .selectFrom('finding')
    .select(['requirement_kind as kind', 'declaration_version as version', 'declaration_answer as answer'])
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ kind: 'declaration', version: 1, answer: 'Never' });
  expect(await listRefused(db, id)).toMatchObject([
    { raising: { requirementKind: 'declaration', declaration: '1/0/7' } },
  ]);
});

test('a finding that was not taken is raised in its kept words, by its team alone', async ({ db }) => {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  const copy = [{ title: 'Fees', answers: [{ question: 'Do workers pay?', answer: 'Never' }] }];
  for (const version of [1, 2])
    await db
      .insertInto('application_copy')
      .values({
        ...{ application_id: given.applicationId, version, language: 'en', copy: JSON.stringify(copy) },
        submitted_at: new Date('2026-01-01T00:00:00Z'),
      })
      .execute();
  const audit = await findAudit(given.as(given.lead), id);
  if (!audit) throw new Error('No such audit');
  const measured = { requirementKind: 'declaration' as const, declaration: '1/0/0' };
  const sent = { ...aRaising(1, '1.1.2'), ...measured, statement: 'Short' };
  const taken = aRaising(2, '1.1.2');
  const { results } = done(await aDevice(given.as(given.lead), id).sends([sent, taken]));
  expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'raised']);
  const words = { section: 'Fees', question: 'Do workers pay?', answer: 'Never' };
  expect(await listKept(db, audit)).toMatchObject([{ id: sent.id, declared: words }]);

  const lead = { ...given.as(given.lead), actor: given.lead };
  expect(await findKeptWords(lead, audit, '1.1.2', sent.id)).toMatchObject({
    ...{ note: 'Short', evidence: sent.evidence, by: 'Anjali Rao', declared: words },
    raising: { grade: 'major', requirementKind: 'declaration', declaration: '1/0/0' },
  });
  for (const [who, of, code, operation] of [
    [given.colleague, audit, '1.1.2', sent.id],
    [given.lead, audit, '1.1.3', sent.id],
    [given.lead, audit, '1.1.2', taken.id],
    [given.lead, audit, '1.1.2', 'not a number of ours'],
    [given.lead, { ...audit, id: randomUUID() }, '1.1.2', sent.id],
  ] as const)
    expect(await findKeptWords({ ...given.as(who), actor: who }, of, code, operation)).toBeUndefined();
});

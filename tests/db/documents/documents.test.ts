import { describe, expect } from 'vitest';

import { submitApplication } from '#app/features/applications/commands.server.ts';
import {
  addDocument,
  addVersion,
  attachLicence,
  openDocument,
  recordScan,
  withdrawDiscarded,
  withdrawDocument,
} from '#app/features/documents/commands.server.ts';
import {
  findDocument,
  findKept,
  listDocumentsFor,
  listOwnDocuments,
  listVersions,
} from '#app/features/documents/queries.server.ts';
import { listViews } from '#app/features/documents/views.server.ts';
import type { SignedIn } from '#app/platform/scope.ts';
import { timelineOf } from '#app/events/timeline.server.ts';
import { aDocument, aFile, policy } from '#tests/support/factories/documents.ts';
import { anApplicant, inReview, scan } from '#tests/support/factories/applications.ts';
import { aPerson, anEngagement, done } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const refused = (refusal: string) => ({ ok: false, refusal });

describe('a recruiter', () => {
  test('adds a document, and sees it in its list with its days', async ({ db }) => {
    const { recruiter, id: applicationId } = await anApplicant(db);
    const id = await aDocument(recruiter);
    const { documents, count } = await listOwnDocuments(recruiter, { kind: 'policy', page: 1 });
    expect(documents).toMatchObject([
      {
        id,
        title: 'Fee policy',
        version: 1,
        evidenceOn: '2026-02-01',
        validUntil: '2027-01-31',
        scan: 'unscanned',
      },
    ]);
    expect([count, (await listOwnDocuments(recruiter, { kind: '', page: 1 })).count]).toEqual([1, 2]);
    expect(await listDocumentsFor(db, { kind: 'application', id: applicationId })).toHaveLength(1);
  });

  test('presses twice and adds one', async ({ db }) => {
    const { recruiter } = await anApplicant(db);
    const both = await Promise.all([
      addDocument(recruiter, policy, aFile('a')),
      addDocument(recruiter, policy, aFile('a')),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ ok }) => !ok)).toEqual([refused('already_there')]);
  });

  test('adds versions, two at once included; each stands with its days', async ({ db }) => {
    const { recruiter } = await anApplicant(db);
    const id = await aDocument(recruiter);
    const dates = { evidenceOn: '2026-02-15' };
    const both = await Promise.all([
      addVersion(recruiter, id, dates, aFile('b')),
      addVersion(recruiter, id, dates, aFile('c')),
    ]);
    expect(both.map((outcome) => outcome.ok && outcome.value.version).toSorted()).toEqual([2, 3]);
    expect(await addVersion(recruiter, id, dates, aFile('b'))).toEqual(refused('same_file'));
    expect((await listVersions(db, id)).map(({ version, validUntil }) => [version, validUntil])).toEqual([
      [3, null],
      [2, null],
      [1, '2027-01-31'],
    ]);
  });

  test('gives no evidence of days to come', async ({ db }) => {
    const { recruiter } = await anApplicant(db);
    const ahead = { ...policy, evidenceOn: '2026-03-02' };
    expect(await addDocument(recruiter, ahead, aFile('a'))).toEqual(refused('evidence_ahead'));
    const id = await aDocument(recruiter);
    expect(await addVersion(recruiter, id, ahead, aFile('b'))).toEqual(refused('evidence_ahead'));
  });

  test('withdraws once; those who relied on it read on', async ({ db }) => {
    const { recruiter, officer } = await anApplicant(db);
    const id = await aDocument(recruiter);
    const both = await Promise.all([withdrawDocument(recruiter, id), withdrawDocument(recruiter, id)]);
    expect(both.filter(({ ok }) => !ok)).toEqual([refused('already_withdrawn')]);
    expect(await addVersion(recruiter, id, policy, aFile('b'))).toEqual(refused('already_withdrawn'));
    expect(await findDocument(officer, id)).toMatchObject({ withdrawnAt: recruiter.now });
    expect(await openDocument(officer, id, 1)).toMatchObject({ ok: true });
  });

  test('reaches nobody else’s document, and sends none for somebody else’s application', async ({ db }) => {
    const { recruiter, stranger, id: applicationId } = await anApplicant(db);
    const id = await aDocument(recruiter);
    expect(await findDocument(stranger, id)).toBeUndefined();
    expect(await addVersion(stranger, id, policy, aFile('b'))).toEqual(refused('not_found'));
    expect(await withdrawDocument(stranger, id)).toEqual(refused('not_found'));
    expect(await openDocument(stranger, id, 1)).toEqual(refused('not_found'));
    expect(await attachLicence(stranger, applicationId, { ...scan, key: 'x' })).toEqual(refused('not_found'));
    expect((await listOwnDocuments(stranger, { kind: '', page: 1 })).documents).toEqual([]);
  });
});

describe('an application', () => {
  test('that was sent keeps its documents as they are', async ({ db }) => {
    const { recruiter, id } = await anApplicant(db);
    const [licence] = await listDocumentsFor(db, { kind: 'application', id });
    done(await submitApplication(recruiter, id));
    const other = { ...scan, key: 'other', sha256: 'b'.repeat(64) };
    expect(await attachLicence(recruiter, id, other)).toEqual(refused('already_sent'));
    expect(await addVersion(recruiter, licence?.id ?? '', policy, aFile('b'))).toEqual(
      refused('already_sent'),
    );
    expect(await withdrawDocument(recruiter, licence?.id ?? '')).toEqual(refused('already_sent'));
  });

  test('sent and given another scan at once ends whole, either way', async ({ db }) => {
    const { recruiter, id } = await anApplicant(db);
    const other = { ...scan, key: 'other', sha256: 'b'.repeat(64) };
    const [sent, attached] = await Promise.all([
      submitApplication(recruiter, id),
      attachLicence(recruiter, id, other),
    ]);
    expect(sent.ok).toBe(true);
    const scans = await listDocumentsFor(db, { kind: 'application', id });
    expect(scans).toHaveLength(attached.ok ? 2 : 1);
  });

  test('waits for the scan of its licence: what nobody looked at counts once it is clean', async ({ db }) => {
    const { recruiter, id } = await anApplicant(db);
    const [first] = await listDocumentsFor(db, { kind: 'application', id });
    done(await withdrawDocument(recruiter, first?.id ?? ''));
    expect(await submitApplication(recruiter, id)).toEqual(refused('licence_scan_missing'));
    const file = { ...scan, key: 'second', sha256: 'b'.repeat(64), quarantined: true };
    const { documentId } = done(await attachLicence(recruiter, id, file));
    expect(await submitApplication(recruiter, id)).toEqual(refused('licence_scan_waiting'));
    done(await recordScan(recruiter, { documentId, version: 1, outcome: 'clean' }));
    expect(await submitApplication(recruiter, id)).toMatchObject({ ok: true });
  });

  test('with nothing but a scan that carries a virus has none', async ({ db }) => {
    const { recruiter, id } = await anApplicant(db);
    const [first] = await listDocumentsFor(db, { kind: 'application', id });
    done(await withdrawDocument(recruiter, first?.id ?? ''));
    const file = { ...scan, key: 'second', sha256: 'b'.repeat(64), quarantined: true };
    const { documentId } = done(await attachLicence(recruiter, id, file));
    done(await recordScan(recruiter, { documentId, version: 1, outcome: 'infected' }));
    expect(await submitApplication(recruiter, id)).toEqual(refused('licence_scan_missing'));
  });

  test('tells of its documents on its timeline', async ({ db }) => {
    const { officer, id } = await anApplicant(db);
    expect((await timelineOf(officer, id)).map(({ type }) => type)).toContain('document.added');
  });
});

describe('who may read a document', () => {
  test('its own people, officers, and the people of an audit body engaged by its recruiter', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const id = await aDocument(given.as(given.recruiter));
    const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
    const elsewhere = await db
      .insertInto('organisation')
      .values({ kind: 'audit_body', name: 'Compass', country: 'NP', created_at: given.as(given.officer).now })
      .returning('id')
      .executeTakeFirstOrThrow();
    const foreign = { id: elsewhere.id, kind: 'audit_body' as const };
    const people: [string, SignedIn, boolean][] = [
      ['recruiter', given.recruiter, true],
      ['officer', given.officer, true],
      ['lead', given.lead, true],
      ['reviewer', given.reviewer, true],
      ['auditor elsewhere', await aPerson(db, foreign, 'auditor'), false],
      ['reviewer elsewhere', await aPerson(db, foreign, 'reviewer'), false],
      ['decider', given.decider, false],
      ['caseworker', await aPerson(db, scheme, 'caseworker'), false],
      ['trainer', await aPerson(db, scheme, 'trainer'), false],
      ['company', { ...given.recruiter, kind: 'company' }, false],
      ['authority', { ...given.recruiter, kind: 'authority' }, false],
    ];
    for (const [who, actor, may] of people) {
      const { ok } = await openDocument({ db, now: given.as(given.officer).now, actor }, id, 1);
      expect(ok, who).toBe(may);
    }
    expect((await listViews(given.as(given.officer), id)).map(({ name }) => name)).toHaveLength(4);
  });

  test('officers and the engaged audit body go through a recruiter’s list, and nobody else', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const id = await aDocument(given.as(given.recruiter));
    const all = { kind: '', page: 1 };
    const { organisationId } = given.recruiter;
    for (const actor of [given.officer, given.lead, given.reviewer]) {
      const kept = await findKept(given.as(actor), organisationId, all);
      expect(kept?.documents).toMatchObject([{ id, title: 'Fee policy' }]);
    }
    const stranger = { ...given.lead, organisationId: given.officer.organisationId };
    expect(await findKept(given.as(stranger), organisationId, all)).toBeUndefined();
    expect(await findKept(given.as(given.officer), 'anything', all)).toBeUndefined();
  });

  test('what went with a discarded draft is withdrawn once, and says twice where its bytes lie', async ({
    db,
  }) => {
    const { recruiter } = await anApplicant(db);
    const id = await aDocument(recruiter);
    for (const _ of ['first', 'again'])
      expect(done(await withdrawDiscarded(recruiter, id))).toEqual({ keys: ['key-a'] });
    const told = await db.selectFrom('event').select('id').where('type', '=', 'document.withdrawn').execute();
    expect(told).toHaveLength(1);
  });

  test('no officer who has not declared reads in a list what was sent with an application', async ({
    db,
  }) => {
    const { recruiter, officer, colleague } = await anApplicant(db);
    const listed = async (who: typeof officer) =>
      (await findKept(who, recruiter.actor.organisationId, { kind: '', page: 1 }))?.count;
    expect([await listed(officer), await listed(colleague)]).toEqual([0, 0]);
    expect((await listOwnDocuments(recruiter, { kind: '', page: 1 })).count).toBe(1);
  });

  test('no officer, while an application waits for the scheme, before having declared', async ({
    db,
    work,
  }) => {
    const given = await anApplicant(db);
    const { recruiter, officer, colleague } = given;
    const id = await aDocument(recruiter);
    expect(await findDocument(colleague, id)).toBeDefined();
    await inReview(given, work);
    expect(await openDocument(colleague, id, 1)).toEqual(refused('not_found'));
    expect(await openDocument(officer, id, 1)).toMatchObject({ ok: true });
    const elsewhere = await aDocument(given.stranger);
    expect(await findDocument(colleague, elsewhere)).toBeDefined();
  });

  test('nobody while it waits for its scan, nor once it carries a virus; no view is kept of a refusal', async ({
    db,
  }) => {
    const { recruiter, officer } = await anApplicant(db);
    const { documentId } = done(await addDocument(recruiter, policy, { ...aFile('a'), quarantined: true }));
    expect(await openDocument(recruiter, documentId, 1)).toEqual(refused('quarantined'));
    done(await recordScan(officer, { documentId, version: 1, outcome: 'infected' }));
    expect(await openDocument(officer, documentId, 1)).toEqual(refused('infected'));
    expect(await openDocument(officer, documentId, 2)).toEqual(refused('not_found'));
    expect(await listViews(officer, documentId)).toEqual([]);
  });

  test('whoever opened it stands beside it', async ({ db }) => {
    const { recruiter, officer } = await anApplicant(db);
    const id = await aDocument(recruiter);
    expect(await openDocument(officer, id, 1)).toEqual({
      ok: true,
      value: { key: 'key-a', filename: 'policy.pdf', mediaType: 'application/pdf', bytes: 12 },
    });
    expect(await listViews(recruiter, id)).toMatchObject([
      { version: 1, name: 'Paolo Ferri', seenAt: officer.now },
    ]);
  });
});

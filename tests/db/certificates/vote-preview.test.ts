import type { Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { findMatter } from '#app/features/certificates/decisions/matters.server.ts';
import { findGranted } from '#app/features/certificates/decisions/preview.server.ts';
import {
  suspendCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { previewAbandoned, previewDecision } from '#app/features/register/preview.server.ts';
import type { Decider } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { anEngagement, done, fieldwork } from '#tests/support/factories/audits.ts';
import { aCertificate, aPackage, matterOf, suspension } from '#tests/support/factories/certificates.ts';
import { aReadyAudit } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const on = (day: string) => new Date(`${day}T09:00:00Z`);
type Of = { db: Kysely<Database>; decider: Decider; applicationId: string };

/** What a member of the panel reads beside the form of its vote: now, granted, refused. */
async function readings({ db, decider, applicationId }: Of, day: string) {
  const scope = { db, actor: decider, now: on(day) };
  const matter = await findMatter(db, await matterOf(db, applicationId));
  const granted = matter && (await findGranted(scope, matter));
  if (!matter || !granted) return undefined;
  const shown = await previewDecision(scope, { kind: matter.kind, granted });
  return shown.map(shape);
}

type Reading = {
  standing: { status: string; reasonClass: string | null };
  certificate: { validUntil: string } | null;
};
const shape = ({ standing: { status, reasonClass }, certificate }: Reading) => [
  ...[status, reasonClass, certificate?.validUntil],
];

describe('before a vote the panel reads what the public will read', () => {
  test('of a first certificate', async ({ db, work }) => {
    const given = await aPackage(db, work);
    expect(await readings(given, '2026-03-01')).toEqual([
      ['applicant', null, undefined],
      ['certified', null, '2029-02-28'],
      ['not_certified', null, undefined],
    ]);
  });

  test('of a certificate that is to be renewed', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await aReadyAudit(given, 'recertification', '2028-10-01');
    await work();
    expect(await readings(given, '2028-10-10')).toEqual([
      ['certified', null, '2029-02-28'],
      ['certified', null, '2032-02-28'],
      ['certified', null, '2029-02-28'],
    ]);
  });

  test('of a suspension that is to be lifted', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const officer = { db, actor: given.officer, now: on('2026-04-01') };
    done(await suspendCertificate(officer, given.certificateId, suspension));
    await aReadyAudit(given, 'follow_up', '2026-05-01');
    await work();
    expect(await readings(given, '2026-05-02')).toEqual([
      ['suspended', 'fees_charged', '2029-02-28'],
      ['certified', null, '2029-02-28'],
      ['suspended', 'fees_charged', '2029-02-28'],
    ]);
  });

  test('of an audit that was broken off', async ({ db, work }) => {
    const given = await anEngagement(db);
    await db
      .insertInto('registration')
      .values({
        ...{ organisation_id: given.agency.id, application_id: given.applicationId },
        ...{ number: 'LRN00012603', accepted_on: '2026-03-01' },
      })
      .execute();
    await fieldwork(given);
    await work();
    expect((await previewAbandoned(given.as(given.decider), given.agency.id)).map(shape)).toEqual([
      ['applicant', null, undefined],
      ['not_certified', null, undefined],
    ]);
  });

  test('of a recruiter that had a certificate before: it stays what it was', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const officer = { db, actor: given.officer, now: on('2026-04-01') };
    done(await withdrawCertificate(officer, given.certificateId, { reasonClass: 'fraud', note: withdrawal }));
    const shownAs = { validUntil: '2032-05-01', auditBody: 'Compass', watch: null };
    const granted = { registrationNumber: 'LRN00012603', ...shownAs };
    const shown = await previewDecision(officer, { kind: 'initial', granted });
    expect(shown.map(shape)).toEqual([
      ['withdrawn', 'fraud', '2029-02-28'],
      ['certified', null, '2032-05-01'],
      ['withdrawn', 'fraud', '2029-02-28'],
    ]);
    expect((await previewAbandoned(officer, given.agency.id)).map(shape)).toEqual(
      Array(2).fill(['withdrawn', 'fraud', '2029-02-28']),
    );
  });
});

const withdrawal = 'Contracts of forty workers were forged, as the police found.';

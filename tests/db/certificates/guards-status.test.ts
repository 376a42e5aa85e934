import { sql } from 'kysely';
import { expect } from 'vitest';

import { reduceScope } from '#app/features/certificates/scope/commands.server.ts';
import {
  clearCertificate,
  suspendCertificate,
  watchCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const note = 'The papers were seen by the scheme.';
const no = (name: string) => ({ ok: false, refusal: name });

test('an officer with a tie to the holder changes nothing of its certificate, by command and in SQL', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const scope = given.as(given.officer);
  await pastRules(db, (one) =>
    sql`insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
      values (${given.officer.accountId}, ${given.agency.id}, 'ownership', 'I hold a tenth of it.', '2025-01-01', ${now})`.execute(
      one,
    ),
  );
  expect(await suspendCertificate(scope, given.certificateId, ownSuspension)).toEqual(no('tied'));
  const kept = { corridors: ['NP-QA'], sectors: [], offices: [] };
  expect(await reduceScope(scope, given.certificateId, { ...kept, note })).toEqual(no('tied'));
  const suspending = sql`insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at)
    values (${given.certificateId}, 'suspended', 'suspended', 'own_request', ${note}, ${given.officer.accountId}, ${now})`;
  await expect(suspending.execute(db)).rejects.toThrow('has a tie to the holder');
});

test('a watch does not end while a grave finding of the holder is open, by command and in SQL', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const scope = given.as(given.officer);
  done(await watchCertificate(scope, given.certificateId, { reasonClass: 'special_audit', note }));
  await pastRules(db, (one) =>
    sql`insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, state,
        statement, evidence, raised_at, raised_by, issued_at, plan_due_on, close_due_on)
      select id, application_id, organisation_id, 77, scheme_version_id, '1.1.2', 'major', 'awaiting_cap', 'No payee is named.',
        'Seen on paper.', ${now}, ${given.lead.accountId}::uuid, ${now}, '2026-04-01', '2026-08-01'
      from audit where type = 'stage2'`.execute(one),
  );
  expect(await clearCertificate(scope, given.certificateId, { note })).toEqual(
    no('holder_has_grave_finding'),
  );
  const clearing = (at: Date) =>
    sql`insert into certificate_status (certificate_id, action, status, note, decided_by, decided_at)
      values (${given.certificateId}, 'cleared', 'active', ${note}, ${given.officer.accountId}, ${at})`.execute(
      db,
    );
  await expect(clearing(now)).rejects.toThrow('while a grave finding of the holder is open');
  await pastRules(db, (one) => sql`delete from finding`.execute(one));
  await expect(clearing(new Date(now.getTime() - 1000))).rejects.toThrow(
    'no earlier than the one it follows',
  );
  done(await clearCertificate(scope, given.certificateId, { note }));
});

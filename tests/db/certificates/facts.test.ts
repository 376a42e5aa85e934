import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import type { EventType, Payload } from '#app/events/catalogue.ts';
import { recordEvent } from '#app/events/record.server.ts';
import { changeByFact } from '#app/features/certificates/facts/commands.server.ts';
import { declareLicence } from '#app/features/licences/commands.server.ts';
import {
  confirmLicence,
  revokeLicence,
  suspendLicence,
} from '#app/features/licences/decision-commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { escalatedInTime } from '#tests/support/factories/late-findings.ts';
import { liftedByPanel } from '#tests/support/factories/matters.ts';
import { licenceForm, note } from '#tests/support/factories/licences.ts';
import { test } from '#tests/support/test.ts';

const later = new Date('2026-04-01T09:00:00Z');
const actor = { kind: 'system' } as const;

/** A fact about an organisation, as another room records it: what escalated was announced. */
async function happened<T extends EventType>(
  db: Kysely<Database>,
  organisationId: string,
  [type, payload]: readonly [T, Payload<T>],
  now = later,
) {
  const subject = crypto.randomUUID();
  const to = 'to' in payload ? payload.to : '';
  if (to === 'suspension' || to === 'withdrawal') await escalatedInTime(db, { subject, to, at: now });
  await db
    .transaction()
    .execute((trx) => recordEvent(trx, { actor, now, subject, related: [organisationId] }, type, payload));
}

const statuses = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate_status')
    .select(['action', 'reason_class', 'cause', 'decided_by'])
    .orderBy('position')
    .execute();
const standing = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate')
    .select(['status', 'reason_class as reasonClass', 'since'])
    .executeTakeFirstOrThrow();

describe('a certificate is changed at once by', () => {
  const fact = <T extends EventType>(type: T, payload: Payload<T>) => ({
    name: `${type} ${JSON.stringify(payload)}`,
    tell: (db: Kysely<Database>, organisationId: string) => happened(db, organisationId, [type, payload]),
  });
  const late = { status: 'suspended', reasonClass: 'late_corrective_action' };
  const watched = { status: 'active_under_watch', reasonClass: 'open_major_finding' };
  const critical = { status: 'suspended', reasonClass: 'critical_finding' };
  const refused = { status: 'suspended', reasonClass: 'audit_refused' };
  const untouched = { status: 'active', reasonClass: null };

  test.for([
    { ...fact('finding.issued', { grade: 'critical' }), ...critical },
    { ...fact('finding.issued', { grade: 'major' }), ...watched },
    { ...fact('finding.issued', { grade: 'minor' }), ...untouched },
    { ...fact('finding.regraded', { from: 'minor', to: 'critical' }), ...critical },
    { ...fact('finding.escalated', { from: 'major', to: 'suspension' }), ...late },
    { ...fact('finding.escalated', { from: 'critical', to: 'withdrawal' }), ...late },
    { ...fact('finding.escalated', { from: 'minor', to: 'major' }), ...watched },
    { ...fact('audit.refused_by_auditee', {}), ...refused },
    { ...fact('audit.aborted', { reason: 'obstruction' }), ...refused },
    { ...fact('audit.aborted', { reason: 'safety' }), ...untouched },
  ])('$name: $status', async ({ tell, status, reasonClass }, { db, work }) => {
    const { agency } = await aCertificate(db, work);
    await tell(db, agency.id);
    await work();
    expect(await standing(db)).toMatchObject({ status, reasonClass });
    const last = (await statuses(db)).at(-1);
    expect(last?.decided_by === null).toBe(status !== 'active');
  });

  test('an escalation to withdrawal, once it is suspended', async ({ db, work }) => {
    const { agency } = await aCertificate(db, work);
    await happened(db, agency.id, ['finding.issued', { grade: 'critical' }]);
    await work();
    await happened(
      db,
      agency.id,
      ['finding.escalated', { from: 'critical', to: 'withdrawal' }],
      new Date('2026-05-01T09:00:00Z'),
    );
    await work();
    expect(await standing(db)).toMatchObject({ status: 'withdrawn', reasonClass: 'late_corrective_action' });
    expect((await statuses(db)).map(({ cause }) => cause)).toEqual([null, 'finding', 'finding']);
  });
});

describe('a fact', () => {
  test('changes a certificate once, also after somebody lifted what it brought', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await happened(db, given.agency.id, ['audit.refused_by_auditee', {}]);
    await work();
    const { id: factId } = await db
      .selectFrom('event')
      .select('id')
      .where('type', '=', 'audit.refused_by_auditee')
      .executeTakeFirstOrThrow();
    const { certificateId, decider } = given;
    done(await liftedByPanel({ db, certificateId, decider, now: new Date('2026-04-02T09:00:00Z') }));
    const again = { organisationId: given.agency.id, factId, occurredAt: later };
    const outcomes = await Promise.all(
      [1, 2].map(() => changeByFact({ db }, { ...again, fact: { cause: 'audit' } })),
    );
    expect(outcomes).toEqual([1, 2].map(() => ({ ok: false, refusal: 'already_done' })));
    expect(await standing(db)).toMatchObject({ status: 'active' });
  });

  test('from before the certificate, or about somebody else, changes nothing', async ({ db, work }) => {
    const { agency, body } = await aCertificate(db, work);
    await happened(
      db,
      agency.id,
      ['finding.issued', { grade: 'critical' }],
      new Date('2026-02-01T09:00:00Z'),
    );
    await happened(db, body.id, ['finding.issued', { grade: 'critical' }]);
    await work();
    expect(await standing(db)).toMatchObject({ status: 'active' });
  });
});

describe('a sanctioned licence', () => {
  const held = async (db: Kysely<Database>, work: () => Promise<void>, country = 'NP') => {
    const given = await aCertificate(db, work);
    const { id } = done(await declareLicence(given.as(given.recruiter), { ...licenceForm, country }));
    return { ...given, id, officerLater: { db, actor: given.officer, now: later } };
  };

  test('suspends when it was confirmed and the scope needs it', async ({ db, work }) => {
    const { id, officerLater } = await held(db, work);
    done(await confirmLicence(officerLater, id, note));
    done(await suspendLicence(officerLater, id, { ...note, reasonClass: 'investigation' }));
    await work();
    expect(await standing(db)).toMatchObject({ status: 'suspended', reasonClass: 'licence_lost' });
  });

  test('leaves the certificate alone when nobody had confirmed it', async ({ db, work }) => {
    const { id, officerLater } = await held(db, work);
    done(await revokeLicence(officerLater, id, { ...note, reasonClass: 'false_declaration' }));
    await work();
    expect(await standing(db)).toMatchObject({ status: 'active' });
  });

  test('leaves the certificate alone when its scope lies elsewhere', async ({ db, work }) => {
    const { id, officerLater } = await held(db, work, 'BD');
    done(await confirmLicence(officerLater, id, note));
    done(await revokeLicence(officerLater, id, { ...note, reasonClass: 'fraud' }));
    await work();
    expect(await standing(db)).toMatchObject({ status: 'active' });
  });
});

describe('the database', () => {
  const suspend = (cause: string, fact: string, by = 'null') => `
    begin;
    update certificate set status = 'suspended', reason_class = 'critical_finding', since = '2026-04-01T10:00Z';
    insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, cause, fact_id, decided_at)
      select id, 'suspended', 'suspended', 'critical_finding', 'Written past every rule.', ${by}, ${cause}, ${fact}, since from certificate;
    commit`;
  const latest = `(select id from event order by position desc limit 1)`;

  test.for([
    ['null', 'null', 'certificate_status_by'],
    [`'finding'`, 'null', 'certificate_status_by'],
    [`'whim'`, latest, 'certificate_status_cause'],
    [`'audit'`, latest, 'no fact lets the house change'],
    [`'clock'`, latest, 'no fact lets the house change'],
    [`'finding'`, latest, 'is not about the holder'],
  ] as const)('takes no suspension by %s with %s', async ([cause, fact, reason], { db, work }) => {
    const { body } = await aCertificate(db, work);
    await happened(db, body.id, ['finding.issued', { grade: 'critical' }]);
    await expect(sql.raw(suspend(cause, fact)).execute(db)).rejects.toThrow(reason);
  });

  test('takes nobody and a fact at the same time', async ({ db, work }) => {
    const { agency, officer } = await aCertificate(db, work);
    await happened(db, agency.id, ['finding.issued', { grade: 'critical' }]);
    const both = suspend(`'finding'`, latest, `'${officer.accountId}'`);
    await expect(sql.raw(both).execute(db)).rejects.toThrow('certificate_status_by');
  });
});

import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { assessIndicator } from '#app/features/audits/fieldwork/commands/assess-indicator.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { findLeft } from '#app/features/audits/fieldwork/closing.server.ts';
import { judgeEffectiveness } from '#app/features/audits/findings/effectiveness/commands.server.ts';
import { closeFinding } from '#app/features/audits/findings/commands/close-finding.server.ts';
import { findRepeated } from '#app/features/audits/findings/repeats.server.ts';
import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { endInterview } from '#app/features/audits/interviews/commands/end-interview.server.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { listNamedIn } from '#app/features/audits/interviews/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import {
  anApplication,
  anEngagement,
  assessAll,
  done,
  fieldwork,
  issued,
  type Engagement,
  fewHeard,
} from '#tests/support/factories/audits.ts';
import { closing, verified } from '#tests/support/factories/corrections.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { aWorker, heard } from '#tests/support/factories/interviews.ts';
import { test } from '#tests/support/test.ts';

/** Past the house's rule, as somebody with a database client. */
const closed = (given: Engagement, id: string) =>
  sql`update audit set state = 'fieldwork_done', fieldwork_done_at = now() where id = ${id}`.execute(
    given.db,
  );

/** An audit with a report of its own, later than the one whose finding was corrected. */
const reportedBetween = (db: Kysely<Database>) =>
  pastRules(db, (one) =>
    sql`insert into audit (application_id, organisation_id, audit_body_id, scheme_version_id, type, state, scheduled_at,
        scheduled_by, reviewed_at, reviewed_by, closed_at)
      select application_id, organisation_id, audit_body_id, scheme_version_id, 'stage2', 'closed', scheduled_at,
        scheduled_by, reviewed_at + interval '1 hour', reviewed_by, reviewed_at + interval '1 hour'
      from audit where reviewed_at is not null`.execute(one),
  );

describe('fieldwork does not close', () => {
  test('while a worker has no outcome', async ({ db }) => {
    const given = await anEngagement(db);
    const lead = given.as(given.lead);
    const id = await fieldwork(given);
    await assessAll(given, id);
    const worker = done(await recordInterview(lead, id, aWorker));
    expect(await closeFieldwork(lead, id, fewHeard)).toEqual({ ok: false, refusal: 'interviews_open' });
    await expect(closed(given, id)).rejects.toThrow('an interview has no outcome');
    done(await endInterview(lead, id, worker.id, 'unreachable'));
    done(await closeFieldwork(lead, id, fewHeard));
  });

  test('while a correction of an earlier audit was not judged, whatever came between, and only then', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major', 'minor');
    await verified(given, finding);
    done(await closeFinding(given.as(given.reviewer), finding, closing));
    await reportedBetween(db);
    // The same recruiter, some time later.
    const ended = { state: 'withdrawn', ended_at: new Date('2026-03-01T10:00:00Z') };
    await db.updateTable('application').set(ended).execute();
    const { agency, body, recruiter } = given;
    const applicationId = await anApplication(db, { agency, body, startedBy: recruiter.accountId });
    const next = { ...given, applicationId };
    const id = await fieldwork(next);
    await assessAll(next, id);
    const lead = given.as(given.lead);
    const audit = await findAudit(lead, id);
    expect(audit && (await findLeft(db, audit))).toEqual({
      conflicts: 0,
      open: 0,
      unheard: 0,
      unjudged: 1,
      concerns: 0,
      misuses: 0,
      unfound: 0,
    });
    expect(await closeFieldwork(lead, id, fewHeard)).toEqual({ ok: false, refusal: 'effectiveness_open' });
    await expect(closed(given, id)).rejects.toThrow('was not judged');
    const said = { effective: 'yes', note: 'Schedules name their payees by now.' } as const;
    expect(await findRepeated(db, { id, organisationId: agency.id }, '1.1.2')).toMatchObject({ id: finding });
    done(await judgeEffectiveness(lead, { auditId: id, findingId: finding }, said));
    expect(await findRepeated(db, { id, organisationId: agency.id }, '1.1.2')).toMatchObject({
      grade: 'minor',
    });
    done(await closeFieldwork(lead, id, fewHeard));
  });
});

describe('interviews a finding or an assessment rests on', () => {
  test('are kept beside their words, and follow them', async ({ db }) => {
    const given = await anEngagement(db);
    const { audit, id, pseudonym, lead } = await heard(given);
    const words = { grade: 'major' as const, statement: `Told by ${pseudonym}.`, evidence: 'An interview.' };
    const finding = done(await raiseFinding(lead, audit, '1.1.2', words)).id;
    const assessment = { conformity: 'conforms' as const, note: '', evidence: `As ${pseudonym} says.` };
    done(await assessIndicator(lead, audit, '1.1.3', { ...assessment, revision: 0 }));
    expect(await listNamedIn(db, id)).toMatchObject([
      { findingId: finding, code: null },
      { findingId: null, code: '1.1.3' },
    ]);
    done(await assessIndicator(lead, audit, '1.1.3', { ...assessment, evidence: 'Papers.', revision: 1 }));
    expect(await listNamedIn(db, id)).toMatchObject([{ findingId: finding }]);
  });

  test('are of the same audit, and of the words that name them', async ({ db }) => {
    const given = await anEngagement(db);
    const { audit, id, pseudonym, lead } = await heard(given);
    const words = { grade: 'major' as const, statement: `Told by ${pseudonym}.`, evidence: 'An interview.' };
    done(await raiseFinding(lead, audit, '1.1.2', words));
    await expect(
      sql`insert into interview_reference (audit_id, interview_id, indicator_code)
        select a.id, ${id}, '1.1.2' from audit a where a.type = 'stage1'`.execute(db),
    ).rejects.toThrow('which interviews a text names goes with its words');
  });
});

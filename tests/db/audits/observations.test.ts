import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { timelineOf } from '#app/events/timeline.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { findLeft } from '#app/features/audits/fieldwork/closing.server.ts';
import { withdrawFinding } from '#app/features/audits/findings/commands/withdraw-finding.server.ts';
import { listPastFindings } from '#app/features/audits/findings/effectiveness/queries.server.ts';
import { answerDispute, disputeFinding } from '#app/features/audits/findings/disputes/commands.server.ts';
import { listFindings } from '#app/features/audits/findings/lists.server.ts';
import {
  closeObservation,
  lookAtObservation,
} from '#app/features/audits/findings/observations/commands.server.ts';
import { listObservations } from '#app/features/audits/findings/observations/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import {
  anApplication,
  anEngagement,
  assessAll,
  done,
  fewHeard,
  fieldwork,
  issued,
  now,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const note = 'Looked at again in the minutes of this year.';

/** The next audit of the same recruiter, in its fieldwork; the one before left two observations. */
async function again(given: Engagement) {
  const { db, agency, body, recruiter } = given;
  const { findings } = await issued(given, 'observation', 'observation');
  const ended = { state: 'withdrawn', ended_at: new Date('2026-03-01T10:00:00Z') };
  await db.updateTable('application').set(ended).where('id', '=', given.applicationId).execute();
  const applicationId = await anApplication(db, { agency, body, startedBy: recruiter.accountId });
  const next = { ...given, applicationId };
  const audit = await fieldwork(next);
  await assessAll(next, audit);
  const [one = '', other = ''] = findings;
  return { one, other, audit, lead: given.as(given.lead), place: { id: audit, organisationId: agency.id } };
}
const stateOf = async ({ db }: Engagement, id: string) =>
  (await db.selectFrom('finding').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;
const open = { state: '', grade: '', overdue: false, page: 1 };

describe('observations of an earlier audit', () => {
  test('keep fieldwork open until each has its answer: gone closes it, still so lets it stay', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { one, other, audit, lead, place } = await again(given);
    const found = await findAudit(lead, audit);
    expect(found && (await findLeft(db, found)).unjudged).toBe(2);
    expect(await closeFieldwork(lead, audit, fewHeard)).toEqual({ ok: false, refusal: 'effectiveness_open' });
    await expect(
      sql`update audit set state = 'fieldwork_done', fieldwork_done_at = ${now}, sample_reasons = ${fewHeard.reasons}
        where id = ${audit}`.execute(db),
    ).rejects.toThrow('observation of an earlier audit was not looked at');
    done(await lookAtObservation(lead, { auditId: audit, findingId: one }, { answer: 'gone', note }));
    done(await lookAtObservation(lead, { auditId: audit, findingId: other }, { answer: 'still', note }));
    expect(
      await lookAtObservation(lead, { auditId: audit, findingId: other }, { answer: 'gone', note }),
    ).toEqual({
      ok: false,
      refusal: 'looked_already',
    });
    expect([await stateOf(given, one), await stateOf(given, other)]).toEqual(['closed', 'issued']);
    const { findings } = await listFindings(given.as(given.recruiter), open);
    expect(findings.map(({ id }) => id)).toEqual([other]);
    expect(await listObservations(db, place)).toMatchObject([
      { id: one, looked: { answer: 'gone', note } },
      { id: other, looked: { answer: 'still', note } },
    ]);
    expect(await listPastFindings(db, place)).toEqual([]);
    done(await closeFieldwork(lead, audit, fewHeard));
    // What the team says of them is told with its report, not while it looks.
    const looked = 'Observation of an earlier audit looked at';
    expect(JSON.stringify(await timelineOf(lead, audit))).toContain(looked);
    expect(JSON.stringify(await timelineOf(given.as(given.recruiter), audit))).not.toContain(looked);
  });

  test('that are disputed are looked at as well, and gone close with the answer', async ({ db, work }) => {
    const given = await anEngagement(db);
    const { one, other, audit, lead, place } = await again(given);
    const statement = 'The minutes were kept; they were in another office.';
    for (const id of [one, other]) done(await disputeFinding(given.as(given.recruiter), id, { statement }));
    expect(await listObservations(db, place)).toMatchObject([{ disputed: true }, { disputed: true }]);
    const found = await findAudit(lead, audit);
    expect(found && (await findLeft(db, found)).unjudged).toBe(2);
    await expect(
      sql`update audit set state = 'fieldwork_done', fieldwork_done_at = ${now}, sample_reasons = ${fewHeard.reasons}
        where id = ${audit}`.execute(db),
    ).rejects.toThrow('observation of an earlier audit was not looked at');
    done(await lookAtObservation(lead, { auditId: audit, findingId: one }, { answer: 'gone', note }));
    done(await lookAtObservation(lead, { auditId: audit, findingId: other }, { answer: 'still', note }));
    expect([await stateOf(given, one), await stateOf(given, other)]).toEqual(['disputed', 'disputed']);
    const kept = { outcome: 'kept', reason: 'The office was part of the audit.' } as const;
    for (const id of [one, other]) done(await answerDispute(given.as(given.reviewer), id, kept));
    await work();
    expect([await stateOf(given, one), await stateOf(given, other)]).toEqual(['closed', 'issued']);
  });

  test('become a finding with a grade, linked, and close once that is told', async ({ db, work, mailer }) => {
    const given = await anEngagement(db);
    const { one, other, audit, lead, place } = await again(given);
    const raise = (grade: 'critical' | 'minor', findingId: string) =>
      lookAtObservation(
        lead,
        { auditId: audit, findingId },
        { answer: 'raised', note, grade, gradingReasons: 'One case of forty, put right at once.' },
      );
    const told = done(await raise('critical', one)).raised ?? '';
    await work();
    expect(await stateOf(given, one)).toBe('closed');
    expect(mailer.sent.map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining('the observation is closed'),
    );
    const untold = done(await raise('minor', other)).raised ?? '';
    const rows = await db
      .selectFrom('finding')
      .select(['grade', 'repeats_id', 'statement'])
      .where('id', 'in', [told, untold])
      .orderBy('number')
      .execute();
    expect(rows).toMatchObject([
      { grade: 'critical', repeats_id: one, statement: expect.stringMatching(/^Observed in AUD-\S+\/1: /) },
      { grade: 'minor', repeats_id: other },
    ]);
    await work();
    expect(await stateOf(given, other)).toBe('issued');
    const house = { db, now, actor: { kind: 'system' as const } };
    expect(await closeObservation(house, other)).toEqual({ ok: false, refusal: 'not_told' });
    done(await withdrawFinding(lead, untold, { reason: 'It is the observation it was, after all.' }));
    expect(await listObservations(db, place)).toMatchObject([{ id: other, looked: null }, { id: one }]);
  });
});

describe('nobody else says what became of them', () => {
  test('by command', async ({ db }) => {
    const given = await anEngagement(db);
    const { one, audit, lead } = await again(given);
    const at = { auditId: audit, findingId: one };
    for (const actor of [given.reviewer, given.officer])
      expect(await lookAtObservation({ ...lead, actor }, at, { answer: 'gone', note })).toEqual({
        ok: false,
        refusal: 'forbidden',
      });
    const named = { answer: 'gone', note: 'W-99 says that it is gone.' } as const;
    expect(await lookAtObservation(lead, at, named)).toEqual({ ok: false, refusal: 'unknown_interview' });
  });

  test('by SQL', async ({ db }) => {
    const given = await anEngagement(db);
    const { one, other, audit, lead } = await again(given);
    const refuses = (what: string, why: string) => expect(sql.raw(what).execute(db)).rejects.toThrow(why);
    const insert = (answer: string, by: string, finding = one, at = audit) =>
      `insert into observation_look (finding_id, audit_id, answer, note, looked_at, looked_by)
        values ('${finding}', '${at}', '${answer}', '${note}', '${now.toISOString()}', '${by}')`;
    const of = given.lead.accountId;
    await refuses(insert('gone', given.reviewer.accountId), 'by the team of the next audit');
    await refuses(insert('gone', of), 'that is gone is closed');
    await refuses(insert('raised', of), 'observation_look_shape');
    const { audit_id: own } = await db
      .selectFrom('finding')
      .select('audit_id')
      .where('id', '=', one)
      .executeTakeFirstOrThrow();
    await refuses(insert('still', of, one, own), 'looked at by the next audit');
    await refuses(
      `update finding set state = 'closed', closed_at = now(), closed_by = '${of}' where id = '${one}'`,
      'an observation closes when the next audit',
    );
    done(await lookAtObservation(lead, { auditId: audit, findingId: other }, { answer: 'still', note }));
    await refuses(insert('still', of, other), 'once an audit');
    await refuses(`update observation_look set answer = 'gone'`, 'append-only');
    await refuses(`delete from observation_look`, 'append-only');
    await refuses(`truncate observation_look`, 'append-only');
  });
});

import { sql } from 'kysely';
import { expect } from 'vitest';

import { askForDraw, drawAsked } from '#app/features/audits/programme/draws/asked/commands.server.ts';
import {
  findAskedDraw,
  findRequest,
  listAskedDraws,
} from '#app/features/audits/programme/draws/asked/queries.server.ts';
import { candidatesOn } from '#app/features/audits/programme/draws/candidates.server.ts';
import { drawAudits } from '#app/features/audits/programme/draws/commands.server.ts';
import { findDraw } from '#app/features/audits/programme/draws/queries.server.ts';
import { listProposalTasks } from '#app/features/audits/programme/proposals/queries.server.ts';
import { timelineOf } from '#app/events/timeline.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const form = () => ({ id: crypto.randomUUID(), measure: 'number', size: 1 }) as const;

test('a draw is asked for once and made behind the request, under its number', async ({ db, work }) => {
  const { as, officer, lead, recruiter, certificateId } = await aCertificate(db, work);
  const asked = form();
  expect(await askForDraw(as(lead), asked)).toEqual({ ok: false, refusal: 'forbidden' });
  const both = await Promise.all([askForDraw(as(officer), asked), askForDraw(as(officer), asked)]);
  for (const outcome of both) expect(outcome).toMatchObject({ ok: true, value: { id: asked.id } });
  expect(await askForDraw(as(officer), { ...asked, measure: 'share' })).toEqual({
    ok: false,
    refusal: 'sent_before',
  });
  expect(await findDraw(as(officer), asked.id)).toBeUndefined();
  expect(await findAskedDraw(as(officer), asked.id)).toMatchObject({ size: 1, refusal: null });
  expect(await listAskedDraws(as(officer))).toMatchObject([{ id: asked.id }]);
  expect(await findAskedDraw(as(officer), 'x')).toBeUndefined();
  await work();
  expect(await findDraw(as(officer), asked.id)).toMatchObject({ count: 1, candidates: 1 });
  expect(await findAskedDraw(as(officer), asked.id)).toBeUndefined();
  expect(await listAskedDraws(as(officer))).toEqual([]);
  expect(await listProposalTasks(as(officer))).toHaveLength(1);
  // Delivered again after a crash it makes no other.
  const request = await findRequest(db, asked.id);
  done(await drawAsked({ ...as(officer), officer: request?.officer ?? officer }, asked));
  expect(await listProposalTasks(as(officer))).toHaveLength(1);
  const told = JSON.stringify(await timelineOf(as(recruiter), certificateId));
  expect(told).not.toMatch(/draw/i);
});

test('what stands in its way is said at once, or where it came up meanwhile to who asked', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { as, officer } = given;
  expect(await askForDraw(as(officer), { ...form(), size: 2 })).toEqual({
    ok: false,
    refusal: 'more_than_stand',
  });
  const asked = form();
  done(await askForDraw(as(officer), asked));
  // Drawn by somebody else before its turn came.
  done(await drawAudits(as(officer), { measure: 'number', size: 1 }));
  await work();
  expect(await findAskedDraw(as(officer), asked.id)).toMatchObject({ refusal: 'no_candidates' });
  expect(await listAskedDraws(as(officer))).toMatchObject([{ id: asked.id, refusal: 'no_candidates' }]);
  const scheme = { id: officer.organisationId, kind: 'scheme' as const };
  const other = await aPerson(db, scheme, 'officer', 'Ines Costa');
  expect(await findAskedDraw(as(other), asked.id)).toBeUndefined();
  expect(await listAskedDraws(as(other))).toEqual([]);
  await db
    .insertInto('interest_declaration')
    .values({
      ...{ account_id: other.accountId, organisation_id: given.agency.id, kind: 'kinship' },
      ...{ statement: 'My brother runs this agency.', from_on: '2020-01-01' },
      declared_at: as(other).now,
    })
    .execute();
  await pastRules(db, (trx) => sql`delete from audit_proposal`.execute(trx));
  expect(await askForDraw(as(other), form())).toEqual({ ok: false, refusal: 'tied_to_candidate' });
});

test('of somebody who is no officer any more nothing is drawn', async ({ db, work }) => {
  const { as, officer } = await aCertificate(db, work);
  const asked = form();
  done(await askForDraw(as(officer), asked));
  await pastRules(db, (trx) =>
    sql`delete from membership where account_id = ${officer.accountId}`.execute(trx),
  );
  await work();
  expect(await findRequest(db, asked.id)).toMatchObject({ id: asked.id, officer: undefined });
  const answered = await db.selectFrom('audit_draw_request').select(['refusal', 'draw_id']).execute();
  expect(answered).toEqual([{ refusal: 'forbidden', draw_id: null }]);
  expect(await listAskedDraws(as(officer))).toMatchObject([{ refusal: 'forbidden' }]);
  expect(await db.selectFrom('audit_draw').select('id').execute()).toEqual([]);
});

test('a risk that grew in the cycle has its tickets, in the database as well', async ({ db, work }) => {
  const { as, officer, certificateId } = await aCertificate(db, work);
  await pastRules(db, (trx) => sql`update audit_programme set risk = 'low'`.execute(trx));
  const ticketsNow = async () => (await candidatesOn(db, '2026-03-01')).map(({ tickets }) => tickets);
  expect(await ticketsNow()).toEqual([1]);
  const grown = (risk: string) =>
    sql`insert into audit_programme_reckoning (certificate_id, risk, corridors, grave_findings, suspensions, partners, reckoned_at)
      values (${certificateId}, ${risk}, 1, 1, 0, 0, '2026-03-01T08:00:00Z')`.execute(db);
  await grown('medium');
  expect(await ticketsNow()).toEqual([2]);
  await grown('high');
  expect(await ticketsNow()).toEqual([3]);
  const { id } = done(await drawAudits(as(officer), { measure: 'number', size: 1 }));
  const kept = await db.selectFrom('audit_draw_candidate').select(['draw_id', 'tickets']).execute();
  expect(kept).toEqual([{ draw_id: id, tickets: 3 }]);
});

test('raw SQL asks for nobody who is no officer, answers by no other draw, and changes no request', async ({
  db,
  work,
}) => {
  const { as, officer, lead } = await aCertificate(db, work);
  const at = as(officer).now;
  const ask = (by: string, size: number, id = crypto.randomUUID()) =>
    sql`insert into audit_draw_request (id, measure, size, asked_by, asked_at) values (${id}, 'number', ${size}, ${by}, ${at})`.execute(
      db,
    );
  await expect(ask(lead.accountId, 1)).rejects.toThrow('by officers');
  const asked = form();
  done(await drawAudits(as(officer), asked));
  await ask(officer.accountId, 2, asked.id);
  const answer = sql`update audit_draw_request set draw_id = ${asked.id}, answered_at = ${at}`;
  await expect(answer.execute(db)).rejects.toThrow('the draw it asked for');
  for (const [statement, why] of [
    [`update audit_draw_request set size = 1`, 'stands as it is'],
    [`update audit_draw_request set refusal = 'no_candidates'`, 'audit_draw_request_answer'],
    [`delete from audit_draw_request`, 'append-only'],
    [`truncate audit_draw_request`, 'append-only'],
  ] as const)
    await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(why);
  await sql`update audit_draw_request set refusal = 'no_candidates', answered_at = ${at}`.execute(db);
  await expect(sql`update audit_draw_request set refusal = 'forbidden'`.execute(db)).rejects.toThrow(
    'stands as it is',
  );
});

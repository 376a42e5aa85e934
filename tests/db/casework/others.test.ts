import { describe, expect } from 'vitest';

import { nameRecruiterOf } from '#app/features/workers/casework/commands/about.server.ts';
import { respondTo } from '#app/features/workers/casework/commands/respond.server.ts';
import { takeDeskStep } from '#app/features/workers/casework/commands/steps.server.ts';
import { findDisclosed, listDisclosed } from '#app/features/workers/casework/disclosed.server.ts';
import { complaintFigures } from '#app/features/workers/casework/figures.server.ts';
import { stepForms } from '#app/features/workers/casework/forms.ts';
import { openCase, textOf } from '#app/features/workers/casework/reading.server.ts';
import { listPassedTasks } from '#app/features/workers/casework/tasks.server.ts';
import type { ConsentParty } from '#app/features/workers/complaints/model.ts';
import * as own from '#app/features/workers/complaints/commands/of-reporter.server.ts';
import type { Recruiter } from '#app/platform/scope.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aDesk, later } from '#tests/support/factories/casework.ts';
import { aComplaint } from '#tests/support/factories/complaints.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { happened } from '#tests/support/factories/parts.ts';
import { test } from '#tests/support/test.ts';

type House = Parameters<typeof aDesk>[0];
const words = 'A worker says that a fee was taken. Say what you find.';

const allow = async (house: House, id: string, parties: ConsentParty[], at: number) =>
  done(await own.saveSection(later(house, at), id, { section: 'consents', said: { parties } }));

/** A case about a recruiter, admitted; passed to one party with its consent. */
async function passedTo(house: House, to: 'recruiter' | 'audit_body') {
  const desk = await aDesk(house);
  const listed = await aListed(house.db, { name: 'Zephyrine Overseas', number: 'LRN00012603' });
  done(await nameRecruiterOf(desk.mara, desk.id, listed.number));
  await allow(house, desk.id, [to], 1);
  const reasons = 'They can act on it themselves.';
  for (const [at, step] of (['safety_triage', 'acknowledged', 'admissibility'] as const).entries()) {
    const said = stepForms[step].parse({ reasons, answer: 'We have read it.' });
    done(await takeDeskStep(later(desk.mara, 2 + at), desk.id, said));
  }
  const passing = stepForms.routed.parse({ reasons, to, disclosure: words });
  done(await takeDeskStep(later(desk.mara, 6), desk.id, passing));
  const agency = { id: listed.id, kind: 'recruiter' as const };
  return { ...desk, agency, recruiter: await aPerson(house.db, agency, 'recruiter') };
}

describe('whoever a case is passed to', () => {
  test('reads what the desk wrote for them and nothing else, and answers it', async ({ copy, now }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const desk = await passedTo(house, 'recruiter');
    const as = (actor: Recruiter) => later({ db: copy.db, actor, now }, 10);
    const mine = await listDisclosed(as(desk.recruiter));
    expect(mine).toMatchObject([{ text: words, over: false, responses: [] }]);
    const shown = JSON.stringify(mine);
    for (const hidden of [desk.id, desk.number, '90,000', 'Mara', 'Zephyrine', 'routed'])
      expect(shown).not.toContain(hidden);
    expect(await listPassedTasks(as(desk.recruiter))).toMatchObject([{ due: '2026-03-13' }]);
    const id = mine[0]?.id ?? '';
    const stranger = (await anOrganisation(copy.db, 'recruiter', 'recruiter', { name: 'Other' })).owner;
    expect(await listDisclosed(as(stranger))).toEqual([]);
    expect(await respondTo(as(stranger), id, 'Not ours.')).toEqual({ ok: false, refusal: 'not_found' });
    done(await respondTo(as(desk.recruiter), id, 'We have asked our branch.'));
    expect((await findDisclosed(as(desk.recruiter), id))?.responses).toMatchObject([
      { text: 'We have asked our branch.', by: 'Some recruiter' },
    ]);
    expect(await listPassedTasks(as(desk.recruiter))).toEqual([]);
    const opened = await openCase(later(desk.mara, 12), desk.id);
    expect(opened?.entries.filter(({ kind }) => kind === 'response').map(textOf)).toEqual([
      'We have asked our branch.',
    ]);
  });

  test('reads it no more once consent is taken back, or the complaint', async ({ copy, now }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const desk = await passedTo(house, 'recruiter');
    const scope = later({ db: copy.db, actor: desk.recruiter, now }, 10);
    const [told] = await listDisclosed(scope);
    await allow(house, desk.id, [], 11);
    expect(await listDisclosed(scope)).toEqual([]);
    expect(await respondTo(scope, told?.id ?? '', 'Ours.')).toEqual({ ok: false, refusal: 'not_found' });
    await allow(house, desk.id, ['recruiter'], 12);
    expect(await listDisclosed(scope)).toHaveLength(1);
    done(await own.withdrawComplaint(later(house, 13), desk.id));
    expect(await listDisclosed(scope)).toEqual([]);
  });

  test('is the audit body that serves the recruiter, by auditors without a tie to it', async ({
    copy,
    now,
  }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const desk = await passedTo(house, 'audit_body');
    const body = await anOrganisation(copy.db, 'audit_body', 'auditor', { name: 'Veritas Audit' });
    const other = await anOrganisation(copy.db, 'audit_body', 'auditor', { name: 'Other Audit' });
    await happened(
      copy.db,
      `update application set audit_body_id = '${body.id}' where organisation_id = '${desk.agency.id}'`,
    );
    const as = (actor: typeof body.owner) => ({ db: copy.db, actor, now });
    expect(await listDisclosed(as(body.owner))).toMatchObject([{ text: words }]);
    expect(await listDisclosed(as(other.owner))).toEqual([]);
    expect(await listDisclosed({ db: copy.db, actor: desk.recruiter, now })).toEqual([]);
    const { agency } = desk;
    await happened(
      copy.db,
      `insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
       values ('${body.owner.accountId}', '${agency.id}', 'kinship', 'A cousin runs the branch.', '2020-01-01', now())`,
    );
    expect(await listDisclosed(as(body.owner))).toEqual([]);
  });
});

test('an officer sees figures alone, of those who agreed to be counted, and of five at least', async ({
  copy,
  now,
}) => {
  const house = { db: copy.db, pool: copy.pool, now };
  const desk = await aDesk(house);
  const nothing = { shown: [], rest: null };
  const some = async (count: number) => {
    for (let one = 0; one < count; one += 1) {
      const { id } = await aComplaint(house);
      await allow(house, id, ['statistics'], 1);
    }
  };
  await some(4);
  await aComplaint(house);
  expect(await complaintFigures(desk.officer)).toEqual({ states: nothing, recruiters: nothing });
  await some(1);
  expect(await complaintFigures(desk.officer)).toEqual({
    states: { shown: [{ of: 'received', count: 5 }], rest: null },
    recruiters: nothing,
  });
});

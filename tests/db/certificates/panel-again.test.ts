import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import {
  listCertificateAppeals,
  listOwnCertificateAppeals,
} from '#app/features/certificates/appeals/queries.server.ts';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { dropEnded } from '#app/features/certificates/decisions/commands/drop-matter.server.ts';
import { askForLift } from '#app/features/certificates/decisions/commands/ask-lift.server.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import { listOpen } from '#app/features/certificates/decisions/queries.server.ts';
import { listDeciderTasks, listShortPanelTasks } from '#app/features/certificates/decisions/tasks.server.ts';
import { answerExtension, askForExtension } from '#app/features/certificates/extension/commands.server.ts';
import { findOpenRequest, listOwnRequests } from '#app/features/certificates/extension/queries.server.ts';
import { withdrawCertificate } from '#app/features/certificates/status-commands.server.ts';
import { timelineOf } from '#app/events/timeline.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import { grounds, upheld } from '#tests/support/factories/appeals.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { ballotOn, grant, matterOf, noInterest, refusal } from '#tests/support/factories/certificates.ts';
import {
  asked,
  cases,
  lodged,
  on,
  refusedOnce,
  upholds,
  voteOn,
  type Held,
} from '#tests/support/factories/panel-again.ts';
import { rawVote } from '#tests/support/factories/parts.ts';
import { test } from '#tests/support/test.ts';

const no = (name: string) => ({ ok: false, refusal: name });
const note = 'Every worker was paid back, and the team saw the receipts.';

const outcomes = ({ db }: Held) =>
  db
    .selectFrom('certification_decision')
    .select(['kind', 'outcome'])
    .where('kind', '<>', 'initial')
    .orderBy('decided_at')
    .execute();
const matters = ({ db }: Held) =>
  db
    .selectFrom('decision_matter')
    .select(['kind', 'state'])
    .where('kind', '<>', 'initial')
    .orderBy('opened_at')
    .orderBy('kind')
    .execute();

describe('an appeal upheld against the panel', () => {
  test.for(Object.entries(cases))(
    'puts a %s before it again; others decide, and what they grant is done',
    async ([kind, one], { db, work, mailer }) => {
      const given = await refusedOnce(db, work, one);
      mailer.sent.length = 0;
      done(await upholds(given));
      await work();
      const id = await matterOf(db, given.applicationId);
      const later = addDays(given.day, 6);
      const first = { db, actor: given.decider, now: on(later) };
      const second = { ...first, actor: given.other };
      const dueOn = addDays(given.day, 35);
      expect(await listOpen(second)).toMatchObject([{ id, kind, again: true, barred: false, dueOn }]);
      expect(await listDeciderTasks(second)).toMatchObject([{ id, due: dueOn }]);
      expect(await listDeciderTasks(first)).toEqual([]);
      expect(await declareInterest(first, id, noInterest)).toEqual(no('refused_by_you'));
      expect(await findPackage(first, id)).toMatchObject({ refusal: 'refused_by_you', contents: undefined });
      const raw = rawVote(id, { person: given.decider.accountId, day: later });
      await expect(raw.execute(db)).rejects.toThrow('does not decide: refused_by_you');
      done(await declareInterest(second, id, noInterest));
      const { contents } = (await findPackage(second, id)) ?? {};
      expect(contents?.appeal).toMatchObject({ grounds: grounds.grounds, reasons: upheld.reasons });
      expect(await listOwnCertificateAppeals({ ...first, actor: given.owner })).toMatchObject([
        { outcome: 'upheld', againState: 'open', againBy: dueOn },
      ]);
      expect(await listCertificateAppeals(second)).toMatchObject([{ againState: 'open' }]);
      done(await castVote(second, id, await ballotOn(second, id, grant)));
      await work();
      expect(await outcomes(given)).toEqual([
        { kind, outcome: 'refused' },
        { kind, outcome: 'granted' },
      ]);
      expect(await listOwnCertificateAppeals({ ...first, actor: given.owner })).toMatchObject([
        { againState: 'decided' },
      ]);
    },
  );

  test('is told: the holder that the panel decides again, its free members that there is something to decide', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await refusedOnce(db, work, cases.lift);
    mailer.sent.length = 0;
    done(await upholds(given));
    await work();
    const told = mailer.sent.map(({ to, subject, text }) => ({
      to,
      subject,
      text: text.replace(/\s+/g, ' '),
    }));
    const again = told.filter(({ subject }) => subject.startsWith('Decide again about the suspension'));
    expect(again).toHaveLength(1);
    const holder = told.find(
      ({ subject }) => subject === `Certificate ${given.number}: your appeal was upheld`,
    );
    expect(holder?.text).toContain('decides on what you asked for again, by 6 May 2026');
    expect(holder?.text).toContain(upheld.reasons);
    const owner = { db, actor: given.owner, now: on('2026-04-08') };
    const timeline = await timelineOf(owner, given.certificateId);
    expect(timeline.map(({ what }) => what)).toContain('Before the decision panel again, after an appeal');
  });

  test('refused anew is refused; whoever voted either time is barred after the next appeal too', async ({
    db,
    work,
  }) => {
    const given = await refusedOnce(db, work, cases.lift);
    done(await upholds(given));
    await work();
    done(await voteOn(given, { actor: given.other, day: '2026-04-08' }, refusal));
    await work();
    expect((await outcomes(given)).map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
    const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
    const judge = await aPerson(db, scheme, 'officer', 'Second Judge');
    const third = await aPerson(db, scheme, 'decider', 'Third Decider');
    const appealId = await lodged(given, '2026-04-09');
    // Whoever upheld the first one had a part in what led to the second.
    expect(await upholds({ ...given, appealId }, { after: 9 })).toEqual(no('appeal_decided_by_you'));
    done(await upholds({ ...given, appealId }, { actor: judge, after: 9 }));
    await work();
    expect((await matters(given)).map(({ state }) => state)).toEqual(['decided', 'decided', 'open']);
    for (const actor of [given.decider, given.other])
      expect(await voteOn(given, { actor, day: '2026-04-12' }, grant)).toEqual(no('refused_by_you'));
    done(await voteOn(given, { actor: third, day: '2026-04-12' }, grant));
  });

  test.for([cases.lift, cases.scope_extension])(
    'is not upheld by who put the very matter before the panel, or reviewed what it asks',
    async (one, { db, work }) => {
      const given = await refusedOnce(db, work, one);
      expect(await upholds(given, { actor: given.officer })).toEqual(no('put_by_you'));
      const raw = sql`update certificate_appeal set outcome = 'upheld', reasons = 'Twenty letters at the least',
        decided_by = ${given.officer.accountId}::uuid, decided_at = now()`;
      await expect(raw.execute(db)).rejects.toThrow('does not decide: put_by_you');
    },
  );

  test('by a member of the panel bars them from the vote it leads to', async ({ db, work }) => {
    const given = await refusedOnce(db, work, cases.lift);
    done(await upholds(given, { actor: given.other }));
    await work();
    const id = await matterOf(db, given.applicationId);
    const scope = { db, actor: given.other, now: on('2026-04-08') };
    expect(await declareInterest(scope, id, noInterest)).toEqual(no('appeal_decided_by_you'));
    // Nobody is left to decide: the scheme's office hears of it, until somebody joins the panel.
    const officer = { ...scope, actor: given.officer };
    expect(await listShortPanelTasks(officer)).toMatchObject([{ due: '2026-05-06', action: 'Invite' }]);
    const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
    await aPerson(db, scheme, 'decider', 'Third Decider');
    expect(await listShortPanelTasks(officer)).toEqual([]);
    const raw = rawVote(id, { person: given.other.accountId, day: '2026-04-08' });
    await expect(raw.execute(db)).rejects.toThrow('does not decide: appeal_decided_by_you');
  });

  test('leaves what an officer put before the panel anew meanwhile, without those who voted before', async ({
    db,
    work,
  }) => {
    const given = await refusedOnce(db, work, cases.lift);
    const officer = { db, actor: given.officer, now: on('2026-04-03') };
    done(await askForLift(officer, given.certificateId, { note }));
    await work();
    done(await upholds(given));
    await work();
    expect((await matters(given)).map(({ state }) => state)).toEqual(['decided', 'open']);
    expect(await voteOn(given, { actor: given.decider, day: '2026-04-08' }, grant)).toEqual(
      no('refused_by_you'),
    );
    done(await voteOn(given, { actor: given.other, day: '2026-04-08' }, grant));
  });

  test('of a recertification whose certificate has expired meanwhile asks to restore it', async ({
    db,
    work,
  }) => {
    const given = await refusedOnce(db, work, { ...cases.recertification, day: '2029-02-20' });
    done(await upholds(given, { after: 20 }));
    await work();
    expect(await matters(given)).toEqual([
      { kind: 'recertification', state: 'decided' },
      { kind: 'restoration', state: 'open' },
    ]);
    expect(await voteOn(given, { actor: given.decider, day: '2029-03-15' }, grant)).toEqual(
      no('refused_by_you'),
    );
    done(await voteOn(given, { actor: given.other, day: '2029-03-15' }, grant));
  });

  test('of a recertification that expires before it is decided again goes on as a restoration', async ({
    db,
    work,
  }) => {
    const given = await refusedOnce(db, work, { ...cases.recertification, day: '2029-02-10' });
    done(await upholds(given));
    await work();
    const id = await matterOf(db, given.applicationId);
    done(await dropEnded({ db, now: on('2029-03-02') }, id));
    expect((await matters(given)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'recertification decided',
      'recertification dropped',
      'restoration open',
    ]);
    expect(await voteOn(given, { actor: given.decider, day: '2029-03-05' }, grant)).toEqual(
      no('refused_by_you'),
    );
  });

  test('brings nothing back of a certificate that was withdrawn meanwhile', async ({ db, work }) => {
    const given = await refusedOnce(db, work, cases.lift);
    const officer = { db, actor: given.officer, now: on('2026-04-03') };
    done(await withdrawCertificate(officer, given.certificateId, { reasonClass: 'fraud', note }));
    done(await upholds(given));
    await work();
    expect((await matters(given)).map(({ state }) => state)).toEqual(['decided']);
    expect(await listOwnCertificateAppeals({ ...officer, actor: given.owner })).toMatchObject([
      { outcome: 'upheld', againState: null },
    ]);
  });
});

describe('a wider scope that was refused and appealed', () => {
  test('waits for the panel again beside what was asked since, which the officer answers', async ({
    db,
    work,
  }) => {
    const given = await refusedOnce(db, work, cases.scope_extension);
    const recruiter = { db, actor: given.recruiter, now: on('2026-06-22') };
    done(await askForExtension(recruiter, { ...asked, corridors: [], offices: ['Pokhara'] }));
    done(await upholds(given));
    await work();
    expect((await listOwnRequests(recruiter)).map(({ state }) => state)).toEqual([
      'requested',
      'audit_needed',
    ]);
    const officer = { db, actor: given.officer, now: on('2026-06-26') };
    const open = await findOpenRequest(officer, given.certificateId);
    expect(open?.added.offices).toEqual(['Pokhara']);
    done(await answerExtension(officer, given.certificateId, { outcome: 'refused', answer: note }));
    expect(await answerExtension(officer, given.certificateId, { outcome: 'refused', answer: note })).toEqual(
      no('with_the_panel'),
    );
    done(await voteOn(given, { actor: given.other, day: '2026-06-27' }, grant));
    await work();
    expect((await listOwnRequests(recruiter)).map(({ state }) => state)).toEqual(['refused', 'extended']);
  });
});

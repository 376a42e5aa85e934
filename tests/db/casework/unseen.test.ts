import { describe, expect } from 'vitest';
import { z } from 'zod';

import { latestEntries, timelineOf } from '#app/events/timeline.server.ts';
import { findCase } from '#app/features/workers/casework/case.server.ts';
import { nameRecruiterOf } from '#app/features/workers/casework/commands/about.server.ts';
import { handOverCase, takeCase } from '#app/features/workers/casework/commands/hold.server.ts';
import { takeDeskStep } from '#app/features/workers/casework/commands/steps.server.ts';
import {
  answerReporter,
  writeNote,
  writeTranslation,
} from '#app/features/workers/casework/commands/write.server.ts';
import { listDisclosed } from '#app/features/workers/casework/disclosed.server.ts';
import { stepForms } from '#app/features/workers/casework/forms.ts';
import { listQueue } from '#app/features/workers/casework/queue.server.ts';
import { openCase } from '#app/features/workers/casework/reading.server.ts';
import { findOwnCase } from '#app/features/workers/complaints/queries.server.ts';
import { writeMessage } from '#app/features/workers/complaints/commands/of-reporter.server.ts';
import { openIn } from '#app/features/workers/complaints/sealing.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aDesk, later } from '#tests/support/factories/casework.ts';
import { aComplaint } from '#tests/support/factories/complaints.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { happened } from '#tests/support/factories/parts.ts';
import { test } from '#tests/support/test.ts';
import { wholeDatabase } from '#tests/support/whole-database.ts';

const secrets = {
  told: 'Quarzkiesel took my passport in Doha',
  message: 'Basalt is my room mate',
  answer: 'Feldspar: we have read it',
  translation: 'Glimmer means passport',
  note: 'Obsidian was asked by telephone',
  reasons: 'Turmaline is safe for the night',
  handing: 'Rhyolith speaks the language',
};

describe('nobody else sees what a case says', () => {
  test('neither the reader of the whole database, nor the holder of another case’s key', async ({
    copy,
    now,
    work,
  }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const desk = await aDesk(house, { happened: secrets.told, whom: 'Granit Overseas' });
    done(await writeMessage(house, desk.id, secrets.message));
    done(await answerReporter(desk.mara, desk.id, secrets.answer));
    const { id: ofEntry } = await copy.db
      .selectFrom('complaint_entry')
      .select('id')
      .where('kind', '=', 'account')
      .executeTakeFirstOrThrow();
    done(await writeTranslation(desk.mara, desk.id, { ofEntry, text: secrets.translation }));
    done(await writeNote(desk.mara, desk.id, secrets.note));
    const step = stepForms.safety_triage.parse({ reasons: secrets.reasons });
    done(await takeDeskStep(later(desk.mara, 1), desk.id, step));
    const handing = { to: desk.piet.actor.accountId, reasons: secrets.handing };
    done(await handOverCase(later(desk.mara, 2), desk.id, handing));
    await work();
    const kept = await wholeDatabase(copy.db);
    for (const [what, text] of Object.entries(secrets)) expect(kept.includes(text), what).toBe(false);
    for (const word of ['Granit', 'Quarzkiesel', 'Basalt', desk.passphrase]) expect(kept).not.toContain(word);
    // It is there for whoever may open it: what was looked for would have been found.
    const opened = JSON.stringify(await openCase(later(desk.piet, 3), desk.id));
    for (const text of Object.values(secrets)) expect(opened).toContain(text);
    // Another case's key opens none of it, and another row of the same case neither.
    const other = await aComplaint(house);
    const rows = await copy.db
      .selectFrom('complaint_entry')
      .select(['id', 'sealed'])
      .where('complaint_id', '=', desk.id)
      .execute();
    for (const { id, sealed } of rows) {
      const row = `complaint_entry/${id}`;
      expect(await openIn({ complaintId: other.id, row }, sealed, z.unknown())).toBeUndefined();
      expect(
        await openIn({ complaintId: desk.id, row: 'complaint_entry/x' }, sealed, z.unknown()),
      ).toBeUndefined();
    }
    expect(JSON.stringify(await findOwnCase({ db: copy.db }, other.id))).not.toContain('Quarzkiesel');
  });

  test('nor any role on a timeline, nor a caseworker who is tied to the recruiter', async ({ copy, now }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const desk = await aDesk(house);
    const listed = await aListed(copy.db, { name: 'Zephyrine Overseas', number: 'LRN00012603' });
    const agency = { id: listed.id, kind: 'recruiter' as const };
    await happened(
      copy.db,
      `insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
       values ('${desk.piet.actor.accountId}', '${listed.id}', 'kinship', 'A cousin runs it.', '2020-01-01', now())`,
    );
    const all = { state: undefined, whose: 'anyone', late: false, after: undefined } as const;
    expect((await listQueue(desk.piet, all)).count).toBe(1);
    done(await nameRecruiterOf(desk.mara, desk.id, listed.number));
    expect((await listQueue(desk.piet, all)).cases).toEqual([]);
    expect((await listQueue(desk.mara, all)).count).toBe(1);
    expect(await findCase(desk.piet, desk.number)).toBeUndefined();
    expect(await takeCase(desk.piet, desk.id)).toEqual({ ok: false, refusal: 'not_found' });
    const tied = { to: desk.piet.actor.accountId, reasons: 'They speak the language.' };
    expect(await handOverCase(desk.mara, desk.id, tied)).toEqual({ ok: false, refusal: 'tied' });
    const recruiter = { db: copy.db, now, actor: await aPerson(copy.db, agency, 'recruiter') };
    expect(await listDisclosed(recruiter)).toEqual([]);
    for (const scope of [desk.officer, recruiter]) expect(await timelineOf(scope, desk.id)).toEqual([]);
    expect(JSON.stringify(await latestEntries(desk.officer))).not.toContain('omplaint');
  });

  test('nor does whoever names a recruiter they are tied to keep the case', async ({ copy, now }) => {
    const desk = await aDesk({ db: copy.db, pool: copy.pool, now });
    const listed = await aListed(copy.db, { name: 'Zephyrine Overseas', number: 'LRN00012603' });
    await happened(
      copy.db,
      `insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
       values ('${desk.mara.actor.accountId}', '${listed.id}', 'kinship', 'A cousin runs it.', '2020-01-01', now())`,
    );
    expect(await nameRecruiterOf(desk.mara, desk.id, listed.number)).toEqual({ ok: false, refusal: 'tied' });
    expect(await nameRecruiterOf(desk.mara, desk.id, 'LRN99999999')).toEqual({
      ok: false,
      refusal: 'no_such_recruiter',
    });
  });
});

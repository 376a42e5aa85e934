import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { findRequest, listRequests } from '#app/features/workers/casework/access.server.ts';
import { findCase, findOpenCase } from '#app/features/workers/casework/case.server.ts';
import { answerAccess, askForAccess } from '#app/features/workers/casework/commands/access.server.ts';
import { handOverCase, takeCase } from '#app/features/workers/casework/commands/hold.server.ts';
import {
  answerReporter,
  writeNote,
  writeTranslation,
} from '#app/features/workers/casework/commands/write.server.ts';
import { openCase, openEntry, textOf } from '#app/features/workers/casework/reading.server.ts';
import { findOwnCase } from '#app/features/workers/complaints/queries.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aDesk, later } from '#tests/support/factories/casework.ts';
import { aComplaint } from '#tests/support/factories/complaints.ts';
import { test } from '#tests/support/test.ts';

const reason = 'The caseworker is ill, and a day is named in it.';

describe('a case', () => {
  test('is taken on once, and open to whoever took it on alone', async ({ copy, now }) => {
    const desk = await aDesk({ db: copy.db, pool: copy.pool, now });
    expect(await takeCase(desk.piet, desk.id)).toEqual({ ok: false, refusal: 'somebody_elses' });
    expect(await takeCase(desk.mara, desk.id)).toEqual({ ok: false, refusal: 'yours_already' });
    expect(await openCase(desk.piet, desk.id)).toBeUndefined();
    expect(await findOpenCase(desk.piet, desk.number)).toBeUndefined();
    const opened = await openCase(desk.mara, desk.id);
    expect(opened?.entries.map(textOf)).toEqual(['They took 90,000 rupees for the job.']);
    const readings = await copy.db
      .selectFrom('complaint_reading')
      .select(['account_id', 'read_at'])
      .execute();
    expect(readings).toEqual([{ account_id: desk.mara.actor.accountId, read_at: now }]);
  });

  test('is handed to a colleague with a reason that only they read', async ({ copy, now }) => {
    const desk = await aDesk({ db: copy.db, pool: copy.pool, now });
    const handing = { to: desk.piet.actor.accountId, reasons: 'Piet reads Nepali and I do not.' };
    expect(await handOverCase(desk.piet, desk.id, handing)).toEqual({ ok: false, refusal: 'not_found' });
    const self = { ...handing, to: desk.mara.actor.accountId };
    expect(await handOverCase(desk.mara, desk.id, self)).toEqual({ ok: false, refusal: 'yourself' });
    const officer = { ...handing, to: desk.scheme.owner.accountId };
    expect(await handOverCase(desk.mara, desk.id, officer)).toEqual({ ok: false, refusal: 'no_colleague' });
    done(await handOverCase(desk.mara, desk.id, handing));
    expect(await openCase(desk.mara, desk.id)).toBeUndefined();
    const opened = await openCase(desk.piet, desk.id);
    expect(opened?.entries.filter(({ kind }) => kind === 'note').map(textOf)).toEqual([handing.reasons]);
  });

  test('is taken on by another once its caseworker has left', async ({ copy, now }) => {
    const desk = await aDesk({ db: copy.db, pool: copy.pool, now });
    await copy.db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await trx.deleteFrom('membership').where('account_id', '=', desk.mara.actor.accountId).execute();
    });
    expect(await findCase(desk.piet, desk.number)).toMatchObject({ held: false, open: false });
    done(await takeCase(desk.piet, desk.id));
    expect(await findOpenCase(desk.piet, desk.number)).toMatchObject({ number: desk.number });
  });
});

describe('somebody else’s case', () => {
  test('is opened by two people, for a day, and every opening is written down', async ({ copy, now }) => {
    const desk = await aDesk({ db: copy.db, pool: copy.pool, now });
    done(await askForAccess(desk.piet, desk.id, reason));
    expect(await askForAccess(desk.piet, desk.id, reason)).toEqual({ ok: false, refusal: 'asked_already' });
    expect(await askForAccess(desk.mara, desk.id, reason)).toEqual({ ok: false, refusal: 'open_already' });
    expect(await listRequests(desk.piet)).toEqual([]);
    const [asked] = await listRequests(desk.officer);
    if (!asked) throw new Error('nobody asks');
    // The reason, and nothing of the case.
    expect(Object.keys(asked).toSorted()).toEqual(['askedAt', 'askedBy', 'id', 'name', 'reason']);
    expect(await findRequest(desk.piet, asked.id)).toBeUndefined();
    expect(await answerAccess(desk.piet, asked.id, true)).toEqual({ ok: false, refusal: 'your_own' });
    expect(await openCase(desk.piet, desk.id)).toBeUndefined();
    done(await answerAccess(desk.officer, asked.id, true));
    expect(await answerAccess(desk.mara, asked.id, false)).toEqual({
      ok: false,
      refusal: 'answered_already',
    });
    expect((await openCase(later(desk.piet, 23 * 60), desk.id))?.entries).toHaveLength(1);
    expect(await openCase(later(desk.piet, 25 * 60), desk.id)).toBeUndefined();
    const readings = await copy.db.selectFrom('complaint_reading').select('account_id').execute();
    expect(readings).toEqual([{ account_id: desk.piet.actor.accountId }]);
    const facts = await copy.db
      .selectFrom('event')
      .select(['type', 'payload'])
      .where('subject', '=', desk.id)
      .orderBy('position')
      .execute();
    expect(facts.map(({ type }) => type)).toEqual([
      ...['complaint.received', 'complaint.taken', 'complaint.access_asked', 'complaint.access_answered'],
    ]);
    expect(JSON.stringify(facts)).not.toContain('ill');
  });

  test('stays shut when the second person says no', async ({ copy, now }) => {
    const desk = await aDesk({ db: copy.db, pool: copy.pool, now });
    done(await askForAccess(desk.piet, desk.id, reason));
    const [asked] = await listRequests(desk.mara);
    done(await answerAccess(desk.mara, asked?.id ?? '', false));
    expect(await openCase(desk.piet, desk.id)).toBeUndefined();
    done(await askForAccess(later(desk.piet, 1), desk.id, reason));
  });

  test('is taken on rather than asked for where nobody has it', async ({ copy, now }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const desk = await aDesk(house);
    const other = await aComplaint(house);
    expect(await askForAccess(desk.piet, other.id, reason)).toEqual({ ok: false, refusal: 'nobodys' });
  });
});

describe('on an open case', () => {
  test('the reporter is answered, what they wrote is translated beside it, and notes stay at the desk', async ({
    copy,
    now,
  }) => {
    const desk = await aDesk({ db: copy.db, pool: copy.pool, now });
    const [account] = (await openCase(desk.mara, desk.id))?.entries ?? [];
    const ofEntry = account?.id ?? '';
    done(await answerReporter(later(desk.mara, 1), desk.id, 'We have read it.'));
    done(await writeTranslation(later(desk.mara, 2), desk.id, { ofEntry, text: 'They took money.' }));
    done(await writeNote(later(desk.mara, 3), desk.id, 'Asked the hotline.'));
    expect(await writeNote(later(desk.piet, 3), desk.id, 'Me too.')).toEqual({
      ok: false,
      refusal: 'not_found',
    });
    const opened = await openCase(later(desk.mara, 4), desk.id);
    const written = opened?.entries.map((entry) => [entry.kind, entry.ofEntry, textOf(entry)]);
    expect(written).toEqual([
      ['account', null, 'They took 90,000 rupees for the job.'],
      ['answer', null, 'We have read it.'],
      ['translation', ofEntry, 'They took money.'],
      ['note', null, 'Asked the hotline.'],
    ]);
    const note = opened?.entries.at(-1)?.id ?? '';
    expect(await writeTranslation(desk.mara, desk.id, { ofEntry: note, text: 'A note.' })).toEqual({
      ok: false,
      refusal: 'not_found',
    });
    expect((await openEntry(desk.mara, desk.id, ofEntry))?.kind).toBe('account');
    expect(await openEntry(desk.piet, desk.id, ofEntry)).toBeUndefined();
    // The reporter reads the answer, and neither the translation nor the note.
    const own = await findOwnCase({ db: copy.db }, desk.id);
    expect(own?.messages.map(({ text }) => text)).toEqual([
      'They took 90,000 rupees for the job.',
      'We have read it.',
    ]);
  });
});

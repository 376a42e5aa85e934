import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { abortAudit } from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import { noteAlong } from '#app/features/audits/fieldwork/along/commands.server.ts';
import {
  findClosedWithout,
  hasKept,
  listAlong,
  listAway,
  listLatePhotos,
  tookAlong,
} from '#app/features/audits/fieldwork/along/queries.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { takePhoto } from '#app/features/audits/fieldwork/commands/take-photo.server.ts';
import { listEvidenceOf } from '#app/features/audits/fieldwork/evidence.server.ts';
import { openDocument } from '#app/features/documents/commands.server.ts';
import { addPhoto } from '#app/features/documents/photos.server.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import {
  anEngagement,
  assessAll,
  done,
  fewHeard,
  fieldwork,
  now,
  planned,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const awayReasons = 'Bo was called at six; his laptop stays at the hotel until Monday.';

/** A minute passes with each thing a device says. */
function saysOf(given: Engagement, id: string, device: string = randomUUID()) {
  let minutes = 0;
  const says = (said: { opens: boolean; waits: boolean }, who: SignedIn = given.lead) => {
    minutes += 1;
    const later: Scope = { ...given.as(who), now: new Date(now.getTime() + minutes * 60_000) };
    return noteAlong(later, id, { device, ...said });
  };
  return {
    opens: (waits = false) => says({ opens: true, waits }),
    sent: () => says({ opens: false, waits: false }),
    says,
  };
}

async function lastHour(given: Engagement) {
  const id = await fieldwork(given);
  await assessAll(given, id);
  const close = (more: { without?: string[]; awayReasons?: string } = {}) =>
    closeFieldwork(given.as(given.lead), id, { ...fewHeard, ...more });
  return { id, close };
}

/** As the address of photos stores one, without its bytes. */
function photoFrom(given: Engagement, auditId: string, photoId: string = randomUUID()) {
  const scope = { ...given.as(given.lead), actor: given.lead };
  const file = {
    ...{ filename: 'gate.jpg', mediaType: 'image/jpeg', bytes: 1000, sha256: 'a'.repeat(64) },
    ...{ key: randomUUID(), quarantined: false },
  };
  return takePhoto(scope, auditId, { photoId, code: '1.1.2', name: 'gate.jpg', seq: 1 }, (trx, title) =>
    addPhoto(trx, scope, { id: photoId, auditId, title }, file),
  );
}

describe('a device that took the audit along', () => {
  test('is away until it sent everything, and anew when its page is opened again', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const device = saysOf(given, id);
    done(await device.opens());
    const [first] = await listAway(db, id);
    expect(await listAlong(db, id)).toMatchObject([{ id: first, by: 'Anjali Rao', sentAt: null }]);
    // With something left it stays away since it was.
    done(await device.opens(true));
    expect(await listAway(db, id)).toEqual([first]);
    done(await device.sent());
    expect(await listAway(db, id)).toEqual([]);
    expect(await listAlong(db, id)).toMatchObject([{ id: first, sentAt: new Date('2026-03-01T09:03:00Z') }]);
    done(await device.opens());
    const [second] = await listAway(db, id);
    expect(second).not.toBe(first);
    expect(await listAlong(db, id)).toMatchObject([{ id: second, sentAt: null }]);
  });

  test('says so twice at once, and is away once', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const device = saysOf(given, id);
    const both = await Promise.all([device.opens(), device.opens()]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await listAway(db, id)).toHaveLength(1);
  });

  test('is one of the team, during fieldwork', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planned(given, 'stage1');
    expect(done(await saysOf(given, id).opens())).toEqual({ sent: false, takes: false });
    const others = await strangers(db);
    const { says } = saysOf(given, id);
    for (const [who, refusal] of [
      [given.colleague, 'not_found'],
      [others.auditor, 'not_found'],
      [given.reviewer, 'forbidden'],
      // Not told of the audit yet.
      [given.recruiter, 'not_found'],
    ] as const)
      expect(await says({ opens: true, waits: false }, who)).toEqual({ ok: false, refusal });
    expect(await listAlong(db, id)).toEqual([]);
  });
});

describe('fieldwork', () => {
  test('waits for who is away, or closes by name and with reasons, which stand', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, close } = await lastHour(given);
    const device = saysOf(given, id);
    done(await device.opens());
    const without = await listAway(db, id);
    const raw = (reasons: string | null) =>
      sql`update audit set state = 'fieldwork_done', fieldwork_done_at = now(), sample_reasons = ${fewHeard.reasons},
        away_reasons = ${reasons} where id = ${id}`.execute(db);
    expect(await close()).toEqual({ ok: false, refusal: 'taken_along' });
    expect(await close({ without, awayReasons: 'Not now.' })).toMatchObject({
      refusal: 'away_reasons_missing',
    });
    await expect(raw(null)).rejects.toThrow('over a device that has not sent with reasons');
    await expect(raw('Too few letters.')).rejects.toThrow('audit_away_reasons');
    // It came back, was opened again, and is away anew: what was ticked is not what is there.
    done(await device.opens());
    expect(await close({ without, awayReasons })).toEqual({ ok: false, refusal: 'taken_along' });
    done(await close({ without: await listAway(db, id), awayReasons }));
    expect(await findClosedWithout(db, { id })).toMatchObject({
      reasons: awayReasons,
      devices: [{ by: 'Anjali Rao', sentAt: null }],
    });
    await expect(
      sql`update audit set away_reasons = 'Other words, twenty letters.' where id = ${id}`.execute(db),
    ).rejects.toThrow('away_reasons stands');
  });

  test('closes without a word once all is sent, for raw SQL too', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, close } = await lastHour(given);
    const device = saysOf(given, id);
    done(await device.opens());
    done(await device.sent());
    await expect(
      sql`update audit set state = 'fieldwork_done', fieldwork_done_at = now(), sample_reasons = ${fewHeard.reasons},
        away_reasons = ${awayReasons} where id = ${id}`.execute(db),
    ).rejects.toThrow('nothing else has them');
    done(await close({ awayReasons }));
    expect(await findClosedWithout(db, { id })).toBeNull();
    expect(await hasKept(db, id)).toBe(false);
  });
});

describe('what comes after fieldwork', () => {
  test('is kept: a photo for the team to look at, no evidence, once; and that its device has sent', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { id, close } = await lastHour(given);
    const device = saysOf(given, id);
    done(await device.opens());
    done(await close({ without: await listAway(db, id), awayReasons }));
    expect(await hasKept(db, id)).toBe(true);
    const photoId = randomUUID();
    expect(done(await photoFrom(given, id, photoId))).toEqual({ outcome: 'stored', late: true });
    expect(done(await photoFrom(given, id, photoId))).toEqual({ outcome: 'already' });
    expect(await listLatePhotos(db, id)).toMatchObject([
      { id: photoId, code: '1.1.2', filename: 'gate.jpg', by: 'Anjali Rao' },
    ]);
    expect(await listEvidenceOf(db, id, '1.1.2')).toEqual([]);
    for (const who of [given.lead, given.reviewer])
      expect(await openDocument({ ...given.as(who), actor: who }, photoId, 1)).toMatchObject({ ok: true });
    done(await device.sent());
    expect((await findClosedWithout(db, { id }))?.devices).toMatchObject([{ sentAt: expect.any(Date) }]);
    // Nothing is taken along any more.
    expect(done(await device.opens())).toEqual({ sent: false, takes: false });
  });

  test('is kept of an audit that was broken off meanwhile, from who had it along alone', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    done(await saysOf(given, id).opens());
    expect(await tookAlong(db, id, given.lead.accountId)).toBe(true);
    expect(await tookAlong(db, id, given.colleague.accountId)).toBe(false);
    const because = { reason: 'safety' as const, note: 'The guards let nobody in any more.' };
    done(await abortAudit(given.as(given.lead), id, because));
    expect(done(await photoFrom(given, id))).toMatchObject({ late: true });
    expect(await listLatePhotos(db, id)).toHaveLength(1);
  });
});

describe('raw SQL', () => {
  test.for([
    [`delete from fieldwork_taking`, 'append-only'],
    [`truncate fieldwork_taking`, 'append-only'],
    [`update fieldwork_taking set device = gen_random_uuid()`, 'device stands'],
    [`update fieldwork_taking set taken_at = taken_at - interval '1 day'`, 'taken_at stands'],
    [
      `update fieldwork_taking set sent_at = sent_at + interval '1 day' where sent_at is not null`,
      'sent_at stands',
    ],
    [
      `insert into fieldwork_taking (audit_id, account_id, device, taken_at) select audit_id, account_id, device, now() from fieldwork_taking where sent_at is null`,
      'fieldwork_taking_open',
    ],
    [
      `insert into fieldwork_taking (audit_id, account_id, device, taken_at) select t.audit_id, m.account_id, t.device, now() from fieldwork_taking t, membership m where m.role = 'reviewer'`,
      'only the audit team',
    ],
    [
      `insert into late_photo select document_id, audit_id, scheme_version_id, indicator_code, 1, now(), attached_by from assessment_evidence`,
      'no evidence of it',
    ],
  ] as const)('%s', async ([change, why], { db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const device = saysOf(given, id);
    done(await device.opens());
    done(await device.sent());
    done(await device.opens());
    done(await photoFrom(given, id));
    await expect(sql.raw(change).execute(db)).rejects.toThrow(why);
  });

  test('takes nothing along after fieldwork, and makes no evidence of what came late', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, close } = await lastHour(given);
    done(await saysOf(given, id).opens());
    done(await close({ without: await listAway(db, id), awayReasons }));
    done(await photoFrom(given, id));
    for (const [change, why] of [
      [
        `insert into fieldwork_taking (audit_id, account_id, device, taken_at) select audit_id, account_id, gen_random_uuid(), now() from fieldwork_taking`,
        'is not in progress',
      ],
      [
        `insert into assessment_evidence (audit_id, scheme_version_id, indicator_code, document_id, attached_at, attached_by) select audit_id, scheme_version_id, indicator_code, document_id, now(), arrived_by from late_photo`,
        'no evidence',
      ],
      [`update late_photo set indicator_code = '1.1.3'`, 'append-only'],
      [`delete from late_photo`, 'append-only'],
      [`truncate late_photo`, 'append-only'],
    ] as const)
      await expect(sql.raw(change).execute(db)).rejects.toThrow(why);
  });
});

import { randomUUID } from 'node:crypto';

import { describe, expect } from 'vitest';

import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { noteAlong } from '#app/features/audits/fieldwork/along/commands.server.ts';
import { listLatePhotos } from '#app/features/audits/fieldwork/along/queries.server.ts';
import { takePhoto } from '#app/features/audits/fieldwork/commands/take-photo.server.ts';
import { listRefused } from '#app/features/audits/fieldwork/operations.server.ts';
import { photoWords } from '#app/features/audits/fieldwork/ui/sync-words.ts';
import { listInterviews } from '#app/features/audits/interviews/queries.server.ts';
import { anEngagement, cancelling, done, fieldwork, now, planned } from '#tests/support/factories/audits.ts';
import { aDevice, aHearing, anEdit, aRaising } from '#tests/support/factories/fieldwork.ts';
import { test } from '#tests/support/test.ts';

const twoDays = new Date(now.getTime() + 2 * 86_400_000);

describe('a device whose clock is two days ahead', () => {
  test('starts no day of a finding, changes no order, and is told beside what it sent', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const device = aDevice(given.as(given.lead), id);
    const finding = { ...aRaising(3, '1.1.3'), madeAt: twoDays };
    const { results } = done(
      await device.sends([
        { ...anEdit(1, '1.1.2', 'first'), madeAt: twoDays },
        { ...anEdit(2, '1.1.2', 'second', 1), madeAt: now },
        finding,
        { ...(await aHearing(4, id)), madeAt: twoDays },
      ]),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'raised', 'recorded']);
    const assessed = await db
      .selectFrom('indicator_assessment')
      .select(['note', 'assessed_at'])
      .where('indicator_code', '=', '1.1.2')
      .executeTakeFirstOrThrow();
    expect(assessed).toEqual({ note: 'second', assessed_at: now });
    const raised = await db
      .selectFrom('finding')
      .select('raised_at')
      .where('id', '=', finding.findingId)
      .executeTakeFirstOrThrow();
    expect(raised).toEqual({ raised_at: now });
    const heard = await db.selectFrom('worker_interview').select('recorded_at').execute();
    expect(heard).toEqual([{ recorded_at: now }]);
    const told = await db.selectFrom('fieldwork_operation').select('made_at').orderBy('seq').execute();
    expect(told.map(({ made_at }) => made_at)).toEqual([twoDays, now, twoDays, twoDays]);
  });
});

describe('the same work sent twice at once', () => {
  test('is taken once: an answer, a finding and an interview', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const { sends } = aDevice(given.as(given.lead), id);
    const work = [anEdit(1, '1.1.2', 'once'), aRaising(2, '1.1.3'), await aHearing(3, id)];
    const both = await Promise.all([sends(work), sends(work), sends(work)]);
    expect(both.map((outcome) => done(outcome))).toEqual(both.map(() => done(both[0])));
    expect(await db.selectFrom('finding').select('id').execute()).toHaveLength(1);
    expect(await listInterviews(db, id)).toHaveLength(1);
    expect(await db.selectFrom('fieldwork_operation').select('id').execute()).toHaveLength(3);
  });
});

describe('an audit that was cancelled meanwhile', () => {
  test('keeps the words of all that comes, and sends a photo back with what happened', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planned(given, 'stage1');
    const lead = given.as(given.lead);
    const device = aDevice(lead, id);
    done(await noteAlong(lead, id, { device: device.device, opens: true, waits: false }));
    done(await cancelAudit(lead, id, cancelling));
    const { results } = done(
      await device.sends([anEdit(1, '1.1.2', 'Seen there'), aRaising(2, '1.1.3'), await aHearing(3, id)]),
    );
    expect(results.map((result) => 'refusal' in result && result.refusal)).toEqual([
      'audit_is_cancelled',
      'audit_is_cancelled',
      'audit_is_cancelled',
    ]);
    expect((await listRefused(db, id)).map(({ kind, sealed }) => [kind, sealed])).toEqual([
      ['interview', true],
      ['raise', false],
      ['assess', false],
    ]);
    const photo = { photoId: randomUUID(), code: '1.1.2', name: 'gate.jpg', seq: 1 };
    const refused = await takePhoto(lead, id, photo);
    expect(refused).toEqual({ ok: false, refusal: 'audit_is_cancelled' });
    expect(photoWords('audit_is_cancelled')).toContain('keep it where it is');
    expect(await listLatePhotos(db, id)).toEqual([]);
  });
});

import { describe, expect } from 'vitest';
import { z } from 'zod';

import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { findRecordOn } from '#app/features/register/past/record.server.ts';
import { checkItems } from '#app/features/register/verifications/checking/check.server.ts';
import { connect } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { test } from '#tests/support/factories/verifications.ts';
import { watchStatements } from '#tests/support/statements.ts';

const answer = z.object({ results: z.array(z.unknown()), receiptUrl: z.string() });
const now = new Date('2026-05-01T09:00:00Z');
const number = 'LRN00012603';

describe('an item that asks about a past day', () => {
  test('is answered as the record of that day is, beside items of today', async ({ db, work }) => {
    const { as, officer, certificateId } = await aCertificate(db, work);
    const suspendedAt = new Date('2026-04-10T12:00:00Z');
    done(await suspendCertificate({ ...as(officer), now: suspendedAt }, certificateId, suspension));
    const days = ['2026-04-09', '2026-04-10'];
    const answers = await checkItems({ db, now }, [
      ...days.map((asOf) => ({ registrationNumber: number, asOf })),
      { registrationNumber: number },
      { registrationNumber: number, asOf: '2020-01-01' },
      { name: 'Himal Rojagar', asOf: '2020-01-01' },
      { name: 'Qqxyz Vvwk', asOf: '2026-04-09' },
    ]);
    expect(answers.map((answer) => ('standing' in answer ? answer.standing.status : answer.outcome))).toEqual(
      [...['certified', 'suspended', 'suspended', 'no_match', 'no_match', 'no_match']],
    );
    expect(answers.map(({ asOf }) => asOf).slice(0, 4)).toEqual([...days, undefined, '2020-01-01']);
    expect(answers[3]).toMatchObject({ reason: 'not_yet_listed' });
    expect(answers[5]).toMatchObject({ reason: 'unknown' });
    for (const [place, day] of days.entries()) {
      const record = done(await findRecordOn({ db }, number, day));
      const { status, since, reasonClass } = record.standing;
      expect(answers[place]).toMatchObject({ standing: { status, since, reasonClass } });
    }
  });

  test('who was taken off the register is told so of any day', async ({ db }) => {
    await aListed(db, { name: 'Everest Gate', number: 'LRN00022603' });
    await db.updateTable('registration').set({ delisted_on: '2026-03-02' }).execute();
    const answers = await checkItems({ db, now }, [
      { registrationNumber: 'LRN00022603', asOf: '2026-03-01' },
    ]);
    expect(answers).toEqual([{ ref: null, asOf: '2026-03-01', outcome: 'no_match', reason: 'removed' }]);
  });

  test('by the API, and its receipt says of which day', async ({ db, send, ask, company: { key } }) => {
    await aListed(db, { name: 'Everest Gate', number: 'LRN00022603' });
    const items = ['2026-02-28', '2026-03-01'].map((asOf) => ({ registrationNumber: 'LRN00022603', asOf }));
    const { results, receiptUrl } = answer.parse(await (await send({ items }, { key })).json());
    expect(results).toMatchObject([
      { outcome: 'no_match', reason: 'not_yet_listed', asOf: '2026-02-28' },
      { outcome: 'match', standing: { status: 'applicant' }, asOf: '2026-03-01' },
    ]);
    const receipt = await ask(new URL(receiptUrl).pathname, { headers: { Authorization: `Bearer ${key}` } });
    const [, payload = ''] = (await receipt.text()).split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      credentialSubject: { asked: items, answered: results },
    });
  });

  test('costs no question of its own', async ({ db, url }) => {
    for (let at = 1; at <= 12; at += 1)
      await aListed(db, { name: `Everest ${at}`, number: `LRN000${at + 10}2603` });
    const watched = await watchStatements(url);
    const through = connect(watched.url, { max: 1 });
    const costOf = async (count: number) => {
      const before = watched.statements.length;
      const items = Array.from({ length: count }, (_, at) => ({
        registrationNumber: `LRN000${(at % 12) + 11}2603`,
        asOf: `2026-04-${String((at % 28) + 1).padStart(2, '0')}`,
      }));
      const answers = await checkItems({ db: through.db, now }, items);
      expect(answers.every(({ outcome }) => outcome === 'match')).toBe(true);
      return watched.statements.length - before;
    };
    await costOf(1);
    const [few, many] = [await costOf(12), await costOf(400)];
    expect(many).toBe(few);
    expect(many).toBeLessThan(12);
    await through.pool.end();
    await watched.stop();
  });
});

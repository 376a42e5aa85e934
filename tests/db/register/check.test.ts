import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { authorisePartner, endAuthorisation } from '#app/features/network/commands.server.ts';
import { answerCheck } from '#app/features/register/check.server.ts';
import { publishContacts } from '#app/features/register/contacts/commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { contactsOf } from '#tests/support/factories/contacts.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { aPartner } from '#tests/support/factories/network.ts';
import { test } from '#tests/support/test.ts';

const now = new Date('2026-03-02T09:00:00Z');
type Listed = { name?: string; number?: string; country?: string; licence?: string; trading?: string[] };

async function aRecruiter(db: Kysely<Database>, listed: Listed = {}) {
  const { id } = await aListed(db, { name: 'Everest Rising', number: 'LRN00012603', ...listed });
  return { db, now, actor: await aPerson(db, { id, kind: 'recruiter' }, 'recruiter') };
}
type Own = Awaited<ReturnType<typeof aRecruiter>>;

const nothing = { phones: '', website: '', email: '', social: '' };
const publish = async (own: Own, part: Record<string, string>) =>
  done(await publishContacts(own, contactsOf({ ...nothing, ...part })));
async function anAgent(own: Own, part: Record<string, unknown> = {}) {
  const id = await aPartner(own, { phones: '+9779812345678', ...part });
  done(await authorisePartner(own, id, { phones: ['+9779812345678'] }));
  return id;
}
const asking = (db: Kysely<Database>, q: string, at = now) => answerCheck({ db, now: at }, { q, who: '' });
const who = async (db: Kysely<Database>, said: string, at = now) =>
  (await answerCheck({ db, now: at }, { q: 'LRN00012603', who: said })).speaker;

/** Whom a question is answered with: one name, several, or nobody. */
async function found(db: Kysely<Database>, q: string) {
  const { found: answer } = await asking(db, q);
  if (answer.kind === 'none') return [];
  return answer.kind === 'one' ? [answer.entry.name] : answer.entries.map(({ name }) => name);
}

describe('a question', () => {
  test('is answered by name, code, certificate, licence, phone and page', async ({ db, work }) => {
    const { number } = await aCertificate(db, work);
    const own = await aRecruiter(db, { name: 'Padma Shonar', number: 'LRN00442603', licence: '118/075-76' });
    await publish(own, { phones: '9800000012', social: 'https://www.facebook.com/everest' });
    for (const q of [number, 'LRN00012603', '०००१ २६०३'])
      expect((await asking(db, q)).found, q).toMatchObject({ entry: { registrationNumber: 'LRN00012603' } });
    for (const q of ['padma shonar', 'पद्मा शोनार', '118/075-76', '980-0000012', 'fb.com/Everest'])
      expect(await found(db, q), q).toEqual(['Padma Shonar']);
    expect((await asking(db, 'Nobody At All Ltd')).found).toEqual({ kind: 'none' });
  });

  test('that is an address finds whose page it is, or of whose page it is a part', async ({ db }) => {
    const own = await aRecruiter(db);
    await publish(own, { social: 'https://www.facebook.com/everest', website: 'everest.example' });
    for (const q of [
      'https://m.facebook.com/Everest/?ref=share',
      'facebook.com/everest/posts/123?comment_id=7',
      'https://everest.example/jobs/driver',
      'www.everest.example',
    ])
      expect(await found(db, q), q).toEqual(['Everest Rising']);
    for (const q of [
      'https://facebook.com/everest-rising',
      'facebook.com/everestt',
      'https://everest.example.evil.example/',
      'http://everest-rising.example',
    ])
      expect(await found(db, q), q).toEqual([]);
    await sql`update registration set delisted_on = '2026-03-02'`.execute(db);
    expect(await found(db, 'facebook.com/everest')).toEqual([]);
  });

  test('that fits several tells them apart, and asks of no stranger yet', async ({ db }) => {
    await publish(await aRecruiter(db, { licence: 'A-1', trading: ['Rising Gulf'] }), {
      website: 'jobs.example',
    });
    const other = await aRecruiter(db, { name: 'Everest Padma', number: 'LRN00022603', country: 'BD' });
    await publish(other, { website: 'jobs.example' });
    const { found: answer, speaker } = await answerCheck(
      { db, now },
      { q: 'jobs.example', who: '9812345678' },
    );
    expect(speaker).toBeNull();
    expect(answer.kind === 'several' && answer.entries).toMatchObject([
      { name: 'Everest Rising', country: 'NP', tradingNames: ['Rising Gulf'], licences: [{ number: 'A-1' }] },
      { name: 'Everest Padma', country: 'BD', tradingNames: [], licences: [] },
    ]);
    expect((await found(db, 'everest')).toSorted()).toEqual(['Everest Padma', 'Everest Rising']);
  });
});

describe('who is talking', () => {
  test('is known by a number that the agency published', async ({ db }) => {
    await publish(await aRecruiter(db), { phones: '9800000012\n01-4123456' });
    for (const said of ['980-0000012', '+977 9800000012', '९८००००००१२', '01-4123456', 'call 9800000012'])
      expect(await who(db, said), said).toEqual({ kind: 'own' });
    const no = { kind: 'no', phones: ['+9779800000012', '+97714123456'] };
    // The end of a number, and the same digits of another country, are somebody else's.
    for (const said of ['4123456', '+975 9800000012', '9800000013', 'Everest Rising', '0'])
      expect(await who(db, said), said).toEqual(no);
    expect(await who(db, '')).toBeNull();
  });

  test('is known by the name or a number of an agent of today, whose other numbers are not told', async ({
    db,
  }) => {
    const own = await aRecruiter(db);
    const agent = await anAgent(own, { phones: '+9779812345678\n9841234567' });
    const yes = { kind: 'agent', name: 'Gandaki Placement Service', place: 'Pokhara', country: 'NP' };
    for (const said of [
      '981-2345678',
      'gandaki placement service',
      'गण्डकी प्लेसमेन्ट सेवा',
      'Placement Service, Gandaki',
    ])
      expect(await who(db, said), said).toEqual(yes);
    // A part of a name, a name like it, and a number by which nobody said that it may speak.
    for (const said of [
      'Gandaki',
      'Gandaki Placement Services Group',
      'Gandak Placement Service',
      '9841234567',
    ])
      expect(await who(db, said), said).toEqual({ kind: 'no', phones: [] });
    expect(await who(db, '9812345678', new Date('2026-03-01T09:00:00Z'))).toMatchObject({ kind: 'no' });
    done(await endAuthorisation(own, agent));
    for (const said of ['981-2345678', 'Gandaki Placement Service'])
      expect(await who(db, said), said).toEqual({ kind: 'no', phones: [] });
  });

  test('is asked of one agency: another’s numbers and agents are not its own', async ({ db }) => {
    await aRecruiter(db);
    const other = await aRecruiter(db, { name: 'Padma Shonar', number: 'LRN00022603' });
    await publish(other, { phones: '9800000012' });
    await anAgent(other);
    for (const said of ['9800000012', '9812345678', 'Gandaki Placement Service'])
      expect(await who(db, said), said).toEqual({ kind: 'no', phones: [] });
  });
});

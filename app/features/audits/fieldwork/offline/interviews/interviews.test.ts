import 'fake-indexeddb/auto';

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { secretsIn } from '#app/platform/secrets.server.ts';
import { envelopesWith } from '#app/platform/sealed/envelope.server.ts';

import { aboutInterview } from '../../../interviews/away/about.ts';
import { keyAway, withKey } from '../../../interviews/keys.ts';
import { openDatabase, storePrefix } from '../database.ts';
import type { Bundle, Entry, Result } from '../model.ts';
import { knownKeys, nextBatch } from '../queue.ts';
import { readBundle, readResults } from '../replies.ts';
import { send, type Server } from '../sender.ts';
import { counts, mayRemove, standingInWords } from '../shown.ts';
import { forget, openStore } from '../store.ts';
import { problemOf, sealedOf, type Said } from './sealing.ts';
import { sealedOnes } from './shown.ts';

const at = '2026-03-01T09:00:00Z';
const house = envelopesWith(secretsIn(join(mkdtempSync(join(tmpdir(), 'away-')), 'key')).keyFor, 'away');
const said: Said = {
  ...{ origin: 'NP', destination: 'QA', sector: 'F', stage: 'later', sex: 'female' },
  ...{ reached: 'without_recruiter', outcome: 'done', notes: 'She paid zanzibarite money.' },
  ...{ name: 'Kamala Quillfeather', phone: '+977 98 4123 7701', employer: '', subAgent: '' },
};
const begun = async () => {
  const [accountId, auditId] = [crypto.randomUUID(), crypto.randomUUID()];
  const store = await openStore(accountId, auditId);
  const lock = house.lock(auditId);
  const sealed = async (known: readonly string[] = []) => {
    const interview = await sealedOf(said, { auditId, lock, known });
    if (!interview) throw new Error('No key');
    return interview;
  };
  return { accountId, auditId, store, lock, sealed };
};

describe('an interview is asked for whole before it is sealed', () => {
  test.each([
    ['whole', {}, undefined],
    ['a worker who was not reached needs no notes', { outcome: 'unreachable', notes: '' }, undefined],
    ['without a country', { origin: '' }, 'origin'],
    ['without an outcome', { outcome: '' }, 'outcome'],
    ['without a word', { notes: ' ' }, 'notes'],
    ['too long', { notes: 'a'.repeat(10_001) }, 'notes'],
    ['with the name in its notes', { notes: 'Kamala Quillfeather paid.' }, 'notes'],
    ['with the number in its notes', { notes: 'Call 98 4123 7701' }, 'notes'],
    ['with too long a name', { name: 'a'.repeat(201) }, 'name'],
    ['with too long a number', { phone: '1'.repeat(51) }, 'phone'],
  ] as const)('%s', (_case, change, field) => {
    expect(problemOf({ ...said, ...change })?.field).toBe(field);
  });
});

describe('sealed on the device', () => {
  test('it opens on the server alone, under its key and for its audit', async () => {
    const { auditId, sealed } = await begun();
    const interview = await sealed();
    const about = aboutInterview(auditId, interview);
    const opened = await house.open(auditId, about, interview.sealed);
    expect(JSON.parse(opened ?? '')).toEqual(said);
    // Of two digits, as no device ever draws it.
    const renamed = aboutInterview(auditId, { ...interview, pseudonym: 'W-10' });
    expect(await house.open(auditId, renamed, interview.sealed)).toBeUndefined();
    expect(await house.open(crypto.randomUUID(), about, interview.sealed)).toBeUndefined();
  });

  test('whoever refused said nothing: notes that were typed are not sealed', async () => {
    const { auditId, lock } = await begun();
    const interview = await sealedOf({ ...said, outcome: 'refused' }, { auditId, lock, known: [] });
    const opened =
      interview && (await house.open(auditId, aboutInterview(auditId, interview), interview.sealed));
    expect(JSON.parse(opened ?? '')).not.toHaveProperty('notes');
  });

  test('none of its words is in the store, before and after it is sent', async () => {
    const { accountId, auditId, store, sealed } = await begun();
    await store.seal(await sealed(), at);
    const whole = async () => {
      const db = await openDatabase(storePrefix + accountId);
      const all = await Promise.all([...db.objectStoreNames].map((name) => db.getAll(name)));
      return JSON.stringify(all);
    };
    expect(await whole()).toContain(auditId);
    expect(await whole()).not.toMatch(/zanzibarite|Quillfeather|4123|without_recruiter/);
    const { entries } = await store.read();
    const [waits] = entries;
    await store.settle([{ id: waits?.operation.id ?? '', outcome: 'recorded', pseudonym: 'W-200' }]);
    expect(await whole()).not.toMatch(/zanzibarite|Quillfeather/);
    expect(sealedOnes((await store.read()).entries)).toMatchObject([
      { pseudonym: 'W-200', day: '1 March 2026', words: expect.stringContaining('Sealed and sent. It was') },
    ]);
  });

  test('it is counted, holds the audit on this device until it is sent, and signing out leaves it', async () => {
    const { accountId, auditId, store, sealed } = await begun();
    await store.seal(await sealed(), at);
    const told = counts(await store.read());
    expect(told).toMatchObject({ interviewsWaiting: 1, findingsWaiting: 0, waiting: 0 });
    expect(mayRemove(told)).toBe(false);
    expect(await store.remove()).toBe(false);
    expect(standingInWords(false, told)).toBe('No network. 1 interview waits, kept on this device.');
    store.close();
    await forget(storePrefix + accountId);
    const again = await openStore(accountId, auditId);
    expect(counts(await again.read()).interviewsWaiting).toBe(1);
  });

  test('two tabs never give the same key to two workers', async () => {
    const { accountId, auditId, store, sealed } = await begun();
    const other = await openStore(accountId, auditId);
    const interview = await sealed();
    const twin = { ...(await sealed()), pseudonym: interview.pseudonym };
    expect(await Promise.all([store.seal(interview, at), other.seal(twin, at)])).toEqual([true, false]);
    expect((await store.read()).entries).toHaveLength(1);
  });
});

/** A server that has the first key already: it records under another one. */
function aHouse(accountId: string, auditId: string) {
  const known = new Map<string, Result>();
  const log: unknown[] = [];
  let deaf = false;
  const bundle: Bundle = {
    audit: { id: auditId, reference: 'AUD-1', recruiter: 'Everest', state: 'in_progress' },
    ...{ indicators: [], assessments: [], interviews: ['W-07'], me: { accountId, name: 'Asha' } },
  };
  const server: Server = {
    bundle: () => Promise.resolve({ kind: 'answer', answer: bundle }),
    photo: () => Promise.resolve({ kind: 'answer', answer: 'stored' }),
    sync: (_device, operations) => {
      const answer = operations.map((operation) => {
        const { id } = operation;
        const result: Result =
          known.get(id) ??
          (operation.kind === 'interview'
            ? { id, outcome: 'recorded', pseudonym: 'W-999' }
            : operation.kind === 'assess'
              ? { id, outcome: 'applied', revision: 1 }
              : { id, outcome: 'raised', finding: { id, name: 'AUD-1/1', grade: operation.grade } });
        if (!known.has(id)) log.push(operation);
        known.set(id, result);
        return result;
      });
      return Promise.resolve(deaf ? { kind: 'unreachable' } : { kind: 'answer', answer });
    },
  };
  return { server, log, isDeaf: (now: boolean) => (deaf = now) };
}

describe('where another auditor had the key', () => {
  test('what waits and what is being written names the worker by the new one, whatever was heard', async () => {
    const { accountId, auditId, store, sealed } = await begun();
    const { server, log, isDeaf } = aHouse(accountId, auditId);
    const interview = await sealed();
    const key = interview.pseudonym;
    const says = (note: string) => ({ conformity: 'conforms' as const, note, evidence: `${key} and W-07` });
    await store.save('1.1.1', says('Before it'), 0, at);
    await store.seal(interview, at);
    await store.save('1.1.2', says(`${key} paid.`), 0, at);
    const none = { lawInstrument: '', lawPlace: '', gradingReasons: `${key} saw one of forty.` };
    const law = { ...none, requirementKind: 'standard' as const };
    const words = { ...law, grade: 'major' as const, statement: `So says ${key}.`, evidence: 'A receipt.' };
    await store.raise('1.1.3', crypto.randomUUID(), words, at);
    await store.keepDraft('1.1.4', { ...says(`${key}, half`), base: 0 });
    const draft = { ...words, findingId: 'f', harm: '', statement: `${key}, half a finding` };
    await store.keepFinding('1.1.4', draft);
    expect(nextBatch((await store.read()).entries)).toHaveLength(2);
    const means = { store, server, accountId, now: () => at, changed: () => undefined };
    isDeaf(true);
    expect(await send(means)).toBe('unreachable');
    isDeaf(false);
    expect(await send(means)).toBe('done');
    expect(log).toMatchObject([
      { note: 'Before it' },
      { pseudonym: key, sealed: interview.sealed },
      { note: 'W-999 paid.', evidence: 'W-999 and W-07' },
      { statement: 'So says W-999.', gradingReasons: 'W-999 saw one of forty.' },
    ]);
    const kept = await store.read();
    expect(kept.drafts['1.1.4']?.note).toBe('W-999, half');
    expect(kept.raising['1.1.4']?.statement).toBe('W-999, half a finding');
    expect(knownKeys(kept)).toEqual(['W-07', 'W-999']);
  });

  test('a key is drawn among those nobody is known to have, and none where all are taken', () => {
    expect(keyAway([], () => 0)).toBe('W-100');
    expect(keyAway(['W-100', 'W-07'], () => 0)).toBe('W-101');
    const all = Array.from({ length: 900 }, (_one, place) => `W-${100 + place}`);
    expect(keyAway(all, () => 0)).toBeUndefined();
    expect(keyAway(all.slice(0, 899), (below) => below - 1)).toBe('W-999');
    expect(withKey('W-20, W-200 and W-2001', 'W-200', 'W-999')).toBe('W-20, W-999 and W-2001');
  });
});

test('a refused interview is no key to name a worker by', () => {
  const operation = { id: 'o', seq: 1, madeAt: at, kind: 'interview', interviewId: 'i', sealed: '' } as const;
  const refused: Entry = {
    operation: { ...operation, pseudonym: 'W-300' },
    outcome: { state: 'refused', refusal: 'no', message: 'No' },
  };
  const bundle = readBundle({
    audit: { id: 'a', reference: 'AUD-1', recruiter: 'Everest', state: 'in_progress' },
    ...{ indicators: [], assessments: [], me: { accountId: 'm', name: 'Asha' } },
    ...{ interviews: ['W-07'], lock: house.lock('a'), sample: [{ term: 'All', value: '0 heard' }] },
  });
  expect(bundle).toMatchObject({ lock: { crv: 'P-256' }, sample: [{ term: 'All', value: '0 heard' }] });
  expect(knownKeys({ bundle, entries: [refused] })).toEqual(['W-07']);
  expect(sealedOnes([refused])).toMatchObject([{ words: expect.stringContaining('not recorded') }]);
  const recorded = { id: 'o', outcome: 'recorded', pseudonym: 'W-300' };
  expect(readResults({ results: [recorded] })).toEqual([recorded]);
});

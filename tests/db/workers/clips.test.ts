import { Readable } from 'node:stream';

import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import {
  putClip,
  recordClipScan,
  removeClip,
  type Received,
} from '#app/features/workers/clips/commands.server.ts';
import { findClip, findFile, listClips, listRecordings } from '#app/features/workers/clips/queries.server.ts';
import { receiveClip } from '#app/features/workers/clips/receive.server.ts';
import { scanClip } from '#app/features/workers/clips/scan.server.ts';
import { clamd } from '#app/platform/files/scan.server.ts';
import type { Database } from '#db/client.server.ts';
import { film, mp3, opus } from '#tests/support/audio.ts';
import { aClamd } from '#tests/support/clamd.ts';
import { done } from '#tests/support/factories/audits.ts';
import { keepers } from '#tests/support/factories/help.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { aFolderStore, type Store } from '#tests/support/stores.ts';
import { test as base } from '#tests/support/test.ts';

const test = base.extend<{ store: Store }>({
  store: async ({}, use) => {
    const store = await aFolderStore();
    await use(store);
    await store.close();
  },
});

const hash = 'a'.repeat(32);
const place = { language: 'ne', answer: 'suspended' } as const;
const text = { ...place, hash };
const clip = (letter = 'a', quarantined = false): Received => ({
  ...{ key: `key-${letter}`, filename: 'clip.mp3', mediaType: 'audio/mpeg', bytes: 5000 },
  ...{ sha256: letter.repeat(64), quarantined },
});
const events = async (db: Kysely<Database>) =>
  (
    await db.selectFrom('event').select('type').where('type', 'like', 'clip.%').orderBy('position').execute()
  ).map(({ type }) => type);

describe('a recording', () => {
  test('takes the place of the one before, and who sent and ended each stays on record', async ({ db }) => {
    const { officer, caseworker } = await keepers(db);
    done(await putClip(officer, text, hash, clip('a')));
    const later = { ...caseworker, now: new Date('2026-03-02T09:00:00Z') };
    done(await putClip(later, text, hash, clip('b')));
    expect(await findClip(db, place)).toMatchObject({ sha256: 'b'.repeat(64), scan: 'unscanned' });
    const latest = { ...officer, now: new Date('2026-03-03T09:00:00Z') };
    done(await removeClip(latest, place));
    expect(await findClip(db, place)).toBeUndefined();
    const names = await db.selectFrom('account').select(['id', 'name']).execute();
    const nameOf = ({ actor }: typeof officer | typeof caseworker) =>
      names.find(({ id }) => id === actor.accountId)?.name;
    expect(await listRecordings(officer, place)).toMatchObject([
      {
        ...{ uploadedBy: nameOf(caseworker), uploadedAt: later.now.toISOString() },
        ...{ endedBecause: 'removed', endedBy: nameOf(officer), endedAt: latest.now.toISOString() },
      },
      {
        ...{ uploadedBy: nameOf(officer), endedBecause: 'replaced', endedBy: nameOf(caseworker) },
      },
    ]);
    expect(await events(db)).toEqual(['clip.uploaded', 'clip.uploaded', 'clip.removed']);
    expect(await removeClip(officer, place)).toEqual({ ok: false, refusal: 'nothing_there' });
  });

  test('is refused where the text is another by now, where it is the same, and from anybody else', async ({
    db,
  }) => {
    const { officer } = await keepers(db);
    expect(await putClip(officer, text, 'b'.repeat(32), clip())).toEqual({
      ...{ ok: false, refusal: 'text_changed' },
    });
    done(await putClip(officer, text, hash, clip('a')));
    expect(await putClip(officer, text, hash, { ...clip('a'), key: 'other' })).toEqual({
      ...{ ok: false, refusal: 'same_file' },
    });
    // The types forbid it; the command does not rest on them alone.
    const stranger = { ...officer, actor: Object.assign({ ...officer.actor }, { kind: 'trainer' }) };
    const refused = { ok: false, refusal: 'forbidden' };
    expect(await putClip(stranger, text, hash, clip('b'))).toEqual(refused);
    expect(await removeClip(stranger, place)).toEqual(refused);
    expect(await listClips(db)).toHaveLength(1);
  });

  test('of two at once is one, and each language has its own', async ({ db }) => {
    const { officer, caseworker } = await keepers(db);
    const both = await Promise.all([
      putClip(officer, text, hash, clip('a')),
      putClip(caseworker, text, hash, clip('b')),
      putClip(caseworker, { ...text, language: 'ur' }, hash, clip('c')),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect((await listClips(db)).map(({ language }) => language).sort()).toEqual(['ne', 'ur']);
  });
});

function sent(content: Buffer, read = hash) {
  const form = new FormData();
  form.append('text', read);
  form.append('file', new Blob([new Uint8Array(content)]), 'clip.mp3');
  return new Request('http://127.0.0.1/', { method: 'POST', body: form });
}

describe('what is sent', () => {
  test('is stored as what it is, and stays only when it was taken', async ({ db, store }) => {
    const { officer } = await keepers(db);
    const send = (content: Buffer, read?: string) =>
      receiveClip(officer, text, sent(content, read), store.storage);
    expect(await send(opus())).toMatchObject({ stored: true, outcome: { ok: true } });
    expect(await findClip(db, place)).toMatchObject({ mediaType: 'audio/ogg', filename: 'clip.mp3.ogg' });
    expect(await store.files()).toHaveLength(1);
    for (const [content, problem] of [
      [Buffer.from('<html><script>'), 'file_type_refused'],
      [film(), 'file_type_refused'],
      [mp3(720), 'file_too_large'],
      [Buffer.alloc(0), 'file_empty'],
    ] as const)
      expect(await send(content)).toEqual({ stored: false, problem });
    expect(await send(mp3(), 'no hash')).toEqual({ stored: false, problem: 'text_changed' });
    expect(await send(mp3(), 'b'.repeat(32))).toMatchObject({ outcome: { refusal: 'text_changed' } });
    expect(await send(mp3())).toMatchObject({ outcome: { ok: true } });
    expect(await send(mp3())).toMatchObject({ outcome: { refusal: 'same_file' } });
    const wordsAlone = new FormData();
    wordsAlone.append('text', hash);
    const request = new Request('http://127.0.0.1/', { method: 'POST', body: wordsAlone });
    expect(await receiveClip(officer, text, request, store.storage)).toEqual({
      ...{ stored: false, problem: 'file_missing' },
    });
    expect(await store.files()).toHaveLength(2);
    expect(await send(mp3(200))).toMatchObject({ outcome: { ok: true } });
  });
});

describe('a scan', () => {
  async function waiting(db: Kysely<Database>, store: Store, content: string) {
    const { officer } = await keepers(db);
    const written = await store.storage.write(Readable.from([Buffer.from(content)]));
    return done(await putClip(officer, text, hash, { ...clip('a', true), ...written })).id;
  }

  test('lets what is clean be heard, and nothing before', async ({ db, now, store }) => {
    const id = await waiting(db, store, 'sound');
    expect([(await findClip(db, place))?.scan, await findFile(db, id)]).toEqual(['quarantined', undefined]);
    const daemon = await aClamd();
    const means = { db, now, storage: store.storage, scanner: clamd(daemon.url) };
    await scanClip(means, id);
    await scanClip(means, id);
    await daemon.close();
    expect((await findClip(db, place))?.scan).toBe('clean');
    expect(await findFile(db, id)).toMatchObject({ id });
    expect(daemon.heard.map(String)).toEqual(['sound']);
  });

  test('ends what carries a virus, and takes it out of the store', async ({ db, now, store }) => {
    const id = await waiting(db, store, 'EICAR');
    const daemon = await aClamd();
    const means = { db, now, storage: store.storage, scanner: clamd(daemon.url) };
    await Promise.all([scanClip(means, id), scanClip(means, id)]);
    await daemon.close();
    expect([await findClip(db, place), await findFile(db, id), await store.files()]).toEqual([
      ...[undefined, undefined, []],
    ]);
    expect(await recordClipScan({ db, now }, id, 'clean')).toEqual({ ok: false, refusal: 'already_scanned' });
    expect(await events(db)).toEqual(['clip.uploaded', 'clip.scanned']);
  });

  test('of one that was removed meanwhile changes nothing of that', async ({ db, now, store }) => {
    const id = await waiting(db, store, 'EICAR');
    const { officer } = await keepers(db);
    done(await removeClip(officer, place));
    done(await recordClipScan({ db, now }, id, 'infected'));
    expect(await listRecordings(officer, place)).toMatchObject([
      { endedBecause: 'removed', scan: 'infected' },
    ]);
  });

  test('is asked for by the queue, once the recording is there', async ({ db, store, work }) => {
    const id = await waiting(db, store, 'sound');
    // This house has no scanner: the effect fails, its job stays with the reason.
    await work();
    const delivery = db.selectFrom('delivery').select(['target', 'done_at']);
    expect(await delivery.where('reaction', '=', 'clip.uploaded/scan-recording').execute()).toEqual([
      { target: id, done_at: null },
    ]);
  });
});

test('the database keeps each as it was sent, one at a time, by whoever may', async ({ db, now }) => {
  const { officer, accountId } = await keepers(db);
  const { id } = done(await putClip(officer, text, hash, clip('a')));
  const stands = async (change: ReturnType<typeof sql>, why: string) =>
    expect(change.execute(db)).rejects.toThrow(why);
  await stands(sql`update answer_clip set storage_key = 'x'`, 'stands as it is');
  await stands(sql`update answer_clip set text_hash = repeat('0', 32)`, 'stands as it is');
  await stands(sql`update answer_clip set scan = 'clean', scanned_at = ${now}`, 'stands as it is');
  await stands(sql`delete from answer_clip`, 'append-only');
  await stands(sql`truncate answer_clip`, 'append-only');
  await stands(sql`update answer_clip set ended_at = ${now}, ended_because = 'removed'`, 'answer_clip_ended');
  await stands(sql`update answer_clip set ended_at = ${now}`, 'answer_clip_ended');
  const stranger = (await anOrganisation(db, 'recruiter', 'recruiter')).owner.accountId;
  await stands(
    sql`update answer_clip set ended_at = ${now}, ended_because = 'removed', ended_by = ${stranger}`,
    'by an officer or a caseworker',
  );
  const row = {
    ...{
      ...place,
      answer: 'unknown',
      text_hash: hash,
      filename: 'a.mp3',
      media_type: 'audio/mpeg',
      bytes: 9,
    },
    ...{ sha256: 'd'.repeat(64), storage_key: 'd', uploaded_at: now, uploaded_by: accountId },
    scan: 'unscanned',
  };
  const wrong: [object, string][] = [
    [{ answer: 'suspended' }, 'answer_clip_one'],
    [{ answer: 'active' }, 'answer_check'],
    [{ language: 'de' }, 'language_check'],
    [{ bytes: 300_001 }, 'bytes_check'],
    [{ media_type: 'text/html' }, 'media_type_check'],
    [{ storage_key: 'key-a' }, 'storage_key_key'],
    [{ scan: 'clean', scanned_at: now }, 'begins unheard'],
    [{ uploaded_by: stranger }, 'by an officer or a caseworker'],
  ];
  for (const [part, why] of wrong)
    await expect(
      db
        .insertInto('answer_clip')
        .values({ ...row, ...part })
        .execute(),
    ).rejects.toThrow(why);
  await db.insertInto('answer_clip').values(row).execute();
  done(await removeClip(officer, place));
  await stands(
    sql`update answer_clip set ended_at = null, ended_because = null, ended_by = null where id = ${id}`,
    'stands',
  );
  await stands(sql`update answer_clip set ended_because = 'replaced' where id = ${id}`, 'stands as it is');
});

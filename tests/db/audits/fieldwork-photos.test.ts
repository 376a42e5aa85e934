import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { sql } from 'kysely';
import sharp from 'sharp';
import { describe, expect } from 'vitest';

import { nameDocuments } from '#app/features/audits/fieldwork/commands/name-documents.server.ts';
import { takePhoto } from '#app/features/audits/fieldwork/commands/take-photo.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { listDocumentsToName, listEvidenceOf } from '#app/features/audits/fieldwork/evidence.server.ts';
import { openDocument } from '#app/features/documents/commands.server.ts';
import {
  addPhoto,
  mostPhotoBytes,
  receivePhoto,
  receivePhotoForm,
} from '#app/features/documents/photos.server.ts';
import { folderStorage } from '#app/platform/files/storage.server.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import {
  anEngagement,
  assessAll,
  done,
  fieldwork,
  strangers,
  type Engagement,
  fewHeard,
} from '#tests/support/factories/audits.ts';
import { aDocument } from '#tests/support/factories/documents.ts';
import { test as base } from '#tests/support/test.ts';

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'photos-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

const files = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

const exif = { IFD0: { Artist: 'Anjali Rao' }, IFD3: { GPSLatitude: '27/1 43/1 0/1' } };
const picture = (width = 300) =>
  sharp({ create: { width, height: 200, channels: 3, background: '#0b5d4e' } })
    .jpeg()
    .withExif(exif)
    .toBuffer();

type Body = Buffer | ReadableStream<Uint8Array>;
/** As a device puts it. */
const put = (body: Body, type = 'image/jpeg') =>
  new Request('http://127.0.0.1/', {
    method: 'PUT',
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : body,
    headers: { 'Content-Type': type },
    ...{ duplex: 'half' },
  });

/** What the address does with it: asked first, then stored and named in one. */
async function send(
  scope: Scope<Auditor>,
  auditId: string,
  folder: string,
  sent: { body: Body; photoId: string; code?: string; type?: string },
) {
  const { photoId, code = '1.1.2', type } = sent;
  const photo = { photoId, code, name: 'gate.jpg', seq: 1 };
  const known = await takePhoto(scope, auditId, photo);
  if (!known.ok || known.value.outcome === 'already') return known;
  const storage = folderStorage(pathToFileURL(folder).href);
  const taken = await receivePhoto(put(sent.body, type), { storage, filename: 'gate.jpg' }, (file) =>
    takePhoto(scope, auditId, photo, (trx, title) =>
      addPhoto(trx, scope, { id: photoId, auditId, title }, file),
    ),
  );
  return taken.ok ? taken.outcome : { ok: false as const, refusal: taken.problem };
}

const asLead = (given: Engagement) => ({ ...given.as(given.lead), actor: given.lead });
const photosOf = (given: Engagement) =>
  given.db.selectFrom('document').select('id').where('subject_kind', '=', 'audit').execute();

describe('a photo of fieldwork', () => {
  test('is stored bare, once, and named for its indicator, however often it comes', async ({
    db,
    folder,
  }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const [photoId, body] = [randomUUID(), await picture()];
    expect(body.includes('Anjali')).toBe(true);
    expect(await send(asLead(given), id, folder, { body, photoId })).toEqual({
      ok: true,
      value: { outcome: 'stored', late: false },
    });
    expect(await send(asLead(given), id, folder, { body, photoId })).toEqual({
      ok: true,
      value: { outcome: 'already' },
    });
    expect(await listEvidenceOf(db, id, '1.1.2')).toMatchObject([
      { id: photoId, isPhoto: true, filename: 'gate.jpg' },
    ]);
    const [file] = await files(folder);
    const stored = await sharp(join(file?.parentPath ?? '', file?.name ?? '')).metadata();
    expect([stored.width, stored.exif]).toEqual([300, undefined]);
    expect(await files(folder)).toHaveLength(1);
  });

  test('sent twice at once is stored once', async ({ db, folder }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const [photoId, body] = [randomUUID(), await picture()];
    const both = await Promise.all([1, 2].map(() => send(asLead(given), id, folder, { body, photoId })));
    expect(both.map((outcome) => outcome.ok && outcome.value.outcome).toSorted()).toEqual([
      'already',
      'stored',
    ]);
    expect(await files(folder)).toHaveLength(1);
  });

  test('is nobody’s to open but the team’s, its reviewers’ and, later, the panel’s', async ({
    db,
    folder,
  }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const photoId = randomUUID();
    done(await send(asLead(given), id, folder, { body: await picture(), photoId }));
    const others = await strangers(db);
    for (const who of [given.lead, given.reviewer])
      expect(await openDocument({ ...given.as(who), actor: who }, photoId, 1)).toMatchObject({ ok: true });
    for (const who of [given.colleague, given.recruiter, given.decider, others.auditor, others.reviewer])
      expect(await openDocument({ ...given.as(who), actor: who }, photoId, 1)).toEqual({
        ok: false,
        refusal: 'not_found',
      });
  });

  test('of another kind, too large, damaged or broken off leaves nothing behind', async ({ db, folder }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const whole = await picture(2000);
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const tries: [Body, string, string][] = [
      [page, 'image/jpeg', 'file_type_refused'],
      [whole, 'text/html', 'file_type_refused'],
      [Buffer.from('%PDF-1.7 a page'), 'application/pdf', 'file_type_refused'],
      [Buffer.alloc(0), 'image/jpeg', 'file_empty'],
      [whole.subarray(0, whole.length / 2), 'image/jpeg', 'file_unreadable'],
      [Buffer.concat([whole, Buffer.alloc(mostPhotoBytes)]), 'image/jpeg', 'file_too_large'],
      [endless(whole), 'image/jpeg', 'file_too_large'],
    ];
    for (const [body, type, problem] of tries)
      expect(await send(asLead(given), id, folder, { body, type, photoId: randomUUID() })).toEqual({
        ok: false,
        refusal: problem,
      });
    const broken = send(asLead(given), id, folder, { body: brokenOff(whole), photoId: randomUUID() });
    await expect(broken).rejects.toMatchObject({ status: 400 });
    expect([await files(folder), await photosOf(given)]).toEqual([[], []]);
  });

  test('is not taken from strangers, for another indicator, or after fieldwork from who did not take it along', async ({
    db,
    folder,
  }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const [photoId, body] = [randomUUID(), await picture()];
    const others = await strangers(db);
    for (const who of [given.colleague, others.auditor])
      expect(await send({ ...given.as(who), actor: who }, id, folder, { body, photoId })).toMatchObject({
        refusal: 'not_found',
      });
    expect(await send(asLead(given), id, folder, { body, photoId, code: '9.9.9' })).toMatchObject({
      refusal: 'no_such_indicator',
    });
    done(await send(asLead(given), id, folder, { body, photoId }));
    expect(await send(asLead(given), id, folder, { body, photoId, code: '1.1.3' })).toMatchObject({
      refusal: 'photo_taken',
    });
    await assessAll(given, id);
    done(await closeFieldwork(given.as(given.lead), id, fewHeard));
    expect(await send(asLead(given), id, folder, { body, photoId: randomUUID() })).toMatchObject({
      refusal: 'audit_is_fieldwork_done',
    });
    expect(await files(folder)).toHaveLength(1);
  });

  test('comes from a form as well, where there is no script', async ({ db, folder }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(await picture())]), 'gate.jpg');
    const request = () => new Request('http://127.0.0.1/', { method: 'POST', body });
    const storage = folderStorage(pathToFileURL(folder).href);
    const photo = { photoId: randomUUID(), code: '1.1.2', name: 'photo' };
    const keep = () =>
      receivePhotoForm(request(), storage, (file) =>
        takePhoto(given.as(given.lead), id, photo, (trx, title) =>
          addPhoto(trx, asLead(given), { id: photo.photoId, auditId: id, title }, file),
        ),
      );
    expect(await keep()).toMatchObject({ ok: true, outcome: { value: { outcome: 'stored' } } });
    expect(await keep()).toMatchObject({ ok: true, outcome: { value: { outcome: 'already' } } });
    expect(await files(folder)).toHaveLength(1);
  });
});

/** A picture with no end. */
const endless = (begin: Buffer) =>
  new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(begin)),
    pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
  });
const brokenOff = (whole: Buffer) =>
  new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(whole.subarray(0, 5000))),
    pull: (controller) => controller.error(new Error('The network went away')),
  });

describe('documents of the recruiter', () => {
  test('are named and let go; photos stay', async ({ db, folder }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const scope = given.as(given.lead);
    const document = await aDocument({ ...given.as(given.recruiter), actor: given.recruiter });
    const photoId = randomUUID();
    done(await send(asLead(given), id, folder, { body: await picture(), photoId }));
    const named = async () => (await listEvidenceOf(db, id, '1.1.2')).map((each) => each.id);
    done(await nameDocuments(scope, id, '1.1.2', { documents: [document] }));
    done(await nameDocuments(scope, id, '1.1.2', { documents: [document] }));
    expect((await named()).toSorted()).toEqual([document, photoId].toSorted());
    const audit = { id, organisationId: given.agency.id };
    expect(await listDocumentsToName({ db }, audit, '1.1.2')).toMatchObject([{ id: document, named: true }]);
    done(await nameDocuments(scope, id, '1.1.2', { documents: [] }));
    expect(await named()).toEqual([photoId]);
    expect(await nameDocuments(scope, id, '1.1.2', { documents: [photoId] })).toMatchObject({
      refusal: 'no_such_document',
    });
    expect(await nameDocuments(given.as(given.colleague), id, '1.1.2', { documents: [] })).toMatchObject({
      refusal: 'not_found',
    });
  });
});

test('raw SQL names no document of somebody else, and takes no photo away', async ({ db, folder }) => {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  const others = await strangers(db);
  const theirs = await aDocument({ ...given.as(others.recruiter), actor: others.recruiter });
  done(await send(asLead(given), id, folder, { body: await picture(), photoId: randomUUID() }));
  const name = sql`insert into assessment_evidence (audit_id, scheme_version_id, indicator_code, document_id, attached_at, attached_by)
    select id, scheme_version_id, '1.1.2', ${theirs}, now(), ${given.lead.accountId} from audit where id = ${id}`;
  await expect(name.execute(db)).rejects.toThrow('documents of its recruiter');
  for (const [change, why] of [
    ['delete from assessment_evidence', 'a photo stays'],
    [`update assessment_evidence set indicator_code = '1.1.3'`, 'append-only'],
    ['truncate assessment_evidence', 'append-only'],
    [
      `insert into document (organisation_id, kind, title, subject_kind, subject_id, added_at, added_by)
      select organisation_id, 'other', 'A photo', 'audit', id, now(), scheduled_by from audit`,
      'its team',
    ],
  ] as const)
    await expect(sql.raw(change).execute(db)).rejects.toThrow(why);
});

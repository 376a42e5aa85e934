import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'vitest';

import { listRequests } from '#app/features/workers/casework/access.server.ts';
import { answerAccess, askForAccess } from '#app/features/workers/casework/commands/access.server.ts';
import { openCaseFile } from '#app/features/workers/casework/file.server.ts';
import { keepFile, readFile } from '#app/features/workers/complaints/files/commands.server.ts';
import { listFiles } from '#app/features/workers/complaints/files/queries.server.ts';
import { folderStorage } from '#app/platform/files/storage.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aDesk, later } from '#tests/support/factories/casework.ts';
import { test } from '#tests/support/test.ts';

test('a voice message is opened by whoever may open its case, and each opening is written down', async ({
  copy,
  now,
}) => {
  const storage = folderStorage(`file://${mkdtempSync(join(tmpdir(), 'fairroute-desk-files-'))}`);
  const desk = await aDesk({ db: copy.db, pool: copy.pool, now });
  const body = new FormData();
  const voice = new Uint8Array(readFileSync('tests/fixtures/sound/voice.ogg'));
  body.append('file', new File([voice], 'voice.ogg'));
  const sent = await readFile(new Request('http://127.0.0.1/', { method: 'POST', body }), storage);
  done(await keepFile({ db: copy.db, now, storage }, desk.id, sent));
  const [file] = await listFiles({ db: copy.db }, desk.id);
  const openedBy = (scope: typeof desk.mara) => openCaseFile({ ...scope, storage }, desk.id, file?.id ?? '');
  expect((await openedBy(desk.mara))?.mediaType).toBe('audio/ogg');
  expect(await openedBy(desk.piet)).toBeUndefined();
  done(await askForAccess(desk.piet, desk.id, 'The caseworker is away for a week.'));
  const [asked] = await listRequests(desk.officer);
  done(await answerAccess(desk.officer, asked?.id ?? '', true));
  expect((await openedBy(later(desk.piet, 60)))?.mediaType).toBe('audio/ogg');
  expect(await openedBy(later(desk.piet, 25 * 60))).toBeUndefined();
  const readings = await copy.db
    .selectFrom('complaint_reading')
    .select('account_id')
    .orderBy('read_at')
    .execute();
  expect(readings.map(({ account_id }) => account_id)).toEqual([
    desk.mara.actor.accountId,
    desk.piet.actor.accountId,
  ]);
});

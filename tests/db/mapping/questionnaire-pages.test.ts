import type { LoaderFunctionArgs } from '@remix-run/node';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { draftFrom } from '#app/features/mapping/questionnaires/commands.server.ts';
import { outlineOf } from '#app/features/mapping/questionnaires/outline.ts';
import { findDraft } from '#app/features/mapping/questionnaires/queries.server.ts';
import { OutlineView } from '#app/features/mapping/questionnaires/ui/outline.tsx';
import { Preview } from '#app/features/mapping/questionnaires/ui/preview.tsx';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { example } from '#app/questionnaire/example.ts';
import { action as publish } from '#app/routes/scheme/questionnaires/drafts/publish.tsx';
import {
  action as saveQuestion,
  loader as question,
} from '#app/routes/scheme/questionnaires/drafts/question.tsx';
import { openSession } from '#tests/access/ground.ts';
import { done } from '#tests/support/factories/audits.ts';
import { keepers } from '#tests/support/factories/help.ts';
import { copyOfTemplate } from '#tests/support/postgres.ts';

/** Pages ask the process's own database, which for this file is one copy. */
let copy: Awaited<ReturnType<typeof copyOfTemplate>>;
let officer: Awaited<ReturnType<typeof keepers>>['officer'];
let cookie = '';

beforeAll(async () => {
  copy = await copyOfTemplate(inject('serverUrl'));
  Object.assign(process.env, { DATABASE_URL: copy.url, ORIGIN: 'http://127.0.0.1:3000' });
  officer = (await keepers(copy.db)).officer;
  const { accountId } = officer.actor;
  cookie = `fairroute_session=${await openSession(copy.db, { accountId, role: 'officer' })}`;
});
afterAll(async () => {
  await theDatabase().db.destroy();
  await copy.drop();
});

const asked = (params: Record<string, string>, body?: URLSearchParams): LoaderFunctionArgs => ({
  request: new Request('http://127.0.0.1:3000/scheme/questionnaires', {
    headers: { Cookie: cookie },
    ...(body ? { method: 'POST', body } : {}),
  }),
  params,
  context: {},
});

test('a question is changed by its form, its fault is shown, and it is published once it is right', async () => {
  const { id: draftId } = done(await draftFrom(officer, 'mapping_site-1'));
  const at = { draftId, section: 'workforce', question: 'workers_all' };
  const sent = (relevant: string, revision: string) =>
    new URLSearchParams({
      ...{ name: 'workers_all', type: 'integer', 'label.en': 'All workers?', must: 'no', place: '1' },
      ...{ relevant, revision },
    });
  expect(await saveQuestion(asked(at, sent('${nobody} > 0', '1')))).toMatchObject({ status: 302 });
  const shown = await question(asked(at));
  expect(shown.question?.label).toEqual({ en: 'All workers?' });
  expect(shown.faults).toEqual(['workers_all, relevant: nothing is called nobody']);
  expect(await publish(asked({ draftId }, new URLSearchParams({ revision: '2' })))).toMatchObject({
    data: { refusal: 'faulty' },
  });
  expect(await saveQuestion(asked(at, sent('', '2')))).toMatchObject({ status: 302 });
  expect(await publish(asked({ draftId }, new URLSearchParams({ revision: '3' })))).toMatchObject({
    status: 302,
  });
  expect(await findDraft(officer, draftId)).toMatchObject({ publishedVersionId: 'mapping_site-2' });
});

test('a draft at a glance leads to each question, and a preview speaks the language without anything to send', () => {
  const html = renderToStaticMarkup(
    createElement(OutlineView, { outline: outlineOf(example), base: '/d', edits: true }),
  );
  expect(html).toContain('href="/d/sections/identity/rows/agents/columns/workers"');
  expect(html).toContain('href="/d/sections/money/new-question"');
  const preview = renderToStaticMarkup(
    createElement(Preview, { questionnaire: example, section: 'identity', language: 'ne', base: '/d' }),
  );
  expect(preview).toContain('परिचय');
  expect(preview).toContain('<fieldset disabled=""');
});

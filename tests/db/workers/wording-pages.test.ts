import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';

import { standings } from '#app/features/certificates/model.ts';
import { paperWords } from '#app/features/register/marks/words/paper-words.ts';
import { CheckPage } from '#app/features/workers/check/ui/page.tsx';
import { HelpForWorkers } from '#app/features/workers/help/ui/for-workers.tsx';
import { judgeWording } from '#app/features/workers/wording/commands.server.ts';
import { translatedCodes } from '#app/features/workers/wording/model.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { loader as check } from '#app/routes/public/check.tsx';
import { catalogue, isReviewed, pageWords, renewReviewed } from '#app/routes/workers/catalogue.server.ts';
import { loader as help } from '#app/routes/workers/help.tsx';
import { done } from '#tests/support/factories/audits.ts';
import { keepers } from '#tests/support/factories/help.ts';
import { copyOfTemplate } from '#tests/support/postgres.ts';

/** Pages ask the process's own database, which for this file is one copy. */
let copy: Awaited<ReturnType<typeof copyOfTemplate>>;
let officer: Awaited<ReturnType<typeof keepers>>['officer'];

beforeAll(async () => {
  copy = await copyOfTemplate(inject('serverUrl'));
  process.env['DATABASE_URL'] = copy.url;
  officer = (await keepers(copy.db)).officer;
});
afterAll(async () => {
  await theDatabase().db.destroy();
  await copy.drop();
});

const says = (keys: readonly string[]) => (key: string) =>
  keys.some((part) => key === part || key.startsWith(`${part}.`));
const linesOf = (page: keyof typeof pageWords) =>
  catalogue.lines.filter(({ key }) => says(pageWords[page])(key));
const meant = (page: keyof typeof pageWords) =>
  linesOf(page).map(({ key, said }) => ({ key, hash: said.ne?.hash ?? '' }));

const answer = z.looseObject({ data: z.looseObject({ reviewed: z.boolean() }) });
async function markOf(path: 'check' | 'help') {
  const request = new Request(`https://scheme.example/ne/${path}`);
  const loader = path === 'check' ? check : help;
  return answer.parse(await loader({ request, params: { lang: 'ne' }, context: {} })).data.reviewed;
}

test('a page is said to be unreviewed until all it says is approved, and again when that cannot be told', async () => {
  expect([await markOf('check'), await markOf('help'), isReviewed('check', 'en')]).toEqual([
    false,
    false,
    true,
  ]);
  const approve = async (said: { key: string; hash: string }[]) => {
    done(await judgeWording(officer, catalogue, 'ne', { step: 'approve', said, basis: 'own_language' }));
    await renewReviewed();
  };
  const [first, ...others] = meant('check').filter(({ key }) => key !== 'check.unreviewed');
  await approve([...others, ...meant('help')]);
  expect([await markOf('check'), await markOf('help')]).toEqual([false, true]);
  if (first) await approve([first]);
  expect([await markOf('check'), isReviewed('check', 'ur')]).toEqual([true, false]);
  if (first) done(await judgeWording(officer, catalogue, 'ne', { step: 'take_back', said: [first] }));
  await renewReviewed();
  expect([await markOf('check'), await markOf('help')]).toEqual([false, true]);
  await theDatabase().db.destroy();
  await renewReviewed();
  expect(isReviewed('help', 'ne')).toBe(false);
});

test('no line of the catalogue is missing in any language', () => {
  expect(catalogue.lines.length).toBeGreaterThan(120);
  for (const { key, said } of catalogue.lines)
    expect(
      translatedCodes.filter((code) => !said[code]),
      key,
    ).toEqual([]);
  expect(new Set(catalogue.lines.map(({ chapter }) => chapter))).toEqual(
    new Set(catalogue.chapters.map(({ name }) => name)),
  );
});

/** Every answer a standing gives, and those without one; whatever stands on them is said on the page. */
const entry = { registrationNumber: 'LRN00012603', name: 'Himal', nameLocal: null, country: 'NP' };
const answers = [
  null,
  { kind: 'none' as const },
  ...standings.map((status) => ({
    ...{
      kind: 'one' as const,
      entry: { ...entry, standing: { status, since: '2026-03-02', reasonClass: null } },
    },
  })),
];
const markupOf = (found: (typeof answers)[number]) =>
  renderToStaticMarkup(
    createElement(CheckPage, {
      ...{ language: 'ne', reviewed: false, spoken: { href: '/ne/clips/unknown', bytes: 1000 } },
      answered: found && {
        ...{ q: 'x', found, word: 'x', who: '', speaker: null, job: null },
        ...{ at: '2026-11-28T10:32:00.000Z', address: 'x' },
      },
    }),
  );

test('what a page says of another room’s words is among its own', () => {
  const page = answers.map(markupOf).join(' ');
  const help = renderToStaticMarkup(
    createElement(HelpForWorkers, {
      ...{ language: 'ne', reviewed: false, countries: ['QA'], country: undefined, topic: undefined },
      ...{ page: 1, pages: 1, entries: [] },
    }),
  );
  for (const [name, markup] of [
    ['check', page],
    ['help', help],
  ] as const) {
    const unsaid = catalogue.lines
      .filter(({ key, said }) => !says(pageWords[name])(key) && markup.includes(`>${said.ne?.text ?? '?'}<`))
      // What two rooms say alike is approved by either's key.
      .filter(({ said }) => !linesOf(name).some((line) => line.said.ne?.text === said.ne?.text));
    expect(
      unsaid.map(({ key }) => key),
      name,
    ).toEqual([]);
  }
  expect(page).toContain(paperWords.ne.never);
});

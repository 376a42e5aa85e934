import { expect, test } from 'vitest';

import { readHouse } from './house.ts';

/** What the pages about who somebody is have in common, whoever writes the next one. */
const app = readHouse().filter(({ path }) => path.startsWith('app/') && !/\.test\.tsx?$/.test(path));

const fields = app.flatMap(({ path, text }) =>
  [...text.matchAll(/<(?:TextField|input)\b(?:(?!\/>)[\s\S])*\/>/g)].map(([field]) => ({ path, field })),
);
const masked = fields.filter(({ field }) => field.includes('type="password"'));

test('every field for a password is masked, and named to whoever keeps passwords', () => {
  expect(masked.length).toBeGreaterThanOrEqual(6);
  const asks = /autoComplete="(?:current|new)-password"|field=\{fields\.\w*(?:[pP]assword|[sS]ecret)\}/;
  expect(
    fields.filter(({ field }) => asks.test(field) && !masked.some((one) => one.field === field)),
  ).toEqual([]);
  const kept = /autoComplete="(?:current|new)-password"/;
  const unnamed = masked.filter(({ field }) => !kept.test(field));
  // The secret of an organisation's provider is nobody's password.
  expect(unnamed.map(({ path }) => path)).toEqual(['app/routes/sso/provider.tsx']);
});

test('nothing keeps anybody from pasting', () => {
  expect(app.filter(({ text }) => /\bon(?:Paste|BeforeInput)\b|['"]paste['"]/.test(text))).toEqual([]);
});

test('chance comes from the system: nothing is drawn that could be foretold', () => {
  expect(app.filter(({ text }) => text.includes('Math.random')).map(({ path }) => path)).toEqual([]);
});

test('whatever changes how somebody signs in asks once more who it is, before and when it is sent', () => {
  const pages = app.filter(({ path }) =>
    /^app\/routes\/(?:factors\/(?:authenticator|codes|passkey|remove-\w+)|me\/(?:address|close|end-\S+)|sso\/(?:provider|remove-\w+|claim))\.tsx$/.test(
      path,
    ),
  );
  expect(pages.length).toBeGreaterThanOrEqual(13);
  const silent = pages.filter(
    ({ text }) => !text.includes('await askWhoItIs(request)') || !text.includes('await isConfirmed(request)'),
  );
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test('whatever the scheme decides for good asks once more who decides, before and when it is sent', () => {
  const pages = app.filter(({ path }) =>
    /^app\/routes\/(?:certify\/(?:take-over|extension|suspend|lift|withdraw|watch|clear|reduce)|bodies\/(?:approve|end-approval)|audit\/(?:planning\/follow-up|report\/review)|decide\/(?:matter|condition|meetings\/close)|appeals\/(?:decide|certificate\/(?:stay|decide)))\.tsx$/.test(
      path,
    ),
  );
  expect(pages.length).toBeGreaterThanOrEqual(17);
  const silent = pages.filter(
    ({ text }) => !text.includes('await askWhoItIs(request)') || !text.includes('await isConfirmed(request)'),
  );
  expect(silent.map(({ path }) => path)).toEqual([]);
});

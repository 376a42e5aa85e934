import { expect, test } from 'vitest';

import { keyScopes } from '#app/features/accounts/keys/model.ts';
import { reasonNames } from '#app/features/certificates/model.ts';
import { markLanguageCodes, type MarkLanguage } from '#app/features/register/marks/model.ts';
import { absences, matchedOns } from '#app/features/register/verifications/model.ts';
import { sectors } from '#app/platform/industries.ts';

import { problems } from '../problem.ts';

import { theEnumerations } from './enumerations.server.ts';

/** The script each language is written in. */
const scripts: Record<MarkLanguage, RegExp> = {
  ...{ ne: /\p{Script=Devanagari}/u, hi: /\p{Script=Devanagari}/u, bn: /\p{Script=Bengali}/u },
  ...{ ar: /\p{Script=Arabic}/u, ur: /\p{Script=Arabic}/u, my: /\p{Script=Myanmar}/u },
  ...{ km: /\p{Script=Khmer}/u, am: /\p{Script=Ethiopic}/u, th: /\p{Script=Thai}/u },
  ...{ en: /\p{Script=Latin}/u, tl: /\p{Script=Latin}/u, id: /\p{Script=Latin}/u, vi: /\p{Script=Latin}/u },
  ...{ sw: /\p{Script=Latin}/u, es: /\p{Script=Latin}/u, fr: /\p{Script=Latin}/u },
};

/** Latin letters in a label of another script: what programs send, and what the runtime's table calls Hong Kong and Macao in Urdu. */
const terms = /Idempotency-Key|application\/json|text\/csv|SAR/g;

const labels = theEnumerations().flatMap(({ name, codes }) =>
  codes.map(({ code, labels }) => ({ where: `${name} ${code}`, name, labels })),
);

test.each(markLanguageCodes)('every code of every list has a label in %s, in its script', (language) => {
  for (const { where, labels: of } of labels) {
    const said = of[language] ?? '';
    expect(said.trim(), where).not.toBe('');
    expect(said, where).toMatch(scripts[language]);
    if (!scripts[language].test('a')) expect(said.replace(terms, ''), where).not.toMatch(/\p{Script=Latin}/u);
  }
});

// Names of countries are the runtime's; many are the same in every Latin script.
test('no label is left in English', () => {
  const left = labels
    .filter(({ name }) => name !== 'country')
    .flatMap(({ where, labels: of }) =>
      markLanguageCodes
        .filter((language) => language !== 'en' && of[language] === of['en'])
        .map((language) => `${language} ${where}`),
    );
  expect(left).toEqual([]);
});

test('within a list no two codes read alike in a language', () => {
  for (const { name, codes } of theEnumerations())
    for (const language of markLanguageCodes) {
      const said = codes.map(({ labels: of }) => of[language]);
      const twice = said.filter((one, at) => said.indexOf(one) !== at);
      expect(twice, `${name} ${language}`).toEqual([]);
    }
});

test('every list has every code the API answers or takes', () => {
  const codes = Object.fromEntries(
    theEnumerations().map(({ name, codes: listed }) => [name, listed.map(({ code }) => code)]),
  );
  expect(codes).toMatchObject({
    ...{ reasonClass: Object.keys(reasonNames), sector: Object.keys(sectors) },
    ...{ licenceStatus: ['declared', 'ended'], auditType: ['stage2', 'surveillance', 'recertification'] },
    ...{ checkOutcome: ['match', 'ambiguous', 'no_match'], checkAbsence: absences, matchedOn: matchedOns },
    ...{ watchKind: ['recruiter', 'corridor', 'list'], keyScope: keyScopes },
    problem: Object.keys(problems),
  });
});

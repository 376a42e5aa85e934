import { expect, test } from 'vitest';

import { sectionsOf } from './declared.ts';
import { readBundle } from './replies.ts';

const answer = (section: string, question: string) => ({
  ...{ value: `1/${section}/${question}`, section, question, answer: 'Yes' },
});

test('what was declared stands in its sections, in the order of the application', () => {
  const declared = [answer('Staff', 'a'), answer('Fees', 'b'), answer('Staff', 'c')];
  expect(sectionsOf(declared)).toEqual([
    { section: 'Staff', answers: [declared[0], declared[2]] },
    { section: 'Fees', answers: [declared[1]] },
  ]);
  expect(sectionsOf([])).toEqual([]);
});

test('is taken along where the server says it, and is nothing where an older one does not', () => {
  const said = {
    audit: { id: 'a', reference: 'AUD-1', recruiter: 'Everest', state: 'in_progress' },
    ...{ indicators: [], assessments: [], me: { accountId: 'm', name: 'Asha' } },
  };
  const declared = [answer('Fees', 'Do workers pay?')];
  expect(readBundle({ ...said, declared })?.declared).toEqual(declared);
  expect(readBundle(said)?.declared).toEqual([]);
});

import { expect, test } from 'vitest';

import { saidNo } from './answers.server.ts';

const reply = { initialValue: { email: 'x@example.org' } };

test.each(['unknown_link', 'used_link', 'expired_link'])(
  '%s is the page for broken links, 410',
  (refusal) => {
    let thrown: unknown;
    try {
      saidNo(refusal, reply);
    } catch (answer) {
      thrown = answer;
    }
    expect(thrown).toBeInstanceOf(Response);
    expect(thrown).toMatchObject({ status: 410 });
  },
);

test('a weak password is told beside its field, 400', () => {
  expect(saidNo('weak_password:Too easy: add a word', reply)).toMatchObject({
    data: { reply: { error: { password: ['Too easy: add a word'] } } },
    init: { status: 400 },
  });
});

test('any other no stands above the form, 409', () => {
  expect(saidNo('same_address', reply)).toMatchObject({
    data: { refusal: 'same_address', reply },
    init: { status: 409 },
  });
});

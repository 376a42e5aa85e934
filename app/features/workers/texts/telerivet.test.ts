import { expect, test } from 'vitest';

import { messages, readMessage } from './telerivet.server.ts';

const secret = 'a secret of sixteen';
const whole = {
  ...{ secret, event: 'incoming_message', message_type: 'sms', id: 'SM1' },
  ...{ from_number: '+15005550006', content: 'CHECK Himal' },
};
const posted = (sent: Record<string, string>) =>
  new Request('https://scheme.example/texts/telerivet', { method: 'POST', body: new URLSearchParams(sent) });

test('a text is taken with its secret, and by no other', async () => {
  expect(await readMessage(posted(whole), secret)).toEqual({ from: '+15005550006', body: 'CHECK Himal' });
  const { secret: _, ...bare } = whole;
  for (const sent of [bare, { ...whole, secret: '' }, { ...whole, secret: 'another of sixteen' }])
    await expect(readMessage(posted(sent), secret)).rejects.toMatchObject({ status: 403 });
  const json = new Request('https://scheme.example/texts/telerivet', { method: 'POST', body: '{}' });
  await expect(readMessage(json, secret)).rejects.toMatchObject({ status: 415 });
});

test('what is proven and no text asks nothing', async () => {
  for (const part of [{ event: 'send_status' }, { message_type: 'call' }])
    expect(await readMessage(posted({ ...whole, ...part }), secret)).toBeUndefined();
});

test('an answer is JSON of its texts', async () => {
  expect(await messages(['One', 'Two']).json()).toEqual({
    messages: [{ content: 'One' }, { content: 'Two' }],
  });
  expect(await messages([]).json()).toEqual({ messages: [] });
});

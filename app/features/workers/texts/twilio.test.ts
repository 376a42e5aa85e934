import { expect, test } from 'vitest';

import { readInbound, signatureOf, twiml } from './twilio.server.ts';

test('a signature is that of Twilio’s own example', () => {
  const sent = new URLSearchParams({
    ...{ CallSid: 'CA1234567890ABCDE', Caller: '+14158675309', Digits: '1234' },
    ...{ From: '+14158675309', To: '+18005551212' },
  });
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  expect(signatureOf('12345', url, sent)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
});

const settings = { token: 'a token of sixteen', origin: 'https://scheme.example' };
const whole = { MessageSid: 'SM1', From: '+15005550006', To: '+15005550001', Body: 'CHECK Himal & Söhne' };

/** As the gateway sends it: signed for `url`, whatever name a proxy calls us by. */
function posted(
  sent: Record<string, string>,
  change: { url?: string; body?: string; headers?: Record<string, string> } = {},
) {
  const form = new URLSearchParams(sent);
  const url = change.url ?? 'https://scheme.example/texts/twilio';
  return new Request('http://127.0.0.1:3000/texts/twilio', {
    method: 'POST',
    body: change.body ?? form.toString(),
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'X-Twilio-Signature': signatureOf(settings.token, url, form),
      ...change.headers,
    },
  });
}
const statusOf = (request: Request) =>
  readInbound(request, settings).then(
    () => 200,
    (refusal: unknown) => (refusal instanceof Response ? refusal.status : undefined),
  );

test('a text is taken with its signature over the public address, and by no other', async () => {
  expect(await readInbound(posted(whole), settings)).toEqual({ from: '+15005550006', body: whole.Body });
  const altered = new URLSearchParams({ ...whole, Body: 'CHECK Another' }).toString();
  for (const request of [
    posted(whole, { body: altered }),
    posted(whole, { body: `${new URLSearchParams(whole).toString()}&Extra=1` }),
    posted(whole, { url: 'http://127.0.0.1:3000/texts/twilio' }),
    posted(whole, { headers: { 'X-Twilio-Signature': '' } }),
    posted(whole, { headers: { 'X-Twilio-Signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } }),
  ])
    expect(await statusOf(request)).toBe(403);
  const bare = posted(whole);
  bare.headers.delete('X-Twilio-Signature');
  expect(await statusOf(bare)).toBe(403);
});

test('what is no form, too large, or sent in another way is refused before it is read', async () => {
  const json = { headers: { 'Content-Type': 'application/json' } };
  expect(await statusOf(posted(whole, json))).toBe(415);
  expect(await statusOf(posted({ ...whole, Body: 'x'.repeat(600_000) }))).toBe(413);
  expect(await statusOf(new Request('https://scheme.example/texts/twilio', { method: 'PUT' }))).toBe(405);
});

test('what is signed and no text asks nothing', async () => {
  const { Body: _, ...status } = { ...whole, MessageStatus: 'delivered' };
  expect(await readInbound(posted(status), settings)).toBeUndefined();
});

test('an answer is TwiML, whatever stands in a name; none sends nothing', async () => {
  const answer = twiml(['Söhne & <Co>\u0000\u000b\ud800 हिमाल 🏔', 'Two']);
  expect(answer.headers.get('Content-Type')).toBe('text/xml; charset=utf-8');
  expect(await answer.text()).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><Response><Message>Söhne &amp; &lt;Co&gt; हिमाल 🏔</Message><Message>Two</Message></Response>',
  );
  expect(await twiml([]).text()).toMatch(/<Response><\/Response>$/);
});

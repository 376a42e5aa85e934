// Run by a test as a server of its own: takes the texts it is given from the gateway, one after the other, and writes the answers
// into a file. Its output is the log and nothing else.
import { writeFileSync } from 'node:fs';

import { signatureOf } from '#app/features/workers/texts/twilio.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { keepNoMore } from '#app/platform/kept/process.server.ts';
import { action } from '#app/routes/workers/texts/twilio.ts';

const [file = '', from = '', ...bodies] = process.argv.slice(2);
const address = `${process.env['ORIGIN'] ?? ''}/texts/twilio`;

async function send(Body: string) {
  const sent = new URLSearchParams({ MessageSid: 'SM0001', From: from, To: '+15005550001', Body });
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'X-Twilio-Signature': signatureOf(process.env['SMS_TWILIO_TOKEN'] ?? '', address, sent),
  };
  const request = new Request(address, { method: 'POST', body: sent.toString(), headers });
  return (await action({ request, params: {}, context: {} })).text();
}

const answers: string[] = [];
for (const body of bodies) answers.push(await send(body));
writeFileSync(file, JSON.stringify(answers));
await keepNoMore();
await theDatabase().db.destroy();

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { mayAnswer } from '#app/features/workers/texts/pace.server.ts';
import { readText } from '#app/features/workers/texts/reading.ts';
import { readInbound, twiml } from '#app/features/workers/texts/twilio.server.ts';
import { theConfig } from '#app/platform/config.server.ts';
import { found } from '#app/platform/http.server.ts';

import { answerText } from './answer-text.server.ts';

/** Texts only arrive here; where none are taken there is no such address. */
export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  found(theConfig().SMS_TWILIO_TOKEN);
  return new Response('Send a text', { status: 405, headers: { Allow: 'POST' } });
}

/** A text, answered as the check answers. Nothing is done by it: one that comes twice is answered twice, and alike. */
export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const token = found(theConfig().SMS_TWILIO_TOKEN);
  const origin = theConfig().ORIGIN;
  const inbound = await readInbound(request, { token, origin });
  if (!inbound) return twiml([]);
  const reading = readText(inbound.body);
  if (reading.kind === 'silent' || !(await mayAnswer(inbound.from))) return twiml([]);
  return twiml(await answerText(scope, reading, origin));
}

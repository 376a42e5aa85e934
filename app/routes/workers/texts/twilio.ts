import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { readInbound, twiml } from '#app/features/workers/texts/twilio.server.ts';
import { theConfig } from '#app/platform/config.server.ts';
import { found } from '#app/platform/http.server.ts';

import { answerInbound, onlyPosted } from './answer-text.server.ts';

/** Texts only arrive here; where none are taken there is no such address. */
export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  found(theConfig().SMS_TWILIO_TOKEN);
  return onlyPosted();
}

/** A text through Twilio. Nothing is done by it: one that comes twice is answered twice, and alike. */
export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const token = found(theConfig().SMS_TWILIO_TOKEN);
  const origin = theConfig().ORIGIN;
  return twiml(await answerInbound(scope, await readInbound(request, { token, origin }), origin));
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { messages, readMessage } from '#app/features/workers/texts/telerivet.server.ts';
import { theConfig } from '#app/platform/config.server.ts';
import { found } from '#app/platform/http.server.ts';

import { answerInbound, onlyPosted } from './answer-text.server.ts';

/** Texts only arrive here; where none are taken there is no such address. */
export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  found(theConfig().SMS_TELERIVET_SECRET);
  return onlyPosted();
}

/** A text through Telerivet, which has numbers and phones where others have none; answered as Twilio's are. */
export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const secret = found(theConfig().SMS_TELERIVET_SECRET);
  return messages(await answerInbound(scope, await readMessage(request, secret), theConfig().ORIGIN));
}

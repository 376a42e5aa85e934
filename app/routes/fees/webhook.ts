import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { theCards } from '#app/features/billing/stripe/client.server.ts';
import { takeNotice } from '#app/features/billing/stripe/settle.server.ts';
import { rawText } from '#app/platform/form.server.ts';
import { found } from '#app/platform/http.server.ts';

/** Notices only arrive here; there is nothing to read. */
export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return new Response('Send a notice', { status: 405, headers: { Allow: 'POST' } });
}

/** A notice of the card processor: proven by its signature, and believed only as far as whom to ask about. */
export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const cards = found(theCards());
  const notice = cards.readNotice(await rawText(request), request.headers.get('Stripe-Signature') ?? '');
  if (!notice) return new Response('The signature does not hold', { status: 400 });
  await takeNotice(scope, notice);
  return new Response('Thank you');
}

import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { findOwnCertificate } from '#app/features/certificates/queries.server.ts';
import { markLanguageOf } from '#app/features/register/marks/model.ts';
import { cards, poster } from '#app/features/register/marks/paper/papers.server.tsx';
import { mayCarry } from '#app/features/register/marks/rules.ts';
import { findRecord } from '#app/features/register/queries.server.ts';
import { downloadBytes, found, valueOf } from '#app/platform/http.server.ts';

const drawers = new Map([
  ['poster', poster],
  ['cards', cards],
]);

/** A poster, or cards to hand out, as PDF: of whoever is certified at this moment. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const draw = found(drawers.get(params['kind'] ?? ''));
  const { registrationNumber } = found(await findOwnCertificate(scope));
  const carrier = valueOf(await findRecord(scope, registrationNumber));
  const printed = found(mayCarry(carrier.standing.status) ? carrier : undefined);
  const language = markLanguageOf(new URL(request.url).searchParams.get('lang'));
  const { content, filename } = await draw({
    ...{ carrier: printed, language, origin: installation(), now: scope.now },
  });
  return downloadBytes(content, { filename, mediaType: 'application/pdf' });
}

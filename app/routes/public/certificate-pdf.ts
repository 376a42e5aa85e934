import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { certificatePaper } from '#app/features/certificates/paper/certificate-paper.server.tsx';
import { findPaper } from '#app/features/certificates/paper/queries.server.ts';
import { downloadBytes, found } from '#app/platform/http.server.ts';

/** A certificate as a PDF, for anyone: it says what the register says at that moment. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const facts = found(await findPaper(scope, found(params['number'])));
  const address = `${installation()}/verify/${facts.number}`;
  const { content, filename } = await certificatePaper(facts, address, scope.now);
  return downloadBytes(content, { filename, mediaType: 'application/pdf' });
}

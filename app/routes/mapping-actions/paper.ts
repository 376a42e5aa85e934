import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { findPaper } from '#app/features/mapping/papers/queries.server.ts';
import { open } from '#app/features/mapping/papers/rules.ts';
import { handOver } from '#app/platform/files/serve.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { found, valueOf } from '#app/platform/http.server.ts';

/** A file that a company kept about its chain, to its own people once it was looked at. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const paper = found(await findPaper(scope, found(params['id'])));
  valueOf(open(paper));
  return handOver(theStorage(), paper);
}

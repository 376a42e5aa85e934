import type { LoaderFunctionArgs } from '@remix-run/node';

import { askWhoItIs } from '#app/features/accounts/session.server.ts';
import { isAtPlace, placeOf } from '#app/features/licences/place.ts';
import { findLicence } from '#app/features/licences/queries.server.ts';
import { allowed, found } from '#app/platform/http.server.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';

type Deciding = Scope<Extract<SignedIn, { kind: 'officer' | 'authority' }>>;
/** `proven`: shown only to somebody who said lately who they are. */
type Asked = Pick<LoaderFunctionArgs, 'request' | 'params'> & { proven?: boolean };

/** The licence somebody decides on, under the address that is theirs: 403 under the other's. */
export async function licenceAtPlace(scope: Deciding, { request, params, proven = false }: Asked) {
  allowed(isAtPlace(scope.actor, request.url));
  if (proven) await askWhoItIs(request);
  const licence = await findLicence(scope, found(params['licenceId']));
  return licence && { licence, place: placeOf(scope.actor) };
}

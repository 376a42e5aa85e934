import { certificateStatusCredential } from '#app/features/credentials/certificate-status.ts';
import { findConformity } from '#app/features/credentials/conformity/signed.server.ts';
import { publishingAt } from '#app/features/credentials/house.server.ts';
import { listNamed } from '#app/features/credentials/model.ts';
import { findList } from '#app/features/credentials/status-list/publish.server.ts';
import { findEntry } from '#app/features/credentials/status-list/queries.server.ts';
import { findByCertificate } from '#app/features/register/queries.server.ts';
import { signingAt } from '#app/platform/signing/signing.server.ts';

import { Typed, type Asking } from './asking.ts';
import { Problem } from './problem.ts';
import { preferred } from './represented.ts';

const jwt = 'application/vc+jwt';
const embedded = 'application/vc';

/** GET /api/v1/status-lists/{id}: a status list, as embedded proof or in its envelope. */
export async function statusList({ scope, origin, accept = '' }: Asking, id: string) {
  const name = listNamed(id);
  const list = name && (await findList(publishingAt(scope, origin), name, scope.now));
  if (!list) throw new Problem('unknown_status_list');
  const type = preferred(accept, [embedded, jwt, 'application/json']);
  return new Typed(type, type === jwt ? list.token : list.document);
}

/** GET /api/v1/certificates/{number}/status: where a certificate stands at this moment, signed. */
export async function certificateStatus({ scope, origin, accept = '' }: Asking, number: string) {
  const found = await findByCertificate(scope, number);
  if (!found.ok) throw new Problem(found.refusal);
  const { record, became, own } = found.value;
  const entry = await findEntry(scope.db, number);
  if (!entry) throw new Problem('unknown_certificate');
  const signing = signingAt(origin);
  const replaced = became === 'superseded' || became === 'transferred';
  const credential = certificateStatusCredential(
    {
      number: number.trim().toUpperCase(),
      standing: own,
      replacedBy: replaced ? (record.certificate?.number ?? null) : null,
      replaced,
      entry,
    },
    { origin, did: signing.did, now: scope.now },
  );
  const type = preferred(accept, [embedded, jwt, 'application/json']);
  if (type === jwt) return new Typed(type, await signing.signCredential(credential));
  return new Typed(type, JSON.stringify(await signing.embedProof(credential, scope.now)));
}

/** A certificate as a conformity credential; one that has ended gives none, `…/status` says what became of it. */
export async function conformity(
  { scope, origin }: Asking,
  number: string,
  type: typeof jwt | typeof embedded,
) {
  const signing = signingAt(origin);
  const credential = await findConformity(scope, number, { origin, signing });
  if (!credential) throw new Problem('certificate_ended', 'Ask for its status instead');
  if (type === jwt) return new Typed(type, await signing.signCredential(credential));
  // Of the day: asked twice, it is the same, and whoever keeps it hears that nothing changed.
  const today = new Date(Math.floor(scope.now.getTime() / 86_400_000) * 86_400_000);
  return new Typed(type, JSON.stringify(await signing.embedProof(credential, today)));
}

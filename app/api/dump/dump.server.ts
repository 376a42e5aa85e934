import { addressOfDump } from '#app/features/register/dump/credential.ts';
import { daysKept } from '#app/features/register/dump/model.ts';
import { findChanges, findDump } from '#app/features/register/dump/queries.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { signingAt } from '#app/platform/signing/signing.server.ts';

import { Streamed, Typed, type Asking } from '../asking.ts';
import { Problem } from '../problem.ts';

/** GET /api/v1/dump: the whole register as of its last dump; with `?since=`, what reads differently after that moment. */
export async function dump(asking: Asking) {
  const { asOf, since, signature, ...content } = await asked(asking);
  const name = `register-${since ? 'changes-' : ''}${asOf.toISOString().replaceAll(':', '-')}.ndjson.gz`;
  return new Streamed('application/gzip', content, {
    'Content-Disposition': `attachment; filename="${name}"`,
    'Dump-As-Of': asOf.toISOString(),
    'Dump-Signature': signature,
    Link: `<${addressOfDump(asking.origin, since).replace('/dump', '/dump/signature')}>; rel="describedby"; type="application/vc+jwt"`,
  });
}

/** GET /api/v1/dump/signature: the credential over the bytes of the same answer. */
export async function dumpSignature(asking: Asking) {
  const { signature } = await asked(asking);
  return new Typed('application/vc+jwt', signature);
}

async function asked({ scope, origin, query, signing, storage }: Asking) {
  const house = {
    ...{ db: scope.db, origin },
    storage: storage ?? theStorage(),
    signing: signing ?? signingAt(origin),
  };
  const since = momentOf(query.get('since'));
  const found = since ? await findChanges(house, since) : await findDump(house);
  if (found.ok) return found.value;
  throw new Problem(found.refusal, words[found.refusal]);
}

const words = {
  no_dump: 'It is built three times a day; the first was not yet',
  changes_gone: `Changes are kept for ${daysKept} days: take the whole register again`,
};

/** As RFC 3339 has it, with its zone. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i;

function momentOf(text: string | null) {
  if (text === null) return undefined;
  // A plus that nobody encoded arrives as a space.
  const at = new Date(text.replace(' ', '+'));
  if (!moment.test(text.replace(' ', '+')) || Number.isNaN(at.getTime()))
    throw new Problem('invalid_parameter', 'since is the asOf of an earlier dump, as RFC 3339 has it');
  return at;
}

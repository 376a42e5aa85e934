import {
  endWatch,
  watchCorridor,
  watchList,
  watchRecruiter,
} from '#app/features/watching/commands.server.ts';
import { watchBody, type WatchBody } from '#app/features/watching/forms.ts';
import type { Watch } from '#app/features/watching/model.ts';
import { listWatches } from '#app/features/watching/queries.server.ts';
import { toCorridor } from '#app/features/watching/webhooks/body.ts';
import type { Company, Scope } from '#app/platform/scope.ts';

import type { Asking, Sent } from './asking.ts';
import { jsonOf } from './body.server.ts';
import { Problem } from './problem.ts';

const most = 100;

/** A company's own: there are no watches without a key. */
function companyOf({ scope: { actor, ...scope } }: Pick<Asking, 'scope'>): Scope<Company> {
  if (actor.kind !== 'company')
    throw new Problem('key_required', undefined, { 'WWW-Authenticate': 'Bearer' });
  return { ...scope, actor };
}

/** GET /api/v1/watches, the newest first; `cursor` is what the page before answered as `next`. */
export async function watches(asking: Asking) {
  const offset = Number(asking.query.get('cursor') ?? '0');
  if (!Number.isInteger(offset) || offset < 0 || offset > 1_000_000)
    throw new Problem('invalid_parameter', 'cursor is what the page before answered as next');
  const found = await listWatches(companyOf(asking), { limit: most + 1, offset });
  return {
    data: found.slice(0, most).map(toAnswer),
    next: found.length > most ? String(offset + most) : null,
  };
}

function toAnswer(watch: Watch) {
  const common = { id: watch.id, kind: watch.kind, since: watch.madeAt.toISOString() };
  switch (watch.kind) {
    case 'recruiter':
      return { ...common, registrationNumber: watch.registrationNumber };
    case 'corridor':
      return { ...common, corridor: toCorridor(watch.corridor) };
    case 'list':
      return { ...common, name: watch.name, recruiters: watch.recruiters };
  }
}

/**
 * POST /api/v1/watches: a recruiter by its number, a corridor, or a named list. Asked twice, it is watched once and
 * answered with `again`; a list is put as it was given last, and `unknown` names what is on no register.
 */
export async function addWatch(asking: Asking & { sent: Sent }) {
  const company = companyOf(asking);
  const read = watchBody.safeParse(jsonOf(asking.sent.body));
  if (!read.success)
    throw new Problem(
      'invalid_body',
      'the body gives registrationNumber, or corridor with origin and destination, or name with registrationNumbers',
    );
  const outcome = await keep({ ...company, rhythm: 'daily' }, read.data);
  if (outcome.ok) return outcome.value;
  if (outcome.refusal === 'unknown_recruiter') throw new Problem('unknown_recruiter');
  if (outcome.refusal === 'too_many_watches') throw new Problem('too_many_watches');
  throw new Problem('invalid_body', 'none of these numbers is on the register');
}

function keep(scope: Parameters<typeof watchList>[0], given: WatchBody) {
  if ('registrationNumber' in given) return watchRecruiter(scope, given);
  if ('corridor' in given) return watchCorridor(scope, given.corridor);
  return watchList(scope, { name: given.name, numbers: [...new Set(given.registrationNumbers)] });
}

/** DELETE /api/v1/watches/{id} */
export async function removeWatch(asking: Asking, id: string) {
  const outcome = await endWatch(companyOf(asking), id);
  if (!outcome.ok) throw new Problem('unknown_watch');
  return { id: outcome.value.id, ended: true };
}

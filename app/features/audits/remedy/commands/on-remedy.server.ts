import type { Transaction } from 'kysely';

import { refuse, type Result } from '#app/platform/result.ts';
import type { Actor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about, onFinding } from '../../findings/commands/on-finding.server.ts';
import type { Finding } from '../../findings/model.ts';
import type { Entry } from '../model.ts';
import { findRemedy, type RemedyRecord } from '../queries.server.ts';

type Step<A extends Actor> = {
  trx: Transaction<Database>;
  finding: Finding;
  remedy: RemedyRecord;
  actor: A;
};

/** The finding is locked first, so that two who write to its ledger do so one after the other. */
export const onRemedy = <A extends Actor, O extends Result<unknown>>(
  scope: Scope,
  findingId: string,
  may: (actor: Actor, finding: Finding) => actor is A,
  act: (step: Step<A>) => Promise<O>,
) =>
  onFinding(scope, findingId, may, async ({ trx, finding, actor }) => {
    const remedy = await findRemedy(trx, finding.id);
    return remedy ? act({ trx, finding, remedy, actor }) : refuse('remedy_not_opened');
  });

/** A remedy's facts are told on the timeline of its finding and wherever that is told. */
export const aboutRemedy = (
  scope: Pick<Scope, 'actor' | 'now'>,
  finding: Parameters<typeof about>[1],
  remedyId: string,
) => {
  const { subject, related, ...by } = about(scope, finding);
  return { ...by, subject: remedyId, related: [subject, ...related] };
};

type Written = { remedyId: string; happenedOn: string; note: string; by: string; now: Date };

/** What every line of a ledger keeps. */
export const lineOf = ({ remedyId, happenedOn, note, by, now }: Written, kind: Entry['kind']) => ({
  ...{ remedy_id: remedyId, kind, happened_on: happenedOn, note },
  ...{ recorded_at: now, recorded_by: by },
});

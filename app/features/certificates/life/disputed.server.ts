import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';

import { matterKindNames, matterKinds } from '../decisions/model.ts';
import type { Moment } from './picture.ts';

const most = 100;
type Asked = Pick<Scope, 'db'>;
export type Lived = Moment & { certificateId: string };

/** What an appeal is against, in a few words; what was said in it stays with the appeal. */
const againstWhat: Record<string, string> = {
  ...{ suspended: 'the suspension', withdrawn: 'the withdrawal' },
  ...{ reduced: 'the smaller scope', refused: 'the refusal' },
};

/** Appeals from their first day to their answer, and the stays asked for in them. */
export async function listAppealMoments({ db }: Asked, certificateIds: string[]): Promise<Lived[]> {
  const rows = await db
    .selectFrom('certificate_appeal')
    .select(['certificate_id as certificateId', 'against', 'lodged_at as lodgedAt', 'outcome'])
    .select(['stay', 'stay_asked as stayAsked', 'stay_decided_at as stayedAt', 'decided_at as decidedAt'])
    .where('certificate_id', 'in', certificateIds)
    .orderBy('lodged_at')
    .limit(most)
    .execute();
  return rows.flatMap(
    ({ certificateId, against, lodgedAt, stay, stayAsked, stayedAt, outcome, decidedAt }) => {
      const detail = againstWhat[against] ?? against;
      const moment = (what: string, at: Date) => [
        { kind: 'appeal' as const, what, detail, on: dayOf(at), certificateId },
      ];
      return [
        ...moment(stayAsked ? 'appeal_with_stay' : 'appeal', lodgedAt),
        ...(stay && stayedAt ? moment(`stay_${stay}`, stayedAt) : []),
        ...(outcome && decidedAt ? moment(`appeal_${outcome}`, decidedAt) : []),
      ];
    },
  );
}

/** Decisions of the panel that left everything as it was: what was asked for and refused. */
export async function listRefusals({ db }: Asked, certificateIds: string[]): Promise<Lived[]> {
  const rows = await db
    .selectFrom('certification_decision as decision')
    .innerJoin('decision_matter as matter', 'matter.id', 'decision.matter_id')
    .innerJoin('certificate', (join) =>
      join
        .onRef('certificate.application_id', '=', 'decision.application_id')
        .on(({ or, eb, ref }) =>
          or([
            eb('matter.certificate_id', 'is', null),
            eb('matter.certificate_id', '=', ref('certificate.id')),
          ]),
        ),
    )
    // A certificate and the one before it may rest on the same application.
    .distinctOn('decision.id')
    .select(['certificate.id as certificateId', 'matter.kind', 'decision.decided_at as at'])
    .where('decision.outcome', '=', 'refused')
    // The request for it says so, whoever refused it.
    .where('matter.kind', '<>', 'scope_extension')
    .where('certificate.id', 'in', certificateIds)
    .orderBy('decision.id')
    .limit(most)
    .execute();
  return rows.map(({ certificateId, kind, at }) => ({
    ...{ kind: 'refusal' as const, what: 'refused', certificateId, on: dayOf(at) },
    detail: nameOf(kind).toLowerCase(),
  }));
}

const nameOf = (kind: string) => {
  const known = matterKinds.find((each) => each === kind);
  return known ? matterKindNames[known] : kind;
};

/** A wider scope that was asked for and not given. */
export async function listRefusedScopes({ db }: Asked, certificateIds: string[]): Promise<Lived[]> {
  const rows = await db
    .selectFrom('certificate_scope_request')
    .select(['certificate_id as certificateId', 'answered_at as at'])
    .where('certificate_id', 'in', certificateIds)
    .where('state', '=', 'refused')
    .orderBy('answered_at')
    .limit(most)
    .execute();
  return rows.flatMap(({ certificateId, at }) =>
    at ? [{ kind: 'refusal' as const, what: 'scope_refused', detail: '', on: dayOf(at), certificateId }] : [],
  );
}

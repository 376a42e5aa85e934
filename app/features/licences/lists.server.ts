import { dayOf, type Day } from '#app/platform/calendar.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';

import { shownStandings, standings, type Shown, type Standing } from './model.ts';
import { shownOn } from './rules.ts';
import { visibleTo, type Deciding, type Reading } from './queries.server.ts';

const perPage = 25;

const columns = [
  'licence.id',
  'licence.authority',
  'licence.country',
  'licence.number',
  'licence.standing',
  'licence.valid_until as validUntil',
  'licence.renewal_until as renewalUntil',
  'organisation.name as holder',
] as const;

const isStanding = (text: string): text is Standing => standings.some((standing) => standing === text);

type Row = { standing: string; validUntil: string };
const shown = <R extends Row>(rows: readonly R[], today: Day) =>
  rows.map((row) => ({
    ...row,
    shown: shownOn(
      { validUntil: row.validUntil, standing: isStanding(row.standing) ? row.standing : 'declared' },
      today,
    ),
  }));

/** The recruiter's own licences, those that end first on top. */
export async function listOwnLicences({ db, actor, now }: Scope<Recruiter>) {
  const rows = await visibleTo(db, actor)
    .select(columns)
    .orderBy('licence.valid_until')
    .orderBy('licence.number')
    .limit(500)
    .execute();
  return shown(rows, dayOf(now));
}

/** `waiting`: declared, or with a renewal to confirm. */
export type LicenceFilter = { show: Shown | 'waiting' | undefined; q: string; page: number };

export const showFrom = (text: string): LicenceFilter['show'] =>
  text === 'waiting' ? 'waiting' : shownStandings.find((each) => each === text);

function matching({ db, actor, now }: Scope<Reading>, { show, q }: Pick<LicenceFilter, 'show' | 'q'>) {
  const today = dayOf(now);
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return visibleTo(db, actor)
    .$if(show === 'waiting', (query) =>
      query.where((where) =>
        where.or([
          where.and([where('licence.standing', '=', 'declared'), where('licence.valid_until', '>=', today)]),
          where('licence.renewal_until', '>=', today),
        ]),
      ),
    )
    .$if(show === 'expired', (query) =>
      query.where('licence.valid_until', '<', today).where('licence.standing', '<>', 'revoked'),
    )
    .$if(show === 'revoked', (query) => query.where('licence.standing', '=', 'revoked'))
    .$if(show === 'declared' || show === 'confirmed' || show === 'suspended', (query) =>
      query.where('licence.standing', '=', show ?? '').where('licence.valid_until', '>=', today),
    )
    .$if(q !== '', (query) =>
      query.where((where) =>
        where.or([
          where('organisation.name', 'ilike', like),
          where('licence.number', 'ilike', like),
          where('licence.authority', 'ilike', like),
        ]),
      ),
    );
}

/** Licences for those who decide on them: the scheme sees all, an authority those of its country. */
export async function listLicences(scope: Scope<Deciding>, filter: LicenceFilter) {
  const [rows, { count }] = await Promise.all([
    matching(scope, filter)
      .select(columns)
      .orderBy('licence.valid_until')
      .orderBy('licence.id')
      .limit(perPage)
      .offset((filter.page - 1) * perPage)
      .execute(),
    matching(scope, filter)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  const pages = pagesOf(count, perPage);
  return { licences: shown(rows, dayOf(scope.now)), count, pages };
}

import { randomBytes } from 'node:crypto';

import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayOrder } from '../policy.ts';
import { candidatesOn, type Standing } from './candidates.server.ts';
import type { DrawForm } from './forms.ts';
import { howMany, inOrderOfLots } from './rules.ts';

/**
 * Draws certificates to be audited unannounced out of all that stand today (domain 2.8 b). The seed is made here, after
 * the candidates are known, and nobody enters it. Each that is drawn has a special audit proposed in the same
 * transaction; the recruiters hear nothing.
 */
export const drawAudits = ({ db, actor, now }: Scope, form: Pick<DrawForm, 'measure' | 'size'>) =>
  db.transaction().execute(async (trx) => {
    if (!mayOrder(actor)) return refuse('forbidden');
    // Two draws at once would choose the same; the second begins when the first is done. Readers do not wait.
    await sql`lock table audit_draw in share row exclusive mode`.execute(trx);
    const standing = await candidatesOn(trx, actor, dayOf(now));
    const count = howMany(form, standing.length);
    if (!count.ok) return count;
    if (standing.some(({ tied }) => tied)) return refuse('tied_to_candidate');
    const seed = randomBytes(32).toString('hex');
    const draw = await keep(trx, { actor, now }, { seed, count: count.value, standing });
    const fact = { actor, now, subject: draw.id, related: [] };
    const told = { candidates: standing.length, count: count.value };
    await recordEvent(trx, fact, 'audit.drawn', told);
    return ok(draw);
  });

type By = Pick<Scope<Officer>, 'actor' | 'now'>;
type Drawn = { seed: string; count: number; standing: Standing[] };

async function keep(trx: Transaction<Database>, { actor, now }: By, { seed, count, standing }: Drawn) {
  const draw = await trx
    .insertInto('audit_draw')
    .values({
      ...{ seed, count, candidates: standing.length, drawn_on: dayOf(now) },
      ...{ drawn_by: actor.accountId, drawn_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const ordered = inOrderOfLots(seed, standing);
  for (let from = 0; from < ordered.length; from += batch)
    await trx
      .insertInto('audit_draw_candidate')
      .values(
        ordered.slice(from, from + batch).map(({ certificateId, tickets }, index) => ({
          ...{ draw_id: draw.id, certificate_id: certificateId, tickets, place: from + index + 1 },
        })),
      )
      .execute();
  await trx
    .insertInto('audit_proposal')
    .columns(['certificate_id', 'draw_id', 'trigger', 'proposed_at'])
    .expression((from) =>
      from
        .selectFrom('audit_draw_candidate')
        .select(({ val }) => [
          'certificate_id',
          'draw_id',
          val('random_draw').as('trigger'),
          val(now).as('at'),
        ])
        .where('draw_id', '=', draw.id)
        .where('place', '<=', count),
    )
    .execute();
  return draw;
}

/** PostgreSQL takes 65,535 values in one statement. */
const batch = 5000;

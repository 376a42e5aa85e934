import { randomBytes } from 'node:crypto';

import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { sentAgain } from '#app/platform/once.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayOrder } from '../policy.ts';
import { candidatesOn, countCandidates, type Standing } from './candidates.server.ts';
import type { DrawForm } from './forms.ts';
import { howMany, inOrderOfLots } from './rules.ts';

/**
 * Draws certificates to be audited unannounced out of all that stand today (domain 2.8 b). The seed is made here, after
 * the candidates are known, and nobody enters it. Each that is drawn has a special audit proposed in the same
 * transaction; the recruiters hear nothing.
 */
export const drawAudits = ({ db, actor, now }: Scope, form: Pick<DrawForm, 'id' | 'measure' | 'size'>) =>
  db.transaction().execute(async (trx) => {
    if (!mayOrder(actor)) return refuse('forbidden');
    // Two draws at once would choose the same; the second begins when the first is done. Readers do not wait.
    await sql`lock table audit_draw in share row exclusive mode`.execute(trx);
    const kept = form.id && (await findSent(trx, form.id));
    if (kept) return drawnBefore(kept, actor, form);
    const { tied } = await countCandidates(trx, actor, dayOf(now));
    const standing = await candidatesOn(trx, dayOf(now));
    const count = howMany(form, standing.length);
    if (!count.ok) return count;
    if (tied) return refuse('tied_to_candidate');
    const seed = randomBytes(32).toString('hex');
    const draw = await keep(trx, { actor, now }, { id: form.id, seed, count: count.value, standing });
    const fact = { actor, now, subject: draw.id, related: [] };
    const told = { candidates: standing.length, count: count.value };
    await recordEvent(trx, fact, 'audit.drawn', told);
    return ok(draw);
  });

const findSent = (trx: Transaction<Database>, id: string) =>
  trx
    .selectFrom('audit_draw')
    .select(['id', 'count', 'candidates', 'drawn_by'])
    .where('id', '=', id)
    .executeTakeFirst();

type Sent = NonNullable<Awaited<ReturnType<typeof findSent>>>;

/** A draw stands as it fell: the same form once more gets the same draw, never another. */
function drawnBefore(kept: Sent, { accountId }: Officer, size: Pick<DrawForm, 'measure' | 'size'>) {
  const count = howMany(size, kept.candidates);
  return count.ok ? sentAgain(kept, { count: count.value, drawn_by: accountId }) : refuse('sent_before');
}

type By = Pick<Scope<Officer>, 'actor' | 'now'>;
type Drawn = { id: string | undefined; seed: string; count: number; standing: Standing[] };

async function keep(trx: Transaction<Database>, { actor, now }: By, { id, seed, count, standing }: Drawn) {
  const draw = await trx
    .insertInto('audit_draw')
    .values({
      ...(id && { id }),
      ...{ seed, count, candidates: standing.length, drawn_on: dayOf(now) },
      ...{ drawn_by: actor.accountId, drawn_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const ordered = inOrderOfLots(seed, standing);
  // One statement, so that the constraints look at all of them at once; the builder would take a value for each.
  await sql`insert into audit_draw_candidate (draw_id, certificate_id, tickets, place)
    select ${draw.id}, certificate_id, tickets, place
    from unnest(${ordered.map(({ certificateId }) => certificateId)}::uuid[], ${ordered.map(({ tickets }) => tickets)}::integer[])
      with ordinality as lot (certificate_id, tickets, place)`.execute(trx);
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

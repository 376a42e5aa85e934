import type { Kysely } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { sentAgain } from '#app/platform/once.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayOrder } from '../../policy.ts';
import { countCandidates } from '../candidates.server.ts';
import { drawAudits } from '../commands.server.ts';
import type { DrawForm } from '../forms.ts';
import { howMany } from '../rules.ts';

type Asked = Pick<DrawForm, 'measure' | 'size'> & { id: string };

/** Asks for a draw, which is made behind the request. What can be said at once is: the same form twice is one request. */
export const askForDraw = ({ db, actor, now }: Scope, { id, measure, size }: Asked) =>
  db.transaction().execute(async (trx) => {
    if (!mayOrder(actor)) return refuse('forbidden');
    const sent = { measure, size, asked_by: actor.accountId };
    const before = async () => {
      const kept = await findAsked(trx, id);
      return kept && sentAgain(kept, sent);
    };
    const again = await before();
    if (again) return again;
    const { count, tied } = await countCandidates(trx, actor, dayOf(now));
    const enough = howMany({ measure, size }, count);
    if (!enough.ok) return enough;
    if (tied) return refuse('tied_to_candidate');
    const kept = await trx
      .insertInto('audit_draw_request')
      .values({ id, ...sent, asked_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    // Two at once: the second waited at the first one's row.
    if (!kept) return (await before()) ?? refuse('sent_before');
    const fact = { actor, now, subject: id, related: [] };
    await recordEvent(trx, fact, 'audit.draw_asked', { measure, size });
    return ok({ id });
  });

const findAsked = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('audit_draw_request')
    .select(['id', 'measure', 'size', 'asked_by'])
    .where('id', '=', id)
    .executeTakeFirst();

/** `officer`: whoever asked, while they are one. */
type Drawing = Pick<Scope, 'db' | 'now'> & {
  officer: { accountId: string; organisationId: string } | undefined;
};

/** Draws what was asked for, or says why not; for somebody who is no officer any more nothing is drawn. Repeated after a crash it finds the draw made, and makes no other. */
export async function drawAsked({ db, now, officer }: Drawing, asked: Asked) {
  const outcome = officer
    ? await drawAudits({ db, actor: { kind: 'officer', ...officer }, now }, asked)
    : refuse('forbidden');
  await db
    .updateTable('audit_draw_request')
    .set(outcome.ok ? { draw_id: asked.id } : { refusal: outcome.refusal })
    .set({ answered_at: now })
    .where('id', '=', asked.id)
    .where('answered_at', 'is', null)
    .execute();
  return outcome;
}

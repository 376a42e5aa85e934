import type { Kysely } from 'kysely';

import type { Effect, Means } from '#app/events/reaction.ts';
import { messageId } from '#app/events/reaction.ts';
import type { Database } from '#db/client.server.ts';
import { askedToAnswer, type Occasion } from '#emails/mapping/asked-to-answer.tsx';

import { digestOf, tokenFor } from './links.server.ts';

type Asked = 'mapping.invited' | 'mapping.reminded';

/** Whoever is asked has a mail, with a link that is theirs alone; of what was answered or closed meanwhile, nobody hears. */
const mailAsked = <T extends Asked>(
  { db, mailer, origin }: Means,
  occasionOf: (fact: { payload: unknown }) => Occasion,
): Effect<T> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  async run(fact, id) {
    const asked = await findAsked(db, id);
    if (!asked || asked.campaign !== 'open' || !['invited', 'opened'].includes(asked.state)) return;
    const token = await tokenOf(db, { id, kept: asked.digest });
    const link = `${origin}/${asked.language}/answer/${token}`;
    const email = askedToAnswer(asked.language, { ...asked, occasion: occasionOf(fact), link });
    await mailer.send({ to: asked.email, messageId: messageId(fact, id, origin), ...email });
  },
});

/** The link of the key in use: where the key file was changed since, the older link gives way to it. */
async function tokenOf(db: Kysely<Database>, { id, kept }: { id: string; kept: Buffer }) {
  const token = tokenFor('invitation', id);
  if (!digestOf(token).equals(kept))
    await db
      .updateTable('mapping_invitation')
      .set({ token_digest: digestOf(token) })
      .where('id', '=', id)
      .execute();
  return token;
}

const findAsked = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('mapping_invitation as invitation')
    .innerJoin('mapping_campaign as campaign', 'campaign.id', 'invitation.campaign_id')
    .innerJoin('organisation as company', 'company.id', 'invitation.company_id')
    .innerJoin('mapping_respondent as respondent', 'respondent.id', 'invitation.respondent_id')
    .leftJoin('mapping_response as response', 'response.id', 'invitation.response_id')
    .select(['invitation.state', 'campaign.state as campaign', 'campaign.message', 'company.name as company'])
    .select(['respondent.email', 'invitation.due_on as due', 'invitation.token_digest as digest'])
    .select(({ fn }) => fn.coalesce('response.language', 'invitation.language').as('language'))
    .where('invitation.id', '=', id)
    .executeTakeFirst();

export const mailInvited = (means: Means) => mailAsked<'mapping.invited'>(means, () => 'invited');

const occasionIn = (days: number): Occasion => (days < 0 ? 'late' : days === 0 ? 'last_day' : 'reminded');
export const mailReminded = (means: Means): Effect<'mapping.reminded'> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  run: (fact, id) => mailAsked<'mapping.reminded'>(means, () => occasionIn(fact.payload.days)).run(fact, id),
});

/** A colleague who was handed sections has a link of their own. */
export const mailHanded = ({ db, mailer, origin }: Means): Effect<'mapping.handed'> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  async run(fact, id) {
    const hand = await db
      .selectFrom('mapping_hand')
      .select(['email', 'invitation_id as invitationId', 'token_digest as digest', 'ended_at as endedAt'])
      .where('id', '=', id)
      .executeTakeFirst();
    const asked = hand && (await findAsked(db, hand.invitationId));
    if (!asked || hand.endedAt) return;
    const token = tokenFor('hand', id);
    if (!digestOf(token).equals(hand.digest)) return;
    const link = `${origin}/${asked.language}/answer/${token}`;
    const email = askedToAnswer(asked.language, { ...asked, occasion: 'handed', link });
    await mailer.send({ to: hand.email, messageId: messageId(fact, id, origin), ...email });
  },
});

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { noteStanding } from '#app/features/mapping/parties/commands.server.ts';
import { findParty, listAnswersOf } from '#app/features/mapping/parties/queries.server.ts';
import { refusalText } from '#app/features/mapping/campaigns/ui/words.ts';
import { PartyPage } from '#app/features/mapping/parties/ui/party-page.tsx';
import { findRisk } from '#app/features/mapping/risk/history/queries.server.ts';
import { RiskScorePanel } from '#app/features/mapping/risk/ui/score.tsx';
import { standingsOf } from '#app/features/register/standings.server.ts';
import { StandingTag } from '#app/features/register/ui/standing.tsx';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { answered, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'A party · Mapping · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { recruiterId, standingSeen, ...party } = found(await findParty(scope, found(params['id'])));
  const answers = await listAnswersOf(scope, party.id);
  const risk = await findRisk(scope, party.id);
  const standings = await standingsOf(scope, recruiterId ? [recruiterId] : []);
  const entry = recruiterId ? standings.get(recruiterId) : undefined;
  return {
    ...party,
    risk: risk ?? null,
    matched: recruiterId !== null,
    entry: entry ?? null,
    changed: recruiterId !== null && (entry?.standing.status ?? 'gone') !== standingSeen,
    answers: answers.map(({ sentAt, ...answer }) => ({
      ...answer,
      sent: sentAt ? dayInWords(dayOf(sentAt)) : '',
    })),
  };
}

/** The button takes note of how it stands now. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, recruiterId } = found(await findParty(scope, found(params['id'])));
  const entry = recruiterId ? (await standingsOf(scope, [recruiterId])).get(recruiterId) : undefined;
  return answered(await noteStanding(scope, id, entry?.standing.status ?? 'gone'), `/mapping/parties/${id}`);
}

export default function Party() {
  const { entry, risk, ...party } = useLoaderData<typeof loader>();
  const answerAt = new Map(party.answers.map(({ responseId, shareId }) => [responseId, shareId]));
  const sourceHref = ({ responseId }: { responseId: string }) => {
    const share = answerAt.get(responseId);
    return share ? `/mapping/answers/${share}` : undefined;
  };
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <PartyPage
      party={party}
      number={entry?.registrationNumber}
      standing={entry ? <StandingTag standing={entry.standing} /> : undefined}
      toReview={risk !== null && risk.reviewDueOn !== null && risk.review === null}
      risk={risk ? <RiskScorePanel risk={risk} sourceHref={sourceHref} /> : undefined}
      refusal={refusal && refusalText(refusal)}
    />
  );
}

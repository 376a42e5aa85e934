import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { closeMeeting } from '#app/features/certificates/decisions/meetings/commands.server.ts';
import { findMeeting } from '#app/features/certificates/decisions/meetings/queries.server.ts';
import { refusalText } from '#app/features/certificates/decisions/ui/refusals.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { answered, found, refused } from '#app/platform/http.server.ts';
import { SureStep } from '#app/ui/parts/sure-step.tsx';

export const meta: MetaFunction = () => [{ title: 'Close the meeting · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'decider');
  await askWhoItIs(request);
  return { meeting: found(await findMeeting(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'decider');
  const { id } = found(await findMeeting(scope, found(params['id'])));
  if (!(await isConfirmed(request))) return refused('confirm_identity');
  return answered(await closeMeeting(scope, id), '/scheme/decisions');
}

export default function CloseMeeting() {
  const { meeting } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SureStep
      title="Close the meeting"
      place={{ to: '/scheme/decisions', label: 'Decisions' }}
      lead={`Votes count until ${timeInWords(meeting.closesAt)}. When you close it now, none counts that comes later; what is not decided can be put on another meeting.`}
      id="close"
      reply={answer?.reply}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Close the meeting"
    />
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { acknowledgeAppeal } from '#app/features/certificates/appeals/commands/acknowledge-appeal.server.ts';
import { findCertificateAppeal } from '#app/features/certificates/appeals/queries.server.ts';
import { AppealHeader } from '#app/features/certificates/appeals/ui/appeal-page.tsx';
import { refusalText } from '#app/features/certificates/appeals/ui/refusals.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { ErrorSummary } from '#app/ui/form.tsx';

export const meta: MetaFunction = () => [{ title: 'Acknowledge the appeal · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { appeal: found(await findCertificateAppeal(scope, found(params['id']))), today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const id = found(params['id']);
  return answered(await acknowledgeAppeal(scope, id), `/scheme/certificate-appeals/${id}`);
}

export default function Acknowledge() {
  const { appeal, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const lead = `By this ${appeal.recruiter} is told that its appeal is complete, and that it is decided by ${dayInWords(appeal.dueOn)}. It says nothing of the matter. Acknowledge by ${dayInWords(appeal.acknowledgeBy)}.`;
  return (
    <>
      <AppealHeader appeal={appeal} today={today} title="Acknowledge the appeal" lead={lead} />
      <form method="post" className="flex flex-col items-start gap-6">
        <ErrorSummary refusal={answer?.refusal && refusalText(answer.refusal)} />
        <Actions>
          <Button>Acknowledge it</Button>
          <ButtonLink to={`/scheme/certificate-appeals/${appeal.id}`} kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </form>
    </>
  );
}

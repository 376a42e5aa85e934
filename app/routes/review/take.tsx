import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findApplication } from '#app/features/applications/queries.server.ts';
import { assignReview } from '#app/features/applications/review/commands.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Take the review · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { application: found(await findApplication(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findApplication(scope, found(params['id'])));
  const { accountId } = scope.actor;
  return answered(await assignReview(scope, id, { accountId }), `/scheme/applications/${id}`);
}

export default function Take() {
  const { application } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const back = `/scheme/applications/${application.id}`;
  return (
    <>
      <PageHeader
        title="Take the review"
        eyebrow={application.reference}
        back={{ to: back, label: application.recruiter }}
        lead="It stands among your tasks, and your colleagues see that you are on it."
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      <form method="post">
        <Actions>
          <Button>Take it</Button>
          <ButtonLink to={back} kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </form>
    </>
  );
}

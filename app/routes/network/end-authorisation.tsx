import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { endAuthorisation } from '#app/features/network/commands.server.ts';
import { findPartner } from '#app/features/network/queries.server.ts';
import { refusalText } from '#app/features/network/ui/refusals.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'End the authorisation · Your network · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id, name } = found(await findPartner(scope, found(params['partnerId'])));
  return { id, name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findPartner(scope, found(params['partnerId'])));
  return answered(await endAuthorisation(scope, id), `/network/${id}`);
}

export default function EndAuthorisation() {
  const { id, name } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <>
      <PageHeader
        title="End the authorisation"
        back={{ to: `/network/${id}`, label: name }}
        lead={`From this moment, a worker who checks a number of ${name} is not told any more that it may speak for you. You still work with it, and what was said until today stays on record.`}
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      <form method="post">
        <Actions>
          <Button kind="danger">End the authorisation</Button>
          <ButtonLink to={`/network/${id}`} kind="secondary">
            Keep it
          </ButtonLink>
        </Actions>
      </form>
    </>
  );
}

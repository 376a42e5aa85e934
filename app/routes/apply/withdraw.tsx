import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOwnApplication } from '#app/features/applications/queries.server.ts';
import { withdrawOwnApplication } from '#app/features/applications/sections/own.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { answered } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Withdraw the application · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return (await findOwnApplication(scope)) ? null : redirect('/apply');
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return answered(await withdrawOwnApplication(scope), '/apply');
}

export default function Withdraw() {
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <>
      <PageHeader
        title="Withdraw the application"
        back={{ to: '/apply', label: 'Your application' }}
        lead="Your application ends. If you are on the register as an applicant, your name is taken off it. The fee is not returned, and a new application needs a new one."
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      <form method="post">
        <Actions>
          <Button kind="danger">Withdraw the application</Button>
          <ButtonLink to="/apply" kind="secondary">
            Keep it
          </ButtonLink>
        </Actions>
      </form>
    </>
  );
}

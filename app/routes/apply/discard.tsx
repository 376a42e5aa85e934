import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { discardOwnDraft } from '#app/features/applications/drafts.server.ts';
import { findOwnApplication } from '#app/features/applications/queries.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { answered } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Discard the draft · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return (await findOwnApplication(scope)) ? null : redirect('/apply');
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return answered(await discardOwnDraft(scope), '/apply');
}

export default function Discard() {
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <>
      <PageHeader
        title="Discard the draft"
        back={{ to: '/apply', label: 'Your application' }}
        lead="Your answers and the files you attached are deleted, and cannot be brought back. Nothing was sent, and nothing is owed. You may begin again any day."
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      <form method="post">
        <Actions>
          <Button kind="danger">Discard the draft</Button>
          <ButtonLink to="/apply" kind="secondary">
            Keep it
          </ButtonLink>
        </Actions>
      </form>
    </>
  );
}

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
import { EndingPage } from '#app/features/applications/ui/ending-page.tsx';
import { answered } from '#app/platform/http.server.ts';

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
  return (
    <EndingPage
      title="Discard the draft"
      lead="Your answers and the files you attached are deleted, and cannot be brought back. Nothing was sent, and nothing is owed. You may begin again any day."
      refusal={useActionData<typeof action>()?.refusal}
    />
  );
}

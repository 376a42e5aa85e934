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
import { EndingPage } from '#app/features/applications/ui/ending-page.tsx';
import { answered } from '#app/platform/http.server.ts';

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
  return (
    <EndingPage
      title="Withdraw the application"
      lead="Your application ends. If you are on the register as an applicant, your name is taken off it. The fee is not returned, and a new application needs a new one."
      refusal={useActionData<typeof action>()?.refusal}
    />
  );
}

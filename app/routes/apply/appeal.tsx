import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { lodgeAppeal } from '#app/features/applications/appeals/commands.server.ts';
import { appealForm } from '#app/features/applications/appeals/forms.ts';
import { findOwnAppeal } from '#app/features/applications/appeals/queries.server.ts';
import { OwnAppeal } from '#app/features/applications/appeals/ui/own-appeal.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Appeal · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { own: (await findOwnAppeal(scope)) ?? null, today: dayOf(scope.now) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, appealForm);
  if (!form.ok) return badInput(form.reply);
  const own = await findOwnAppeal(scope);
  if (!own) return refused('nothing_to_appeal', form.reply);
  return answered(await lodgeAppeal(scope, own.id, form.value), '/apply/appeal', form.reply);
}

export default function Appeal() {
  const { own, today } = useLoaderData<typeof loader>();
  return <OwnAppeal own={own} today={today} answer={useActionData<typeof action>()} />;
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { decideAppeal } from '#app/features/applications/appeals/commands.server.ts';
import { decideAppealForm } from '#app/features/applications/appeals/forms.ts';
import { findAppeal } from '#app/features/applications/appeals/queries.server.ts';
import { AppealPage } from '#app/features/applications/appeals/ui/appeal-page.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Decide the appeal · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  await askWhoItIs(request);
  return { appeal: found(await findAppeal(scope, found(params['id']))), today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  const { id } = found(await findAppeal(scope, found(params['id'])));
  const form = await readForm(request, decideAppealForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await decideAppeal(scope, id, form.value), '/scheme/appeals', form.reply);
}

export default function Decide() {
  const { appeal, today } = useLoaderData<typeof loader>();
  return <AppealPage appeal={appeal} today={today} answer={useActionData<typeof action>()} />;
}

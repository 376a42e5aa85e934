import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { withdrawJobOrder } from '#app/features/workers/jobs/commands.server.ts';
import { withdrawByOfficerForm } from '#app/features/workers/jobs/forms.ts';
import { findOrder } from '#app/features/workers/jobs/queries.server.ts';
import { WithdrawJob } from '#app/features/workers/jobs/ui/withdraw-job.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Withdraw a job order · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { job: found(await findOrder(scope, found(params['number']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { number } = found(await findOrder(scope, found(params['number'])));
  const form = await readForm(request, withdrawByOfficerForm);
  if (!form.ok) return badInput(form.reply);
  return answered(
    await withdrawJobOrder(scope, number, form.value),
    `/scheme/job-orders/${number}`,
    form.reply,
  );
}

export default function WithdrawAnyJob() {
  const { job } = useLoaderData<typeof loader>();
  return <WithdrawJob job={job} answer={useActionData<typeof action>()} by="officer" />;
}

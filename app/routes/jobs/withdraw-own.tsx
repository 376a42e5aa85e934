import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { withdrawJobOrder } from '#app/features/workers/jobs/commands.server.ts';
import { withdrawOwnForm } from '#app/features/workers/jobs/forms.ts';
import { findOwnOrder } from '#app/features/workers/jobs/queries.server.ts';
import { WithdrawJob } from '#app/features/workers/jobs/ui/withdraw-job.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Withdraw a job order · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { job: found(await findOwnOrder(scope, found(params['number']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { number } = found(await findOwnOrder(scope, found(params['number'])));
  const form = await readForm(request, withdrawOwnForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await withdrawJobOrder(scope, number, form.value), `/job-orders/${number}`, form.reply);
}

export default function WithdrawOwnJob() {
  const { job } = useLoaderData<typeof loader>();
  return <WithdrawJob job={job} answer={useActionData<typeof action>()} by="recruiter" />;
}

import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { publishJobOrder } from '#app/features/workers/jobs/commands.server.ts';
import { jobOrderForm } from '#app/features/workers/jobs/forms.ts';
import { checkOrder, findOrigin } from '#app/features/workers/jobs/queries.server.ts';
import { JobForm } from '#app/features/workers/jobs/ui/job-form.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Publish a job order · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { id: crypto.randomUUID(), origin: await findOrigin(scope) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, jobOrderForm);
  if (!form.ok) return badInput(form.reply);
  const { step, terms } = form.value;
  if (step === 'publish')
    return answered(await publishJobOrder(scope, form.value), '/job-orders', form.reply);
  const possible = await checkOrder(scope, terms);
  if (!possible.ok) return refused(possible.refusal, form.reply);
  return data({ reply: form.reply, refusal: undefined, checked: step === 'check' ? terms : undefined });
}

export default function NewJob() {
  const { id, origin } = useLoaderData<typeof loader>();
  return <JobForm answer={useActionData<typeof action>()} fresh={id} saved={{ origin }} />;
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { revokeKey } from '#app/features/accounts/keys/commands.server.ts';
import { mayManageKeys } from '#app/features/accounts/keys/policy.ts';
import { findKey } from '#app/features/accounts/keys/queries.server.ts';
import { refusalText } from '#app/features/accounts/keys/ui/words.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { allowed, answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { SureStep } from '#app/ui/parts/sure-step.tsx';

export const meta: MetaFunction = () => [{ title: 'Revoke an API key · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  allowed(mayManageKeys(scope.actor));
  const { name, hint, lastUsedAt } = found(await findKey(scope, found(params['id'])));
  await askWhoItIs(request);
  return { name, hint, lastUsedAt };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  allowed(mayManageKeys(scope.actor));
  const { id } = found(await findKey(scope, found(params['id'])));
  const form = await readForm(request, nothingForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await revokeKey(scope, id), '/organisation/keys', form.reply);
}

export default function RevokeKey() {
  const { name, hint, lastUsedAt } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SureStep
      title="Revoke this key"
      place={{ to: '/organisation/keys', label: 'API keys', eyebrow: `${name}, ending in ${hint}` }}
      lead={`From this moment every program that uses it is refused, and it cannot be brought back. ${lastUsedAt ? `It was last used on ${timeInWords(lastUsedAt)}.` : 'It was never used.'}`}
      id="revoke"
      reply={answer?.reply}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Revoke the key"
      danger
    />
  );
}

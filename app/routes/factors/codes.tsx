import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { remakeCodes } from '#app/features/accounts/factors/commands.server.ts';
import { findMyFactors } from '#app/features/accounts/factors/queries.server.ts';
import { RecoveryCodes } from '#app/features/accounts/factors/ui/recovery-codes.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { refused } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Recovery codes · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  await askWhoItIs(request);
  return { codesLeft: (await findMyFactors(scope)).codesLeft };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const form = await readForm(request, nothingForm);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await remakeCodes(scope);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  return { codes: outcome.value.codes, reply: form.reply, refusal: undefined };
}

export default function Codes() {
  const { codesLeft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form] = useFields<Record<string, never>>('codes', { reply: answer?.reply });
  if (answer && 'codes' in answer) return <RecoveryCodes codes={answer.codes} />;
  return (
    <>
      <PageHeader
        title="Recovery codes"
        back={{ to: '/me/factors', label: 'Second factors' }}
        lead="Codes on paper for the day your phone or key is lost. Each signs you in once, together with your password."
      />
      <p>
        {codesLeft === 0
          ? 'You have none now.'
          : `You have ${codesLeft} left. New codes end the old ones, used or not.`}
      </p>
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <Button>Make ten new codes</Button>
      </PageForm>
    </>
  );
}

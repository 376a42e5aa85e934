import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { saidNo } from '#app/features/accounts/people/answers.server.ts';
import { confirmAddress, findWaitingChange } from '#app/features/accounts/people/commands/address.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { badInput, found, opened } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Confirm the change of address · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  return opened(await findWaitingChange(scope, found(params['secret'])));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const secret = found(params['secret']);
  opened(await findWaitingChange(scope, secret));
  const form = await readForm(request, nothingForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await confirmAddress(scope, secret);
  if (outcome.ok) return redirect(outcome.value.changed ? '/address/changed' : '/address/half');
  return outcome.refusal === 'address_taken'
    ? redirect('/address/taken')
    : saidNo(outcome.refusal, form.reply);
}

export default function ConfirmAddress() {
  const { newEmail, end, otherEndWaits } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form] = useFields<Record<string, string>>('address', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Confirm the change of address"
        lead={
          <>
            An account is to use <strong>{newEmail}</strong> from now on. This link came to the {end} address.{' '}
            {otherEndWaits
              ? 'The change is made when the link in the other mailbox was confirmed as well.'
              : 'The other mailbox confirmed already: the change is made at once.'}
          </>
        }
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <Button>Confirm the change</Button>
      </PageForm>
      <p>If that was not you, close this page: without you nothing changes.</p>
    </>
  );
}

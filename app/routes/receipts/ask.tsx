import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { mayHaveReceipt } from '#app/features/register/verifications/receipts/limits.server.ts';
import { checkOnPage, findAsked } from '#app/features/register/verifications/receipts/page.server.ts';
import { found, refused, tooMany } from '#app/platform/http.server.ts';
import { theRequest } from '#app/platform/request.server.ts';
import { theSigning } from '#app/platform/signing/signing.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [
  { title: 'A receipt of this answer · Fairroute' },
  { name: 'robots', content: 'noindex' },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  return found(await findAsked(scope, found(params['registrationNumber'])));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const { registrationNumber } = found(await findAsked(scope, found(params['registrationNumber'])));
  const seconds = scope.actor.kind === 'company' ? 0 : await mayHaveReceipt(theRequest().address);
  if (seconds > 0) return tooMany(seconds);
  const by = { signing: theSigning(), origin: installation() };
  const kept = await checkOnPage(scope, by, registrationNumber);
  return kept.ok ? redirect(`/receipts/${kept.value.id}`) : refused(kept.refusal);
}

export default function AskForReceipt() {
  const { name, registrationNumber } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form] = useFields('receipt', { reply: answer?.reply });
  return (
    <StepPage
      title="A receipt of this answer"
      lead={`It says what the register says of ${name} at this moment, signed by us. It is kept for good and does not say who asked. Years later it can be checked without us.`}
      place={{ to: `/register/${registrationNumber}`, label: name }}
      form={form}
      refusal={answer?.refusal && waitText(answer.refusal)}
      button="Make the receipt"
    />
  );
}

const waitText = (refusal: string) => {
  const [, seconds] = /^too_many:(\d+)$/.exec(refusal) ?? [];
  if (seconds === undefined) return 'The receipt could not be made. Try again.';
  const minutes = Math.ceil(Number(seconds) / 60);
  return `Many receipts were made from your network within an hour. Try again in ${minutes} minutes, or sign in as a company.`;
};

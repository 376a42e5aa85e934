import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/register/verifications/lists/ui/words.ts';
import { deletePortfolio } from '#app/features/register/verifications/portfolios/commands.server.ts';
import { findPortfolio } from '#app/features/register/verifications/portfolios/queries.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { SureStep } from '#app/ui/parts/sure-step.tsx';

export const meta: MetaFunction = () => [{ title: 'Delete this portfolio · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, name } = found(await findPortfolio(scope, found(params['id'])));
  return { id, name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findPortfolio(scope, found(params['id'])));
  const form = await readForm(request, nothingForm);
  return answered(await deletePortfolio(scope, id), '/portfolios', form.reply);
}

export default function DeletePortfolio() {
  const { id, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SureStep
      title="Delete this portfolio"
      lead="It is deleted at once. A watch that was made of it goes on: end it under Watches."
      place={{ to: `/portfolios/${id}`, label: 'The portfolio', eyebrow: name }}
      reply={answer?.reply}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Delete the portfolio"
      danger
    />
  );
}

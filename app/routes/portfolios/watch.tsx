import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import {
  findPortfolio,
  listNumbers,
} from '#app/features/register/verifications/portfolios/queries.server.ts';
import { watchList } from '#app/features/watching/commands.server.ts';
import { refusalText } from '#app/features/watching/ui/words.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { found, refused } from '#app/platform/http.server.ts';
import { SureStep } from '#app/ui/parts/sure-step.tsx';

export const meta: MetaFunction = () => [{ title: 'Watch this portfolio · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, name, recruiters } = found(await findPortfolio(scope, found(params['id'])));
  return { id, name, recruiters };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, name } = found(await findPortfolio(scope, found(params['id'])));
  const form = await readForm(request, nothingForm);
  const outcome = await watchList(scope, { name, numbers: await listNumbers(scope, id) });
  return outcome.ok ? redirect('/watches') : refused(outcome.refusal, form.reply);
}

export default function WatchPortfolio() {
  const { id, name, recruiters } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SureStep
      title="Watch this portfolio"
      lead={`You hear when the register says something new of ${recruiters === 1 ? 'its recruiter' : `any of its ${recruiters.toLocaleString('en-GB')} recruiters`}, or when a certificate ends soon. A list of this name that you watch already is replaced.`}
      place={{ to: `/portfolios/${id}`, label: 'The portfolio', eyebrow: name }}
      reply={answer?.reply}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Watch it"
    />
  );
}

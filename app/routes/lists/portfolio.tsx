import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findList } from '#app/features/register/verifications/lists/queries.server.ts';
import { countResults } from '#app/features/register/verifications/lists/results.server.ts';
import { refusalText } from '#app/features/register/verifications/lists/ui/words.ts';
import { savePortfolio } from '#app/features/register/verifications/portfolios/commands.server.ts';
import { portfolioForm, type PortfolioForm } from '#app/features/register/verifications/portfolios/forms.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import { TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Save as a portfolio · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const list = found(await findList(scope, found(params['id'])));
  found(list.verificationId);
  const { match, chosen, choose } = await countResults(scope.db, list);
  return { id: list.id, title: list.title, rows: match + chosen, choose };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findList(scope, found(params['id'])));
  const form = await readForm(request, portfolioForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await savePortfolio(scope, id, form.value);
  return outcome.ok ? redirect(`/portfolios/${outcome.value.id}`) : refused(outcome.refusal, form.reply);
}

export default function SavePortfolio() {
  const { id, title, rows, choose } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<PortfolioForm>('portfolio', { reply: answer?.reply });
  const left =
    choose > 0
      ? ` ${choose === 1 ? 'One row is' : `${choose} rows are`} left out until you confirm who is meant.`
      : '';
  return (
    <StepPage
      title="Save as a portfolio"
      lead={`${rows === 1 ? 'One row is a match or was' : `${rows.toLocaleString('en-GB')} rows are matches or were`} confirmed. Their recruiters are kept under a name, each once, and the portfolio shows where they stand now.${left}`}
      place={{ to: `/lists/${id}`, label: 'The list', eyebrow: title }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Save the portfolio"
    >
      <TextField
        field={fields.name}
        label="Name of the portfolio"
        hint="Such as “Suppliers in Doha”"
        maxLength={100}
        autoComplete="off"
      />
    </StepPage>
  );
}

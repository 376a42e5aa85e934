import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { chooseCandidates } from '#app/features/register/verifications/lists/commands.server.ts';
import { choicesForm } from '#app/features/register/verifications/lists/forms.ts';
import { findList } from '#app/features/register/verifications/lists/queries.server.ts';
import { countResults, listResults } from '#app/features/register/verifications/lists/results.server.ts';
import { CandidateRow } from '#app/features/register/verifications/lists/ui/candidates.tsx';
import { refusalText } from '#app/features/register/verifications/lists/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, chosenIn, found, pageOf } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { useFields } from '#app/ui/form.tsx';
import { Pagination } from '#app/ui/table.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Confirm who is meant · Fairroute' }];

const perPage = 10;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const list = found(await findList(scope, found(params['id'])));
  found(list.verificationId);
  const page = pageOf(request);
  // What was chosen already may be chosen again.
  const show = chosenIn(request, 'show', ['choose', 'chosen']);
  const [counts, results] = await Promise.all([
    countResults(scope.db, list),
    listResults(scope.db, list, { show, limit: perPage, offset: (page - 1) * perPage }),
  ]);
  const count = counts[show];
  return {
    id: list.id,
    title: list.title,
    show,
    page,
    results,
    count,
    pages: Math.max(1, Math.ceil(count / perPage)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const list = found(await findList(scope, found(params['id'])));
  const form = await readForm(request, choicesForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await chooseCandidates(scope, list.id, form.value);
  const left = outcome.ok ? (await countResults(scope.db, list)).choose : 0;
  return answered(outcome, left > 0 ? `/lists/${list.id}/candidates` : `/lists/${list.id}`, form.reply);
}

export default function Candidates() {
  const { id, title, show, page, pages, count, results } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form] = useFields('candidates', { reply: answer?.reply });
  const place = { to: `/lists/${id}`, label: 'The list', eyebrow: title };
  if (results.length === 0)
    return (
      <EmptyState title="Nothing to confirm" action={<ButtonLink to={place.to}>Back to the list</ButtonLink>}>
        Every row of this list is a match, has no match, or was confirmed.
      </EmptyState>
    );
  return (
    <>
      <StepPage
        title="Confirm who is meant"
        lead={`${count === 1 ? 'One row may' : `${count.toLocaleString('en-GB')} rows may`} mean several recruiters, or one that is not quite the same. Choose for each; what you leave open waits. The receipt keeps what the register answered.`}
        place={place}
        form={form}
        refusal={answer?.refusal && refusalText(answer.refusal)}
        button="Save what I chose"
      >
        {results.map((result, index) => (
          <CandidateRow key={result.place} index={index} result={result} />
        ))}
      </StepPage>
      <Pagination
        page={page}
        pages={pages}
        count={count}
        href={(to) => `/lists/${id}/candidates?show=${show}&page=${to}`}
      />
    </>
  );
}

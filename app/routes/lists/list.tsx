import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { askAgain } from '#app/features/register/verifications/lists/commands.server.ts';
import { shows } from '#app/features/register/verifications/lists/model.ts';
import { findList } from '#app/features/register/verifications/lists/queries.server.ts';
import { countResults, listResults } from '#app/features/register/verifications/lists/results.server.ts';
import { goneAt } from '#app/features/register/verifications/lists/rules.ts';
import { Progress } from '#app/features/register/verifications/lists/ui/progress.tsx';
import { Results } from '#app/features/register/verifications/lists/ui/results.tsx';
import { refusalText } from '#app/features/register/verifications/lists/ui/words.ts';
import { dayInWords, dayOf, timeInWords } from '#app/platform/calendar.ts';
import { answered, chosenIn, found, pageOf } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'A list · Fairroute' }];

const perPage = 25;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const list = found(await findList(scope, found(params['id'])));
  const { id, title, rows, columns, done, state, checkedAt, verificationId } = list;
  if (state === 'read') throw redirect(`/lists/${id}/columns`);
  const still = new URL(request.url).searchParams.get('still') === 'yes';
  const total = rows - (columns?.headed ? 1 : 0);
  const page = pageOf(request);
  const show = chosenIn(request, 'show', shows);
  const known = { id, title, state, total, done, still, show, page, verificationId };
  // The page comes again by itself, without a script, until somebody says that it should not.
  const headers = {
    'Cache-Control': 'private, no-store',
    ...(state === 'checking' && !still && { Refresh: '4' }),
  };
  if (!checkedAt) return data({ ...known, answers: null }, { headers });
  const slice = { show, limit: perPage, offset: (page - 1) * perPage };
  const [counts, results] = await Promise.all([
    countResults(scope.db, list),
    listResults(scope.db, list, slice),
  ]);
  const pages = Math.max(1, Math.ceil(counts[show] / perPage));
  const at = { checked: timeInWords(checkedAt), until: dayInWords(dayOf(goneAt(list.madeAt))) };
  return data({ ...known, answers: { counts, results, pages, ...at } }, { headers });
}

/** Begins anew what stands still. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findList(scope, found(params['id'])));
  return answered(await askAgain(scope, id), `/lists/${id}`);
}

export default function ListPage() {
  const { id, title, answers, verificationId, ...list } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const toChoose = answers?.counts.choose ?? 0;
  return (
    <>
      <PageHeader
        title={<bdi>{title}</bdi>}
        back={{ to: '/lists', label: 'Lists' }}
        lead={
          answers
            ? `Answered as known at ${answers.checked}. This page is kept until ${answers.until}; the receipt stays.`
            : 'Each row is looked up on the register. You may close this page and come back.'
        }
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      {answers ? (
        <>
          <Actions>
            {toChoose > 0 ? (
              <ButtonLink to={`/lists/${id}/candidates`}>
                {toChoose === 1 ? 'Confirm one row' : `Confirm ${toChoose.toLocaleString('en-GB')} rows`}
              </ButtonLink>
            ) : null}
            <ButtonLink to={`/lists/${id}/portfolio`} kind={toChoose > 0 ? 'secondary' : 'primary'}>
              Save as a portfolio
            </ButtonLink>
            <ButtonLink to={`/lists/${id}/file?as=xlsx`} kind="secondary">
              Save as Excel
            </ButtonLink>
            <ButtonLink to={`/lists/${id}/file?as=csv`} kind="secondary">
              Save as CSV
            </ButtonLink>
            <ButtonLink to={`/receipts/${verificationId ?? ''}`} kind="secondary">
              Receipt
            </ButtonLink>
            <ButtonLink to={`/lists/${id}/delete`} kind="secondary">
              Delete
            </ButtonLink>
          </Actions>
          <Results id={id} {...list} {...answers} />
        </>
      ) : (
        <Progress id={id} {...list} />
      )}
    </>
  );
}

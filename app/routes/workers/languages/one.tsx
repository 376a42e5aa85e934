import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { judgeWording } from '#app/features/workers/wording/commands.server.ts';
import { wordingForm } from '#app/features/workers/wording/forms.ts';
import { shownStates } from '#app/features/workers/wording/model.ts';
import { reviewerRoles } from '#app/features/workers/wording/policy.ts';
import { findWording } from '#app/features/workers/wording/queries.server.ts';
import { shownNames } from '#app/features/workers/wording/ui/words.ts';
import { WordingForm } from '#app/features/workers/wording/ui/wording-form.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, chosenIn, found, pageOf, refused } from '#app/platform/http.server.ts';
import { languageName } from '#app/platform/names/languages.ts';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters, Pagination } from '#app/ui/table.tsx';

import { catalogue, renewReviewed } from '../catalogue.server.ts';

export const meta: MetaFunction = () => [{ title: 'Words for workers · Fairroute' }];

function filterOf(request: Request) {
  const asked = new URL(request.url).searchParams.get('chapter');
  return {
    state: chosenIn(request, 'state', shownStates),
    chapter: catalogue.chapters.find(({ name }) => name === asked)?.name,
    page: pageOf(request),
  };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...reviewerRoles);
  const filter = filterOf(request);
  const wording = found(await findWording(scope, catalogue, params['lang'], filter));
  return { ...wording, filter, chapters: catalogue.chapters };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...reviewerRoles);
  const { language } = found(await findWording(scope, catalogue, params['lang'], filterOf(request)));
  const form = await readForm(request, wordingForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await judgeWording(scope, catalogue, language, form.value);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  await renewReviewed();
  // The same list: what was said is no longer in it, and what followed has moved up.
  return redirect(`/scheme/languages/${language}${new URL(request.url).search}`);
}

export default function Wording() {
  const { language, lines, counts, count, page, pages, filter, chapters } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { state, chapter = '' } = filter;
  const place = `/scheme/languages/${language}`;
  const href = (to: number) =>
    `${place}?${new URLSearchParams({ state, chapter, page: String(to) }).toString()}`;
  const name = languageName(language);
  return (
    <>
      <PageHeader
        title={`${name}: words for workers`}
        back={{ to: '/scheme/languages', label: 'Languages of workers' }}
        lead={`${counts.approved} approved, ${counts.unreviewed} unreviewed, ${counts.lapsed} changed since, ${counts.missing} missing. Words in braces, such as {name}, are filled in and stay as they are.`}
      />
      <Filters clear={state !== 'waiting' || chapter ? place : undefined}>
        <SelectField
          field={queryField('state', state)}
          label="State"
          options={shownStates.map((value) => ({ value, label: shownNames[value] }))}
        />
        <SelectField
          field={queryField('chapter', chapter)}
          label="Where it stands"
          options={chapters.map((each) => ({ value: each.name, label: each.title }))}
          empty="Anywhere"
        />
      </Filters>
      {lines.length === 0 ? (
        <p>{state === 'waiting' ? `Nothing waits in ${name}.` : 'No text fits.'}</p>
      ) : (
        <WordingForm
          {...{ language, chapters, lines, answer }}
          step={state === 'approved' ? 'take_back' : 'approve'}
        />
      )}
      <Pagination {...{ page, pages, count, href }} />
    </>
  );
}

import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import type { MarkLanguage } from '#app/features/register/marks/model.ts';
import { standingIn } from '#app/features/register/marks/words/badge-words.ts';
import type { Answered } from '#app/features/workers/check/model.ts';
import { CheckPage, titleIn } from '#app/features/workers/check/ui/page.tsx';
import { answerOf } from '#app/features/workers/clips/rules.ts';
import { languageAsked } from '#app/features/workers/languages.ts';
import { theConfig } from '#app/platform/config.server.ts';
import { readPublic } from '#app/platform/kept/reading.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { isReviewed } from '../workers/catalogue.server.ts';
import { spokenOn } from '../workers/clips.server.ts';
import { answerWorker, type Question } from './answer-check.server.ts';

/** What is shown of a link that is sent, and kept by a browser, says nothing of the question. */
export const meta: MetaFunction = ({ params }) => {
  const title = titleIn(languageAsked(params['lang']));
  return [{ title }, { name: 'robots', content: 'noindex' }, { property: 'og:title', content: title }];
};

/** Nothing of the question stays behind: not in a cache, not in the address the next site sees. */
const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const { searchParams, search } = new URL(request.url);
  const language = languageAsked(params['lang']);
  if (params['lang'] !== language) return redirect(`/${language}/check${search}`, { headers });
  const said = (name: string, most: number) => (searchParams.get(name) ?? '').trim().slice(0, most);
  const job = { employer: said('employer', 200), place: said('place', 200), wage: said('wage', 60) };
  const question = { q: said('q', 300), who: said('who', 200), job };
  const reviewed = isReviewed('check', language);
  const answer = question.q ? await answered(scope, language, question) : null;
  const spoken = answer && spokenOn(language, answerOf(answer.found));
  return data({ language, reviewed, answered: answer, spoken }, { headers });
}

async function answered(scope: Scope, language: MarkLanguage, question: Question): Promise<Answered> {
  const { q, who } = question;
  const { found, speaker, job } = await readPublic(scope, (asked) => answerWorker(asked, question));
  const entry = found.kind === 'one' ? found.entry : undefined;
  const again = encodeURIComponent(entry?.registrationNumber ?? q);
  return {
    ...{ q, who, found, speaker, job, at: scope.now.toISOString() },
    word: entry ? standingIn(language, entry.standing.status) : null,
    address: `${theConfig().ORIGIN}/${language}/check?q=${again}`,
  };
}

export default function Check() {
  return <CheckPage {...useLoaderData<typeof loader>()} />;
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { PaperLink } from '#app/features/mapping/actions/ui/tables.tsx';
import { checklist } from '#app/features/mapping/policies/checklist.ts';
import { findVersion, listFiles, listJudged } from '#app/features/mapping/policies/queries.server.ts';
import { gapsOf, openItems } from '#app/features/mapping/policies/rules.ts';
import { Gaps, ReviewTable } from '#app/features/mapping/policies/ui/review.tsx';
import { found } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'A version of a policy · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const version = found(await findVersion(scope, found(params['id']), found(params['version'])));
  const { id, number, title, words } = version;
  const [judged, files] = await Promise.all([
    listJudged(scope.db, id, number),
    listFiles(scope.db, id, number),
  ]);
  return { id, number, title, words, judged, files };
}

export default function Version() {
  const { id, number, title, words, judged, files } = useLoaderData<typeof loader>();
  const here = `/mapping/policies/${id}/${number}`;
  const next = openItems(checklist.items, judged)[0];
  return (
    <>
      <PageHeader
        title={`Version ${number}`}
        eyebrow={<bdi>{title}</bdi>}
        back={{ to: `/mapping/policies/${id}`, label: 'The policy' }}
        lead={`${judged.length} of ${checklist.items.length} questions are answered.`}
      />
      <Actions>
        {next ? <ButtonLink to={`${here}/items/${next.code}`}>Answer the next question</ButtonLink> : null}
        <ButtonLink to={`${here}/file`} kind="secondary">
          Keep a file beside it
        </ButtonLink>
      </Actions>
      {files.map((file) => (
        <PaperLink key={file.id} {...file} />
      ))}
      <Section title="What is missing">
        <Gaps gaps={gapsOf(checklist.items, judged)} />
      </Section>
      <Section title="All questions">
        <ReviewTable here={here} judged={judged} />
      </Section>
      <Section title="The text">
        <div className="max-w-prose whitespace-pre-wrap">{words}</div>
      </Section>
    </>
  );
}

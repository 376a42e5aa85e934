import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listRefused } from '#app/features/audits/fieldwork/operations.server.ts';
import { KeptAnswers } from '#app/features/audits/fieldwork/ui/kept-answers.tsx';
import { readKept } from '#app/features/audits/interviews/away/read-kept.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { StateTag } from '#app/features/audits/ui/tags.tsx';
import { found, valueOf } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Kept answers, ${data?.audit.recruiter ?? 'audit'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const opens = new URL(request.url).searchParams.get('open');
  const opened = opens ? valueOf(await readKept(scope, audit.id, opens)) : null;
  return { audit, answers: await listRefused(scope.db, audit.id), opened };
}

export default function Kept() {
  const { audit, answers, opened } = useLoaderData<typeof loader>();
  const { to, label, eyebrow } = placeOfAudit(audit);
  return (
    <>
      <PageHeader
        title="Kept answers"
        eyebrow={eyebrow}
        back={{ to, label }}
        tag={<StateTag state={audit.state} />}
        lead="Answers, findings and interviews that came from a device when they could not be taken any more. They change nothing, and nothing of them is lost."
      />
      <KeptAnswers answers={answers} opened={opened} />
    </>
  );
}

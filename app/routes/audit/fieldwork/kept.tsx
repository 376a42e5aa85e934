import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listRefused } from '#app/features/audits/fieldwork/operations.server.ts';
import { KeptAnswers } from '#app/features/audits/fieldwork/ui/kept-answers.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { StateTag } from '#app/features/audits/ui/tags.tsx';
import { found } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Kept answers, ${data?.audit.recruiter ?? 'audit'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  return { audit, answers: await listRefused(scope.db, audit.id) };
}

export default function Kept() {
  const { audit, answers } = useLoaderData<typeof loader>();
  const { to, label, eyebrow } = placeOfAudit(audit);
  return (
    <>
      <PageHeader
        title="Kept answers"
        eyebrow={eyebrow}
        back={{ to, label }}
        tag={<StateTag state={audit.state} />}
        lead="Answers and findings that came from a device when they could not be taken any more. They change nothing, and nothing of them is lost."
      />
      <KeptAnswers answers={answers} />
    </>
  );
}

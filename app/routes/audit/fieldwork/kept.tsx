import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findClosedWithout, listLatePhotos } from '#app/features/audits/fieldwork/along/queries.server.ts';
import { ClosedWithout } from '#app/features/audits/fieldwork/along/ui/along.tsx';
import { LatePhotos } from '#app/features/audits/fieldwork/along/ui/late-photos.tsx';
import { listKept } from '#app/features/audits/fieldwork/raised/kept.server.ts';
import { raise } from '#app/features/audits/fieldwork/rules.ts';
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
  const [answers, photos, closed] = await Promise.all([
    listKept(scope.db, audit),
    listLatePhotos(scope.db, audit.id),
    findClosedWithout(scope.db, audit),
  ]);
  return { audit, answers, photos, closed, opened, raises: raise(audit).ok };
}

export default function Kept() {
  const { audit, answers, photos, closed, opened, raises } = useLoaderData<typeof loader>();
  const { to, label, eyebrow } = placeOfAudit(audit);
  return (
    <>
      <PageHeader
        title="Kept answers"
        eyebrow={eyebrow}
        back={{ to, label }}
        tag={<StateTag state={audit.state} />}
        lead="Answers, findings, interviews and photos that came from a device when they could not be taken any more. They change nothing, and nothing of them is lost."
      />
      <ClosedWithout closed={closed} />
      <LatePhotos photos={photos} />
      <KeptAnswers auditId={audit.id} answers={answers} opened={opened} raises={raises} />
    </>
  );
}

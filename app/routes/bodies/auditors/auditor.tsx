import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findBody } from '#app/features/bodies/approvals/queries.server.ts';
import { keepingRoles, mayAsk, mayKeep } from '#app/features/bodies/auditors/policy.ts';
import {
  findAuditor,
  findRecords,
  listAuditorApprovals,
} from '#app/features/bodies/auditors/queries.server.ts';
import { AuditorApprovals } from '#app/features/bodies/auditors/ui/approvals.tsx';
import { auditorPath } from '#app/features/bodies/auditors/ui/place.ts';
import { CompetenceTable, LanguageTable, WitnessedTable } from '#app/features/bodies/auditors/ui/records.tsx';
import { mayApprove } from '#app/features/bodies/policy.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.auditor.name ?? 'Auditor'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, ...rest } = await enter(request, ...keepingRoles);
  const body = found(await findBody({ ...rest, actor }, found(params['id'])));
  const auditor = found(await findAuditor(rest.db, body.id, found(params['accountId'])));
  const [approvals, records] = await Promise.all([
    listAuditorApprovals(rest.db, auditor.id, body.id),
    findRecords(rest.db, auditor.id, body.id),
  ]);
  const own = actor.accountId === auditor.id;
  const may = { keeps: mayKeep(actor, body.id) && !own, asks: mayAsk(actor, body.id) };
  return { body, auditor, approvals, records, ...may, decides: mayApprove(actor), today: dayOf(rest.now) };
}

export default function AuditorPage() {
  const { body, auditor, approvals, records, keeps, asks, decides, today } = useLoaderData<typeof loader>();
  const page = auditorPath({ bodyId: body.id, accountId: auditor.id });
  const add = (step: string, label: string) =>
    keeps ? <TextLink to={`${page}/${step}`}>{label}</TextLink> : undefined;
  return (
    <>
      <PageHeader
        title={auditor.name}
        eyebrow={body.name}
        back={{ to: `/audit-body/${body.id}/auditors`, label: 'Auditors and reviewers' }}
        action={asks ? <ButtonLink to={`${page}/ask`}>Ask for an approval</ButtonLink> : undefined}
      />
      <Section title="Approved by the scheme">
        <AuditorApprovals approvals={approvals} today={today} decides={decides} />
      </Section>
      <Section title="Competence" aside={add('competence', 'Record a competence')}>
        <CompetenceTable rows={records.competences} page={page} keeps={keeps} />
      </Section>
      <Section title="Languages" aside={add('language', 'Record a language')}>
        <LanguageTable rows={records.languages} page={page} keeps={keeps} />
      </Section>
      <Section title="Witnessed audits" aside={add('witnessed', 'Record a witnessed audit')}>
        <WitnessedTable rows={records.witnessed} />
      </Section>
    </>
  );
}

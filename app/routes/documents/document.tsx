import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { kindNames } from '#app/features/documents/model.ts';
import { mayKeep } from '#app/features/documents/policy.ts';
import { findDocument, listVersions } from '#app/features/documents/queries.server.ts';
import { WithdrawnTag } from '#app/features/documents/ui/tags.tsx';
import { VersionTable } from '#app/features/documents/ui/version-table.tsx';
import { listViews } from '#app/features/documents/views.server.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction = () => [{ title: 'Document · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter', 'officer', 'auditor', 'reviewer', 'decider');
  const document = found(await findDocument(scope, found(params['id'])));
  const [versions, views] = await Promise.all([
    listVersions(scope.db, document.id),
    listViews(scope, document.id),
  ]);
  const own = mayKeep(scope.actor, document.organisationId);
  return { document, versions, views, own, changes: own && document.subjectKind !== 'finding' };
}

export default function Document() {
  const { document, versions, views, own, changes } = useLoaderData<typeof loader>();
  const { id, title, kind, organisation, addedAt, addedBy, withdrawnAt } = document;
  const here = `/documents/${id}`;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={kindNames[kind]}
        back={own ? { to: '/documents', label: 'Documents' } : undefined}
        tag={withdrawnAt ? <WithdrawnTag /> : null}
        lead={
          withdrawnAt
            ? `${organisation} withdrew it on ${timeInWords(withdrawnAt)}. It stays here for those who relied on it.`
            : `Added by ${addedBy}, ${organisation}, on ${timeInWords(addedAt)}.`
        }
        action={
          changes && !withdrawnAt ? (
            <>
              <ButtonLink to={`${here}/version`}>Add a version</ButtonLink>
              <ButtonLink to={`${here}/withdraw`} kind="secondary">
                Withdraw
              </ButtonLink>
            </>
          ) : null
        }
      />
      <Section title="Versions">
        <VersionTable
          id={id}
          versions={versions.map((row) => ({ ...row, uploadedAt: String(row.uploadedAt) }))}
        />
      </Section>
      <Section title="Who saw it">
        {own ? (
          <p>
            People of your agency at once; people of the scheme and of an audit body later, where their
            reading would tell of an audit that is not announced.
          </p>
        ) : null}
        <Timeline
          entries={views.map((view) => ({
            id: String(view.id),
            at: String(view.seenAt),
            what: `Opened version ${view.version}`,
            who: view.name,
          }))}
          empty={own ? 'Nobody to show yet.' : 'Nobody has opened it yet.'}
        />
      </Section>
    </>
  );
}
